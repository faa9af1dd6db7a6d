package stress.transport;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;

/**
 * What a TLS handshake failed of, in words that are the same for the same failure. JDK and targets
 * say it in exceptions and alerts of many forms.
 */
final class TlsWords {
  static final String NOT_TRUSTED =
      "the certificate is not trusted (self-signed or an unknown authority)";
  static final String OTHER_HOST = "the certificate is for another host";
  static final String DEMANDS_CERTIFICATE = "the target demands a client certificate";
  static final String REFUSES_CERTIFICATE =
      "the target refuses our client certificate, or demands one";
  static final String NO_TLS = "the target does not speak TLS at this port";

  private TlsWords() {}

  static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String words = ofOne(cause);
      if (!words.isEmpty()) {
        return words;
      }
    }
    Throwable root = FailureKinds.root(failure);
    return root.getClass().getSimpleName()
        + ": "
        + (root.getMessage() == null ? "" : root.getMessage());
  }

  private static String ofOne(Throwable cause) {
    if (cause instanceof NotSslRecordException) {
      return NO_TLS;
    }
    if (cause instanceof CertificateExpiredException) {
      return "the certificate has expired";
    }
    if (cause instanceof CertificateNotYetValidException) {
      return "the certificate is not valid yet";
    }
    String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
    if (message.contains("no subject alternative") || message.contains("no name matching")) {
      return OTHER_HOST;
    }
    if (message.startsWith("received fatal alert: ")) {
      return alert(message.substring("received fatal alert: ".length()));
    }
    if (message.contains("no appropriate protocol") || message.contains("protocol version")) {
      return "the target and stress have no version of TLS in common";
    }
    // Expired authorities come inside of this one, so it is asked last: see the loop above.
    boolean noPath = cause instanceof CertPathBuilderException && cause.getCause() == null;
    return noPath ? NOT_TRUSTED : "";
  }

  private static String alert(String name) {
    return switch (name) {
      case "certificate_required" -> DEMANDS_CERTIFICATE;
      case "bad_certificate", "certificate_unknown", "unknown_ca", "unsupported_certificate" ->
          REFUSES_CERTIFICATE;
      case "protocol_version" -> "the target and stress have no version of TLS in common";
      case "unrecognized_name" -> "the target knows no host of this name";
      default -> "the target ended the TLS handshake: " + name;
    };
  }
}
