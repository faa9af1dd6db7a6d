package stress.websocket;

import java.time.Duration;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.transport.SocketLink;

/** Sends the messages of one connection and finds their answers. Event loop. */
final class Echoes {
  private final long connection;
  private final SocketLink link;
  private final Sending sending;
  private final Marks marks;
  private final NanoClock clock;
  private final Timers timers;
  private final Ledger ledger;
  private final WaitingMessages waiting;
  private final long begun;
  private Optional<Timers.Timer> timer = Optional.empty();
  private long number;
  private long sent;
  private boolean stopped;

  /**
   * @param phase of the first message within the period of an open rate: 0 ≤ phase < 1
   */
  Echoes(Scene scene, long connection, SocketLink link, Sending sending, double phase) {
    this.connection = connection;
    this.link = link;
    this.sending = sending;
    this.marks = scene.marks().orElseThrow();
    this.clock = scene.clock();
    this.timers = scene.timers();
    this.ledger = scene.ledger();
    boolean open = sending.pace() instanceof SendPace.Open;
    this.waiting = new WaitingMessages(open ? sending.mostWaiting() : 1);
    this.begun =
        clock.nanos()
            + (sending.pace() instanceof SendPace.Open pace
                ? (long) (phase * pace.rate().nanos() / pace.rate().starts())
                : 0);
  }

  void begin() {
    if (sending.pace() instanceof SendPace.Open pace) {
      wakeAt(due(pace.rate()));
    } else {
      send(clock.nanos());
    }
  }

  private void wakeAt(long until) {
    timer = Optional.of(timers.at(until, this::wake));
  }

  private void wake() {
    if (stopped) {
      return;
    }
    if (sending.pace() instanceof SendPace.Open pace) {
      long now = clock.nanos();
      for (long due = due(pace.rate()); due <= now && !stopped; due = due(pace.rate())) {
        number++;
        due(due);
      }
      if (!stopped) {
        wakeAt(due(pace.rate()));
      }
    } else {
      number++;
      send(clock.nanos());
    }
  }

  /** When the next message is due: exact, and without overflow however many there were. */
  private long due(Rate rate) {
    return begun
        + number / rate.starts() * rate.nanos()
        + number % rate.starts() * rate.nanos() / rate.starts();
  }

  private void due(long intended) {
    if (waiting.isFull()) {
      ledger.count(Counter.MESSAGES_UNSENT);
    } else {
      send(intended);
    }
  }

  private void send(long intended) {
    long sequence = sent++;
    long now = clock.nanos();
    int place = waiting.add(sequence, intended, now);
    byte[] bytes = sending.messages().message(marks.write(connection, sequence, place));
    ledger.count(Counter.MESSAGES_OUT);
    ledger.count(Counter.BYTES_OUT, bytes.length);
    if (sending.messages().source().binary()) {
      link.binary(bytes);
    } else {
      link.text(bytes);
    }
  }

  /** A message arrived; most likely an answer. */
  void arrived(byte[] payload, long at) {
    Optional<Marks.Mark> found = marks.find(payload);
    if (found.isEmpty()) {
      return;
    }
    Marks.Mark mark = found.get();
    if (mark.connection() != connection || !waiting.holds(mark.slot(), mark.sequence())) {
      ledger.count(Counter.ECHOES_UNKNOWN);
      return;
    }
    ledger.count(Counter.ECHOES);
    ledger.record(Series.ECHO_SERVICE, at - waiting.sent(mark.slot()));
    if (sending.pace() instanceof SendPace.Open) {
      ledger.record(Series.ECHO_RESPONSE, at - waiting.intended(mark.slot()));
    }
    waiting.remove(mark.slot());
    if (sending.pace() instanceof SendPace.Closed pace && !stopped) {
      answered(pace.think(), at);
    }
  }

  private void answered(Duration think, long at) {
    if (think.isZero()) {
      wake();
    } else {
      wakeAt(at + think.toNanos());
    }
  }

  /** Messages sent. */
  long sent() {
    return sent;
  }

  /** Sends nothing any more; answers are still welcome. */
  void stop() {
    stopped = true;
    timer.ifPresent(Timers.Timer::cancel);
  }

  /** The connection has ended: what waits will not be answered. */
  void end() {
    stop();
    ledger.count(Counter.ECHOES_UNANSWERED, waiting.size());
  }
}
