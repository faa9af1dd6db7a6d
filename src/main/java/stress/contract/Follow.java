package stress.contract;

import java.util.Map;
import java.util.Optional;

/**
 * How a job's state is asked for.
 *
 * @param codes status codes that speak for themselves, before any body is read: 404 is {@code
 *     NOT_FOUND} unless the contract says otherwise
 * @param retryAfter whether a {@code Retry-After} header sets the next poll
 */
public record Follow(Call call, StatusRule rule, Map<Integer, Meaning> codes, boolean retryAfter) {
  public Follow {
    codes = Map.copyOf(codes);
  }

  /** What the status code alone says; where it says something, the body does not decide. */
  public Optional<Meaning> meaningOf(int status) {
    return Optional.ofNullable(codes.get(status));
  }
}
