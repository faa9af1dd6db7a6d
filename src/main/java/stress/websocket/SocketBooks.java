package stress.websocket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import stress.measure.AddressEntry;
import stress.measure.ClockOffset;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Ledger;
import stress.measure.Phase;
import stress.measure.Series;
import stress.measure.SocketFacts;
import stress.measure.Span;
import stress.measure.Spreads;
import stress.transport.Handshake;
import stress.transport.Refusal;
import stress.transport.SocketEvent;

/** Where connections are written down: how they opened, failed and ended. Event loop. */
final class SocketBooks {
  private static final int MOST_ADDRESSES = 256;
  private static final String OTHER_ADDRESSES = "…other addresses";

  final Ledger ledger;
  final Span tries;
  final Span messages;
  final Span intended;
  final Span starts;
  final CloseTable closes = new CloseTable();
  private final int planned;
  private final boolean sending;
  private final Map<String, Long> addresses = new LinkedHashMap<>();
  private final Spreads messagesIn = new Spreads();
  private final Spreads bytesIn = new Spreads();
  private final Spreads messagesOut = new Spreads();
  private Optional<Long> full = Optional.empty();
  private long open;

  SocketBooks(SocketLoad load, Ledger ledger) {
    this.ledger = ledger;
    this.planned = load.connections();
    this.sending = load.sending().isPresent();
    this.tries = new Span(ledger.origin());
    this.messages = new Span(ledger.origin());
    this.intended = new Span(ledger.origin());
    this.starts = new Span(ledger.origin());
  }

  /** Connections that are open. */
  long open() {
    return open;
  }

  /** A connection opened. */
  void opened(SocketEvent.Opened event, OptionalLong due) {
    open++;
    if (open == planned && full.isEmpty()) {
      full = Optional.of(event.at() - ledger.origin());
    }
    ledger.count(Counter.CONNECTIONS_OPENED);
    tries.include(event.at());
    due.ifPresent(at -> ledger.record(Series.CONNECT_RESPONSE, event.at() - at));
    phases(event.handshake(), event.at());
    String address = event.handshake().address();
    boolean told = addresses.containsKey(address) || addresses.size() < MOST_ADDRESSES;
    addresses.merge(told ? address : OTHER_ADDRESSES, 1L, Long::sum);
  }

  private void phases(Handshake handshake, long at) {
    long dialled = handshake.dialled();
    long resolved = handshake.resolved().orElse(dialled);
    long secured = handshake.secured().orElse(handshake.connected());
    ledger.record(Series.HANDSHAKE, at - dialled);
    if (handshake.resolved().isPresent()) {
      ledger.record(Series.HANDSHAKE_DNS, resolved - dialled);
    }
    ledger.record(Series.HANDSHAKE_TCP, handshake.connected() - resolved);
    if (handshake.secured().isPresent()) {
      ledger.record(Series.HANDSHAKE_TLS, secured - handshake.connected());
    }
    ledger.record(Series.HANDSHAKE_UPGRADE, handshake.upgraded() - secured);
  }

  /** A connection did not open. */
  void failed(SocketEvent.Failed event) {
    tries.include(event.at());
    ledger.count(counter(event));
    ledger.record(Series.CONNECT_FAILED, event.at() - event.dialled());
    ErrorSignature signature =
        new ErrorSignature(Phase.SOCKET, event.kind(), event.status(), detail(event));
    ledger.error(signature, event.at(), event.answer().map(Refusal::body).orElse(""));
  }

  private static Counter counter(SocketEvent.Failed event) {
    if (event.answer().isPresent()) {
      return Counter.CONNECTIONS_REFUSED;
    }
    return event.kind() == ErrorKind.DESCRIPTORS || event.kind() == ErrorKind.PORTS
        ? Counter.CONNECTIONS_EXHAUSTED
        : Counter.CONNECTIONS_FAILED;
  }

  private static String detail(SocketEvent.Failed event) {
    List<String> parts = new ArrayList<>();
    if (!event.detail().isEmpty()) {
      parts.add(event.detail());
    }
    event
        .answer()
        .flatMap(Refusal::retryAfter)
        .ifPresent(wait -> parts.add("Retry-After " + wait.toSeconds() + " s"));
    event.answer().flatMap(Refusal::location).ifPresent(to -> parts.add("to " + to));
    return String.join(", ", parts);
  }

  /** An opened connection has ended, whichever way; what it carried is known. */
  void ended(long openedAt, long endedAt, long received, long receivedBytes, long sent) {
    open--;
    ledger.record(Series.CONNECTION_HELD, endedAt - openedAt);
    messagesIn.add(received);
    bytesIn.add(receivedBytes);
    if (sending) {
      messagesOut.add(sent);
    }
  }

  /** An opened connection was closed or cut before its time. */
  void lost(SocketEvent.Closed event, String sample) {
    ledger.count(Counter.CONNECTIONS_LOST);
    String words = event.reason().isEmpty() ? event.detail() : event.reason();
    ErrorSignature signature =
        new ErrorSignature(Phase.SOCKET, kind(event), OptionalInt.of(event.code()), words);
    ledger.error(signature, event.at(), sample);
  }

  /** What we close for ourselves, we close for a fault of the target's or a limit of our own. */
  private static ErrorKind kind(SocketEvent.Closed event) {
    if (event.by() != Closer.US) {
      return ErrorKind.SOCKET_CLOSED;
    }
    return switch (event.code()) {
      case 1002, 1007 -> ErrorKind.PROTOCOL_ERROR;
      case 1009 -> ErrorKind.MESSAGE_TOO_LARGE;
      default -> ErrorKind.SOCKET_CLOSED;
    };
  }

  SocketFacts facts(Optional<ClockOffset> clock) {
    return new SocketFacts(
        planned,
        full,
        closes.entries(),
        addresses.entrySet().stream()
            .map(e -> new AddressEntry(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingLong(AddressEntry::opened).reversed())
            .toList(),
        clock,
        messagesIn.spread(),
        bytesIn.spread(),
        messagesOut.spread(),
        List.of());
  }
}
