package stress.simulator;

import java.util.Optional;
import java.util.OptionalLong;
import stress.clock.NanoClock;

/** One push socket: what it sends next, and when that was due. Event loop only. */
final class PushFeed {
  /** Where messages go. */
  interface Wire extends Feed.Wire {
    /** Whether the client reads too slowly for more. */
    boolean full();

    /** Runs the task once, when the client has read. */
    void onDrain(Runnable task);

    /**
     * @param ascii the whole message
     * @param frame bytes of its frames; the last may be shorter
     */
    void send(String ascii, int frame);
  }

  private final PushOrder order;
  private final SocketFaults faults;
  private final Wire wire;
  private final LateFrames late;
  private final Instants instants;
  private final NanoClock clock;
  private final String padding;
  private final long start;
  private long sent;
  private long sequence;
  private boolean over;

  PushFeed(
      PushOrder order,
      SocketFaults faults,
      Wire wire,
      LateFrames late,
      Instants instants,
      NanoClock clock) {
    this.order = order;
    this.faults = faults;
    this.wire = wire;
    this.late = late;
    this.instants = instants;
    this.clock = clock;
    this.padding = "x".repeat(order.size());
    this.start = clock.nanos();
  }

  /** When its next message is due; empty when there is none. */
  OptionalLong due() {
    return over || order.silentAfter(sent)
        ? OptionalLong.empty()
        : OptionalLong.of(start + order.dueNanos(sent));
  }

  Wire wire() {
    return wire;
  }

  /**
   * Sends all that is due; late ones at once.
   *
   * @return false when the client must read first
   */
  boolean sendDue(long now) {
    while (due().isPresent() && due().getAsLong() <= now) {
      if (wire.full()) {
        return false;
      }
      if (sent == 2 && broken()) {
        return true;
      }
      long number = sent++;
      sequence += faults.strikes("gap", number) ? 2 : 1;
      String text = text(clock.nanos(), sequence);
      late.send(faults.delay(number), () -> wire.send(text, order.frame()));
      if (order.count().isPresent() && sent == order.count().getAsLong()) {
        close(1000, "done");
      }
    }
    return true;
  }

  /** Exactly as long as was asked for. */
  private String text(long now, long number) {
    StringBuilder text = new StringBuilder(order.size());
    text.append("{\"timestamp\":\"").append(instants.text(now, "Z"));
    text.append("\",\"message_sequence\":").append(number).append(",\"pad\":\"");
    return text.append(padding, 0, Math.max(0, order.size() - text.length() - 2))
        .append("\"}")
        .toString();
  }

  /** Does what goes wrong instead of the third message. */
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
            case "silence" -> over = true;
            default -> close(((FaultRule.Code) found.value()).code(), "simulated server fault");
          }
        });
    return rule.isPresent();
  }

  private void close(int code, String reason) {
    over = true;
    late.close(Optional.empty(), () -> wire.close(code, reason));
  }

  /** The socket is closed. */
  void closed() {
    over = true;
    late.forget();
  }
}
