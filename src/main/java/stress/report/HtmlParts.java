package stress.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style sheets and scripts of the page, ours and those of uPlot, which draws the charts; the page
 * carries them whole and allows no others.
 */
final class HtmlParts {
  private HtmlParts() {}

  static String style() {
    return uPlotStyle() + "\n" + ownStyle();
  }

  private static String uPlotStyle() {
    return read(
        HtmlParts.class.getResourceAsStream(
            "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.min.css"));
  }

  private static String ownStyle() {
    return read(HtmlParts.class.getResourceAsStream("/report/report.css"));
  }

  /** The library, with its notice. */
  static String library() {
    String licence =
        read(
            HtmlParts.class.getResourceAsStream(
                "/META-INF/resources/webjars/uplot/1.6.30/LICENSE"));
    return "/*!\nuPlot, "
        + licence
        + "\n*/\n"
        + read(
            HtmlParts.class.getResourceAsStream(
                "/META-INF/resources/webjars/uplot/1.6.30/dist/uPlot.iife.min.js"));
  }

  static String script() {
    return read(HtmlParts.class.getResourceAsStream("/report/report.js"));
  }

  /** The source expression by which a content security policy allows exactly this text. */
  static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  private static String read(InputStream resource) {
    try (resource) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A part of the program cannot be read", unreadable);
    }
  }
}
