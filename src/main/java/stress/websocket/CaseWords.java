package stress.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stress.measure.Closer;
import stress.measure.ErrorKind;
import stress.transport.SocketEvent;
import stress.transport.WireEvent;

/** Reactions in words. */
final class CaseWords {
  private CaseWords() {}

  /** A duration for the eye: {@code 0.4 ms}, {@code 37 ms}, {@code 1.2 s}. */
  static String time(long nanos) {
    double millis = nanos / 1e6;
    if (millis < 10) {
      return String.format(Locale.ROOT, "%.1f ms", millis);
    }
    return millis < 1000
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  static String after(long nanos) {
    return " after " + time(nanos);
  }

  /** How a connection that never stood speaks of the target, or of us. */
  static CaseOutcome unreachable(ErrorKind kind, String detail, long nanos) {
    String words = kind.text() + (detail.isEmpty() ? "" : " (" + detail + ")");
    if (kind.side() == ErrorKind.Side.GENERATOR) {
      return CaseOutcome.impossible("could not be carried out: " + words);
    }
    return kind == ErrorKind.CONNECT_TIMEOUT || kind == ErrorKind.REQUEST_TIMEOUT
        ? CaseOutcome.nothing(words, nanos)
        : CaseOutcome.unexpected("was not reached: " + words, nanos);
  }

  /** What came instead of an open socket. */
  static CaseOutcome failed(SocketEvent.Failed failed) {
    long nanos = failed.at() - failed.dialled();
    if (failed.status().isEmpty()) {
      return unreachable(failed.kind(), failed.detail(), nanos);
    }
    int status = failed.status().getAsInt();
    return CaseOutcome.of(isRefusal(status), refused(status), nanos);
  }

  /** Whether a status says that the client asked for something wrong. */
  static boolean isRefusal(int status) {
    return status >= 400 && status < 500;
  }

  static String refused(int status) {
    return "refused with HTTP " + status;
  }

  /** What was answered to the upgrade, if anything. */
  static String answered(RawSeen seen) {
    if (seen.garbled()) {
      return "answered with something that is not HTTP";
    }
    if (seen.answer().isEmpty()) {
      return seen.ended().map(CaseWords::gone).orElse("did not answer the upgrade");
    }
    int status = seen.answer().get().status();
    return status >= 400 ? refused(status) : "answered with HTTP " + status;
  }

  private static String gone(WireEvent.Ended ended) {
    return (ended.reset() ? "reset" : "closed") + " the connection without an answer";
  }

  static String cut(WireEvent.Ended ended) {
    return (ended.reset() ? "reset" : "closed") + " the connection without a close frame";
  }

  static String closed(RawFrame close) {
    return close.closeCode().isEmpty()
        ? "closed without a code"
        : closed(close.closeCode().getAsInt(), close.closeReason());
  }

  private static String closed(int code, String reason) {
    return "closed with " + code + (reason.isEmpty() ? "" : " '" + reason + "'");
  }

  static String closed(SocketEvent.Closed closed) {
    if (closed.by() == Closer.NETWORK || closed.code() == 1006) {
      return "cut the connection without a close frame";
    }
    return closed.code() == 1005 ? "closed without a code" : closed(closed.code(), closed.reason());
  }

  /** What an open socket told, and whether it still stands. */
  static String told(CaseHeard heard) {
    List<String> parts = new ArrayList<>();
    parts.add("accepted");
    if (!heard.words().isEmpty()) {
      parts.add("told " + String.join(", then ", heard.words()));
    } else if (heard.messages() > 0) {
      parts.add("sent " + messages(heard.messages()) + " that the contract cannot read");
    }
    heard.error().ifPresent(error -> parts.add("told the error '" + error + "'"));
    if (heard.messages() > 2) {
      parts.add("a message every " + time(heard.meanGap()));
    }
    Optional<SocketEvent.Closed> closed = heard.closed();
    parts.add(closed.map(CaseWords::closed).orElse("stayed open"));
    return String.join(", ", parts);
  }

  private static String messages(long count) {
    return count == 1 ? "a message" : count + " messages";
  }
}
