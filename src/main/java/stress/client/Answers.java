package stress.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import stress.contract.Json;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.ContentCoding;
import stress.transport.HttpOutcome;
import stress.transport.RetryAfter;

/** Makes a failure's signature out of an answer that was not the wanted one. */
final class Answers {
  private static final int SAMPLE_BYTES = 200;

  private Answers() {}

  /** A body that was looked at: a document, or the reason why it is none. */
  record Body(Optional<JsonNode> document, ErrorKind otherwise, String detail) {}

  static Body body(HttpOutcome.Answered answer) {
    byte[] bytes;
    try {
      bytes = ContentCoding.undo(answer);
    } catch (IOException damaged) {
      return new Body(
          Optional.empty(), ErrorKind.BODY_NOT_JSON, String.valueOf(damaged.getMessage()));
    }
    if (bytes.length == 0) {
      return new Body(Optional.empty(), ErrorKind.BODY_EMPTY, "");
    }
    Json.Parsed parsed = Json.parse(bytes);
    if (parsed instanceof Json.Document document) {
      return new Body(Optional.of(document.root()), ErrorKind.OTHER, "");
    }
    String type = answer.header("content-type").orElse("no Content-Type");
    return new Body(Optional.empty(), ErrorKind.BODY_NOT_JSON, type);
  }

  static Submission.Failure unexpectedStatus(Phase phase, HttpOutcome.Answered answer) {
    String wait =
        RetryAfter.of(answer).map(time -> "Retry-After " + time.toSeconds() + " s").orElse("");
    return failure(phase, kindOf(answer.status()), answer, wait);
  }

  static Submission.Failure failure(
      Phase phase, ErrorKind kind, HttpOutcome.Answered answer, String detail) {
    ErrorSignature signature =
        new ErrorSignature(phase, kind, OptionalInt.of(answer.status()), detail);
    return new Submission.Failure(signature, sample(readable(answer)));
  }

  static Submission.Failure failure(Phase phase, HttpOutcome.Broken broken) {
    return new Submission.Failure(ErrorSignature.of(phase, broken.kind(), broken.detail()), "");
  }

  private static ErrorKind kindOf(int status) {
    return switch (status / 100) {
      case 3 -> ErrorKind.STATUS_REDIRECT;
      case 4 -> ErrorKind.STATUS_CLIENT;
      case 5 -> ErrorKind.STATUS_SERVER;
      default -> ErrorKind.STATUS_UNEXPECTED;
    };
  }

  /** Without its content coding, or as it came where that is damaged. */
  private static byte[] readable(HttpOutcome.Answered answer) {
    try {
      return ContentCoding.undo(answer);
    } catch (IOException damaged) {
      return answer.body();
    }
  }

  private static String sample(byte[] body) {
    byte[] first = body.length <= SAMPLE_BYTES ? body : Arrays.copyOf(body, SAMPLE_BYTES);
    return new String(first, StandardCharsets.UTF_8);
  }
}
