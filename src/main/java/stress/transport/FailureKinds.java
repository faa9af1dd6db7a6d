package stress.transport;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import stress.measure.ErrorKind;

/** Tells what a failed exchange died of, from the exception that the transport gave. */
final class FailureKinds {
  private FailureKinds() {}

  static ErrorKind of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      ErrorKind kind = ofOne(cause);
      if (kind != ErrorKind.OTHER) {
        return kind;
      }
    }
    return ErrorKind.OTHER;
  }

  private static ErrorKind ofOne(Throwable cause) {
    String message = message(cause);
    // What the generator's own system refused comes in the same classes as what the target refused.
    if (message.contains("too many open files")) {
      return ErrorKind.DESCRIPTORS;
    }
    if (cause instanceof BindException || message.contains("cannot assign requested address")) {
      return ErrorKind.PORTS;
    }
    if (cause instanceof UnknownHostException) {
      return ErrorKind.DNS;
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return connecting(cause, message);
    }
    if (cause instanceof SSLException || cause instanceof CertificateException) {
      return ErrorKind.TLS;
    }
    if (cause instanceof TimeoutException) {
      return ErrorKind.REQUEST_TIMEOUT;
    }
    if (cause instanceof ClosedChannelException) {
      return ErrorKind.CONNECTION_LOST; // it has no message
    }
    boolean lost = Stream.of("closed", "reset", "pipe", "timed out").anyMatch(message::contains);
    if (lost && (cause instanceof IOException || cause instanceof VertxException)) {
      return ErrorKind.CONNECTION_LOST;
    }
    return cause instanceof SocketException ? ErrorKind.CONNECTION_LOST : ErrorKind.OTHER;
  }

  /** Nothing was connected yet, so nothing was lost. */
  private static ErrorKind connecting(Throwable cause, String message) {
    if (cause instanceof ConnectTimeoutException || message.contains("timed out")) {
      return ErrorKind.CONNECT_TIMEOUT;
    }
    return message.contains("refused") ? ErrorKind.CONNECTION_REFUSED : ErrorKind.OTHER;
  }

  /** A few words that are the same for the same failure: no addresses, no ports. */
  static String detail(Throwable failure, ErrorKind kind) {
    if (kind != ErrorKind.OTHER && kind != ErrorKind.TLS && kind != ErrorKind.DNS) {
      return "";
    }
    if (kind == ErrorKind.TLS) {
      return TlsWords.of(failure);
    }
    Throwable root = root(failure);
    String message = root.getMessage() == null ? "" : root.getMessage();
    String text =
        kind == ErrorKind.DNS ? message : root.getClass().getSimpleName() + ": " + message;
    return text.replaceAll("[\\w.-]*/\\[?[0-9a-fA-F.:]+(%\\w+)?\\]?:\\d+", "…");
  }

  static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** What an established connection died of; empty where the system says nothing. */
  static String words(Throwable failure) {
    String message = message(root(failure));
    if (message.contains("reset") || message.contains("pipe")) {
      return "connection reset";
    }
    if (message.contains("timed out")) {
      return "connection timed out";
    }
    ErrorKind kind = of(failure);
    return kind == ErrorKind.CONNECTION_LOST ? "" : detail(failure, kind);
  }

  private static String message(Throwable cause) {
    return cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
  }
}
