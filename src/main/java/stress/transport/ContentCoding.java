package stress.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Undoes the content coding of an answer, which some targets apply without being asked. */
public final class ContentCoding {
  private ContentCoding() {}

  /**
   * The body as its author wrote it.
   *
   * @throws IOException when the coding is unknown, the bytes are damaged, or the result would be
   *     longer than any answer may be
   */
  public static byte[] undo(HttpOutcome.Answered answer) throws IOException {
    String coding =
        answer.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT).strip();
    if (answer.body().length == 0) {
      return answer.body(); // a 204 may name a coding, too
    }
    ByteArrayInputStream coded = new ByteArrayInputStream(answer.body());
    try {
      return switch (coding) {
        case "identity", "" -> answer.body();
        case "gzip", "x-gzip" -> bounded(new GZIPInputStream(coded));
        case "deflate" -> bounded(new InflaterInputStream(coded));
        default -> throw new IOException("content coding '" + coding + "' is not known");
      };
    } catch (ZipException | EOFException damaged) {
      throw new IOException(
          "the body is not what its content coding '" + coding + "' says", damaged);
    }
  }

  private static byte[] bounded(InputStream plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[8_192];
    for (int read = plain.read(part); read >= 0; read = plain.read(part)) {
      bytes.write(part, 0, read);
      if (bytes.size() > VertxHttp.LONGEST_BODY) {
        throw new IOException("the decoded answer is longer than 16 MiB");
      }
    }
    return bytes.toByteArray();
  }
}
