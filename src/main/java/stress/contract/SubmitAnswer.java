package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads answers to submissions. */
record SubmitAnswer(IdRule id, Optional<AddressRule> address, Optional<StatusRule> state) {
  SubmitReading read(Optional<JsonNode> body, Function<String, Optional<String>> headers) {
    throw new UnsupportedOperationException("not yet " + body + headers);
  }

  static List<SubmitReading> readEach(Bulk bulk, JsonNode answer) {
    throw new UnsupportedOperationException("not yet " + bulk + answer);
  }
}
