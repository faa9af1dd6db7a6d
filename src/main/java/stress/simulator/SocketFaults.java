package stress.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What goes wrong with one socket, decided when its upgrade is asked for; some faults hit single
 * messages, decided by the numbers of the socket and of the message.
 */
final class SocketFaults {
  private static final Set<String> BREAKING = Set.of("close", "drop", "silence");
  private static final Set<String> OF_MESSAGES =
      Set.of("echo.delay", "echo.lost", "echo.duplicate", "push.gap");
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

  /**
   * @param socket the number of the upgrade among those of its kind, from 0
   */
  static SocketFaults decide(List<FaultRule> rules, Chance chance, long socket, Tally tally) {
    List<FaultRule> hits =
        rules.stream()
            .filter(rule -> OF_MESSAGES.contains(rule.kind()) || rule.hits(chance, socket))
            .toList();
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

  boolean has(String name) {
    return named(name).isPresent();
  }

  void done(String name) {
    named(name).ifPresent(this::done);
  }

  /** Whether a fault of messages hits the one with that number; counts it when it does. */
  boolean strikes(String name, long message) {
    Optional<FaultRule> rule = named(name).filter(found -> hitsMessage(found, message));
    rule.ifPresent(this::done);
    return rule.isPresent();
  }

  private boolean hitsMessage(FaultRule rule, long message) {
    return rule.probability() >= 1
        || chance.uniform(rule.kind() + rule.value() + " " + socket, message) < rule.probability();
  }

  /** The delay of the message with that number, when it has one; counts it where it is due. */
  Optional<Delay> delay(long message) {
    Optional<FaultRule> found = named("delay");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    FaultRule rule = found.get();
    boolean ofMessages = OF_MESSAGES.contains(rule.kind());
    if (ofMessages && !hitsMessage(rule, message)) {
      return Optional.empty();
    }
    if (ofMessages || !delayCounted) {
      delayCounted = true;
      done(rule);
    }
    double part = chance.uniform(rule.kind() + " " + socket, message);
    return Optional.of(new Delay(rule.kind(), ((FaultRule.Pause) rule.value()).nanos(part)));
  }

  /** How much later than its timestamp a message leaves, and the fault that says so. */
  record Delay(String kind, long nanos) {}

  void done(FaultRule rule) {
    tally.fault(rule.kind());
  }
}
