package stress.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

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
    String coding = answer.header("content-encoding").orElse("identity").toLowerCase(Locale.ROOT);
    ByteArrayInputStream coded = new ByteArrayInputStream(answer.body());
    return switch (coding.strip()) {
      case "identity", "" -> answer.body();
      case "gzip", "x-gzip" -> bounded(new GZIPInputStream(coded));
      case "deflate" -> bounded(new InflaterInputStream(coded));
      default -> throw new IOException("content coding '" + coding + "' is not known");
    };
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
