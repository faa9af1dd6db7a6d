package stress.simulator;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP answer before faults are applied.
 *
 * @param body JSON
 */
record Answer(int code, Optional<String> body, Map<String, String> headers) {
  static Answer json(int code, String body) {
    return new Answer(code, Optional.of(body), Map.of());
  }

  static Answer empty(int code) {
    return new Answer(code, Optional.empty(), Map.of());
  }

  /** {@code {"detail": …}}. */
  static Answer detail(int code, String message) {
    return json(code, JsonText.object(out -> out.text("detail", message)));
  }

  Answer with(Map<String, String> more) {
    return new Answer(code, body, more);
  }
}
