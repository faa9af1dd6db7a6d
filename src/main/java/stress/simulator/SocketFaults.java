package stress.simulator;

import java.util.List;
import java.util.Optional;

/** What goes wrong with one progress socket, decided when its upgrade is asked for. */
final class SocketFaults {
  private static final List<String> BREAKING = List.of("close", "drop", "silence");
  private final List<FaultRule> hits;
  private final Chance chance;
  private final long socket;
  private final Tally tally;
  private boolean delayCounted;

  private SocketFaults(List<FaultRule> hits, Chance chance, long socket, Tally tally) {
    this.hits = hits;
    this.chance = chance;
    this.socket = socket;
    this.tally = tally;
  }

  static SocketFaults decide(List<FaultRule> rules, Chance chance, long socket, Tally tally) {
    List<FaultRule> hits = rules.stream().filter(rule -> rule.hits(chance, socket)).toList();
    return new SocketFaults(hits, chance, socket, tally);
  }

  private Optional<FaultRule> named(String name) {
    return hits.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  Optional<FaultRule> refusal() {
    return named("refuse");
  }

  /** What happens instead of the third frame. */
  Optional<FaultRule> breaking() {
    return hits.stream().filter(rule -> BREAKING.contains(rule.name())).findFirst();
  }

  boolean lost() {
    return named("lost").isPresent();
  }

  void doneLost() {
    named("lost").ifPresent(this::done);
  }

  boolean duplicate() {
    return named("duplicate").isPresent();
  }

  void doneDuplicate() {
    named("duplicate").ifPresent(this::done);
  }

  boolean delays() {
    return named("delay").isPresent();
  }

  /** How much later than its timestamp the frame with that number leaves. */
  long delayNanos(long frame) {
    FaultRule rule = named("delay").orElseThrow();
    if (!delayCounted) {
      delayCounted = true;
      done(rule);
    }
    double part = chance.uniform("socket.delay " + socket, frame);
    return ((FaultRule.Pause) rule.value()).nanos(part);
  }

  void done(FaultRule rule) {
    tally.fault(rule.kind());
  }
}
