package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Ids: never calculated with, so a number keeps every digit that was sent. */
final class Token {
  private Token() {}

  /** A text that is not empty, or the digits of a whole number; anything else is no id. */
  static Optional<String> of(JsonNode value) {
    boolean token = value.isTextual() && !value.textValue().isEmpty() || value.isIntegralNumber();
    return token ? Optional.of(value.asText()) : Optional.empty();
  }
}
