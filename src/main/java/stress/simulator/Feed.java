package stress.simulator;

import java.util.Optional;
import java.util.function.Supplier;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * One progress socket: looks at its job at fixed intervals and decides what to send. Event loop
 * only.
 */
final class Feed {
  /** Where frames go. */
  interface Wire {
    void send(String text);

    /** With a close frame. */
    void close(int code, String reason);

    /** Without one. */
    void drop();
  }

  private final String id;
  private final Supplier<Optional<Told>> looking;
  private final FeedStyle style;
  private final SocketFaults faults;
  private final Wire wire;
  private final NanoClock clock;
  private final Timers timers;
  private final Gate gate;
  private final LateFrames late;
  private Timers.Timer timer = () -> {};
  private boolean begun;
  private boolean over;
  private boolean muted;
  private boolean endTold;
  private long frames;
  private long sequence;
  private long lookDue;
  private long sentDue;
  private long changed;
  private Optional<Told> last = Optional.empty();

  /**
   * @param looking what a client is told now; empty when there is no such job
   */
  Feed(
      String id,
      Supplier<Optional<Told>> looking,
      FeedStyle style,
      SocketFaults faults,
      Wire wire,
      NanoClock clock,
      Timers timers,
      Gate gate,
      LateFrames late) {
    this.id = id;
    this.looking = looking;
    this.style = style;
    this.faults = faults;
    this.wire = wire;
    this.clock = clock;
    this.timers = timers;
    this.gate = gate;
    this.late = late;
  }

  /** The socket is open. */
  void opened() {
    if (!style.waitsForSubscription()) {
      begin();
    }
  }

  /** The client sent a text. */
  void message(String text) {
    if (begun || over || !style.waitsForSubscription()) {
      return;
    }
    if (text.replaceAll("\\s", "").contains("\"action\":\"subscribe\"")) {
      begin();
    } else {
      close(1008, "expected a subscription");
    }
  }

  /** The socket is closed. */
  void closed() {
    gone();
    late.forget();
  }

  private void gone() {
    over = true;
    timer.cancel();
  }

  private void begin() {
    begun = true;
    lookDue = clock.nanos();
    String greeting = style.greeting(id, lookDue);
    if (!greeting.isEmpty()) {
      send(greeting);
    }
    look();
  }

  private void look() {
    if (over) {
      return;
    }
    Optional<Told> now = looking.get();
    if (now.isEmpty()) {
      unknown();
    } else {
      known(now.get());
    }
    if (!over) {
      lookDue = Math.max(lookDue + style.look().toNanos(), clock.nanos());
      timer = timers.at(lookDue, () -> gate.pass(this::look));
    }
  }

  private void unknown() {
    if (heartbeatDue()) {
      send(style.unknown(id, ++sequence, clock.nanos()));
    }
    style.closeOfUnknown().ifPresent(code -> close(code, "no such job"));
  }

  private boolean heartbeatDue() {
    return sequence == 0 || lookDue - sentDue >= style.heartbeat().toNanos();
  }

  private void known(Told now) {
    boolean change = last.isEmpty() || !last.get().sameAs(now);
    boolean end = change && now.phase().terminal() && !endTold;
    if (end && faults.has("lost")) {
      faults.done("lost");
      endTold = true;
      if (style.closesAtEnd()) {
        close(1000, "done");
      }
    } else if (endTold && faults.has("lost")) {
      repeatLast(now);
    } else if (change) {
      changed = now.now();
      last = Optional.of(now);
      String text = style.state(now, FeedStyle.Reason.CHANGE, ++sequence, changed);
      send(text);
      if (end) {
        end(text);
      }
    } else if (heartbeatDue()) {
      send(style.state(now, FeedStyle.Reason.HEARTBEAT, ++sequence, changed));
    }
  }

  private void repeatLast(Told now) {
    if (last.isPresent() && heartbeatDue()) {
      Told before = last.get();
      Told again =
          new Told(before.job(), before.phase(), before.oddWord(), before.progress(), now.now());
      send(style.state(again, FeedStyle.Reason.HEARTBEAT, ++sequence, changed));
    }
  }

  private void end(String text) {
    endTold = true;
    if (!over && !muted && faults.has("duplicate")) {
      faults.done("duplicate");
      send(text);
    }
    if (!over && !muted && style.closesAtEnd()) {
      close(1000, "done");
    }
  }

  private void send(String text) {
    sentDue = lookDue;
    if (over || muted || (frames == 2 && broken())) {
      return;
    }
    frames++;
    late.send(delay(), () -> wire.send(text));
  }

  /** Does what goes wrong instead of the third frame. */
  private boolean broken() {
    Optional<FaultRule> rule = faults.breaking();
    rule.ifPresent(
        found -> {
          faults.done(found);
          switch (found.name()) {
            case "drop" -> {
              closed();
              wire.drop();
            }
            case "silence" -> {
              muted = true;
              gone();
            }
            default -> {
              late.send(delay(), () -> wire.send("{\"error\":\"simulated server fault\"}"));
              close(((FaultRule.Code) found.value()).code(), "simulated server fault");
            }
          }
        });
    return rule.isPresent();
  }

  private void close(int code, String reason) {
    gone();
    late.close(delay(), () -> wire.close(code, reason));
  }

  private Optional<SocketFaults.Delay> delay() {
    return faults.delay(frames);
  }
}
