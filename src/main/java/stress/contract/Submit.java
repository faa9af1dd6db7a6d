package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a job is handed in, and where the answer says which job it became.
 *
 * @param state how the answer tells the job's state, where it does: a submission may answer with a
 *     job that has ended already
 */
public record Submit(
    Call call, IdRule id, Optional<AddressRule> address, Optional<StatusRule> state) {
  /**
   * Reads an accepted answer; never throws.
   *
   * @param body the parsed body (see {@link Json#parse}), absent where there was none or it was not
   *     JSON
   * @param headers the answer's headers by name, in any case
   */
  public SubmitReading read(Optional<JsonNode> body, Function<String, Optional<String>> headers) {
    return new SubmitAnswer(id, address, state).read(body, headers);
  }
}
