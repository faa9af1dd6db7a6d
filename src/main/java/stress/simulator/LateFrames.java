package stress.simulator;

import java.util.ArrayDeque;
import java.util.Optional;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * The frames of one socket that leave later than their timestamp was taken, in their order. Event
 * loop only.
 */
final class LateFrames {
  private final NanoClock clock;
  private final Timers timers;
  private final Gate gate;
  private final SocketTally tally;
  private long released = Long.MIN_VALUE;
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean forgotten;

  /**
   * @param timers exact ones: what they are late adds to the delay
   */
  LateFrames(NanoClock clock, Timers timers, Gate gate, SocketTally tally) {
    this.clock = clock;
    this.timers = timers;
    this.gate = gate;
    this.tally = tally;
  }

  /** Sends a frame whose timestamp was taken now: at once, or after its delay. */
  void send(Optional<SocketFaults.Delay> delay, Runnable frame) {
    inTurn(delay, true, frame);
  }

  /** Ends the socket, after the frames before; the delay is not counted as one of a frame. */
  void close(Optional<SocketFaults.Delay> delay, Runnable end) {
    inTurn(delay, false, end);
  }

  private void inTurn(Optional<SocketFaults.Delay> delay, boolean frame, Runnable work) {
    if (delay.isEmpty() && waiting.isEmpty()) {
      work.run();
      return;
    }
    long taken = clock.nanos();
    released = Math.max(released + 1, taken + delay.map(SocketFaults.Delay::nanos).orElse(0L));
    long injected = released - taken;
    Runnable late =
        () -> {
          if (!forgotten) {
            work.run();
            delay
                .filter(some -> frame)
                .ifPresent(some -> tally.held(some.kind(), injected, clock.nanos() - taken));
          }
        };
    waiting.add(late);
    // Timers some nanoseconds apart may fire in another order; the frames keep theirs.
    timers.at(released, () -> gate.pass(() -> waiting.remove().run()));
  }

  /** The socket is closed: what waits is never sent. */
  void forget() {
    forgotten = true;
  }
}
