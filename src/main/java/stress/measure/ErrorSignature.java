package stress.measure;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What makes two failures the same: phase, class, status or close code, and a short detail without
 * ids or times in it.
 *
 * @param code the HTTP status or WebSocket close code, where there was one
 * @param detail bounded text such as the reason phrase, the exception's message or the content type
 */
public record ErrorSignature(Phase phase, ErrorKind kind, OptionalInt code, String detail) {
  private static final int LONGEST_DETAIL = 120;

  public ErrorSignature {
    Objects.requireNonNull(phase);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(code);
    detail = Wording.bounded(detail, LONGEST_DETAIL);
  }

  public static ErrorSignature of(Phase phase, ErrorKind kind) {
    return new ErrorSignature(phase, kind, OptionalInt.empty(), "");
  }

  public static ErrorSignature of(Phase phase, ErrorKind kind, String detail) {
    return new ErrorSignature(phase, kind, OptionalInt.empty(), detail);
  }

  public static ErrorSignature of(Phase phase, ErrorKind kind, int code, String detail) {
    return new ErrorSignature(phase, kind, OptionalInt.of(code), detail);
  }
}
