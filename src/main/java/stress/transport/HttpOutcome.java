package stress.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stress.measure.ErrorKind;

/** What came of a request: an answer, whatever its status, or a reason why there is none. */
public sealed interface HttpOutcome {
  /** Instant on the run's clock at which the request was handed over. */
  long started();

  /** Instant at which the answer was complete or the failure was known; read before any parsing. */
  long ended();

  /**
   * A complete answer.
   *
   * @param headers by lower-case name, the first value of each
   * @param body as it came, without content codings undone
   */
  record Answered(int status, Map<String, String> headers, byte[] body, long started, long ended)
      implements HttpOutcome {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /**
   * No answer, or not all of it.
   *
   * @param sent whether the target may have seen the request: what was sent may have taken effect
   * @param detail the failure in a few words, without ids or addresses of this connection
   */
  record Broken(ErrorKind kind, String detail, boolean sent, long started, long ended)
      implements HttpOutcome {}
}
