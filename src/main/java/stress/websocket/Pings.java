package stress.websocket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.transport.SocketLink;

/**
 * The protocol's pings on one connection. One that has no pong when the next is due is left; a pong
 * to none or to an older one says nothing. Event loop.
 */
final class Pings {
  private static final int LENGTH = 16;

  private final long connection;
  private final SocketLink link;
  private final long interval;
  private final NanoClock clock;
  private final Timers timers;
  private final Ledger ledger;
  private Optional<Timers.Timer> timer = Optional.empty();
  private long due;
  private long sequence;
  private long sentAt;
  private boolean waiting;

  /**
   * @param phase of the first ping within the interval, so that connections take turns: 0 ≤ phase <
   *     1
   */
  Pings(Scene scene, long connection, SocketLink link, Duration interval, double phase) {
    this.connection = connection;
    this.link = link;
    this.interval = interval.toNanos();
    this.clock = scene.clock();
    this.timers = scene.timers();
    this.ledger = scene.ledger();
    this.due = clock.nanos() + (long) (this.interval * phase);
  }

  void begin() {
    timer = Optional.of(timers.at(due, this::ping));
  }

  private void ping() {
    sequence++;
    waiting = true;
    ledger.count(Counter.PINGS);
    long now = clock.nanos();
    sentAt = now;
    link.ping(ByteBuffer.allocate(LENGTH).putLong(sequence).putLong(connection).array());
    due += interval * (1 + (now - due) / interval); // a late one is not made up for
    begin();
  }

  void pong(byte[] payload, long at) {
    if (!waiting || payload.length != LENGTH) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(payload);
    if (bytes.getLong() == sequence && bytes.getLong() == connection) {
      waiting = false;
      ledger.count(Counter.PONGS);
      ledger.record(Series.PING, at - sentAt);
    }
  }

  void stop() {
    timer.ifPresent(Timers.Timer::cancel);
  }
}
