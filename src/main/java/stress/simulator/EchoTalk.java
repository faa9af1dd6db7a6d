package stress.simulator;

import java.util.Optional;

/** Sends every message of one socket back, unless something goes wrong. Event loop only. */
final class EchoTalk {
  private final SocketFaults faults;
  private final Feed.Wire wire;
  private final LateFrames late;
  private long messages;
  private long answers;
  private boolean over;

  EchoTalk(SocketFaults faults, Feed.Wire wire, LateFrames late) {
    this.faults = faults;
    this.wire = wire;
    this.late = late;
  }

  /**
   * A message came in.
   *
   * @param send sends it back
   * @param afterwards done when it was sent back
   */
  void answer(Runnable send, Runnable afterwards) {
    long number = messages++;
    if (over || faults.strikes("lost", number) || (answers == 2 && broken())) {
      return;
    }
    answers++;
    boolean twice = faults.strikes("duplicate", number);
    late.send(
        faults.delay(number),
        () -> {
          send.run();
          if (twice) {
            send.run();
          }
          afterwards.run();
        });
  }

  /** Does what goes wrong instead of the third answer. */
  private boolean broken() {
    Optional<FaultRule> rule = faults.breaking();
    rule.ifPresent(
        found -> {
          over = true;
          faults.done(found);
          if (found.name().equals("drop")) {
            late.forget();
            wire.drop();
          } else if (found.name().equals("close")) {
            int code = ((FaultRule.Code) found.value()).code();
            late.close(Optional.empty(), () -> wire.close(code, "simulated server fault"));
          }
        });
    return rule.isPresent();
  }

  /** The socket is closed. */
  void closed() {
    over = true;
    late.forget();
  }
}
