package stress.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of request: how to write it for given values, and which answers are good ones.
 *
 * @param query parameters in file order; an array gives its name once for each element
 * @param headers the contract's headers overridden by the call's own
 * @param contentType replaces the one that the body's kind would have
 */
public record Call(
    String method,
    TextTemplate path,
    Map<String, Template> query,
    Body body,
    Codes accepted,
    Optional<String> contentType,
    List<Header> headers) {

  /** Whether an answer with this status is one that the contract expects. */
  public boolean accepts(int status) {
    return accepted.contains(status);
  }

  /** Whether the request differs from job to job. */
  boolean asksForId() {
    return path.asksForId()
        || query.values().stream().anyMatch(Template::asksForId)
        || body.asksForId();
  }

  /**
   * Writes the request. The same values give the same bytes, whatever was rendered before.
   *
   * @throws IllegalArgumentException if the templates ask for something that the values do not
   *     have; a call of a contract that {@link ContractReader} returned never does when it gets the
   *     values of its kind
   */
  public Rendered render(Values values) {
    return new RequestWriter(values).write(this);
  }
}
