package stress.simulator;

import java.util.List;
import java.util.Optional;

/**
 * What goes wrong with one job, decided when it is accepted.
 *
 * @param word told instead of running
 */
record JobFaults(
    boolean stuck,
    boolean fails,
    Optional<String> word,
    boolean turns,
    boolean goesBack,
    boolean oddId) {
  static final JobFaults NONE = new JobFaults(false, false, Optional.empty(), false, false, false);

  static JobFaults decide(List<FaultRule> rules, Chance chance, long index) {
    if (rules.isEmpty()) {
      return NONE;
    }
    List<FaultRule> hits = rules.stream().filter(rule -> rule.hits(chance, index)).toList();
    Optional<String> word =
        hits.stream()
            .map(FaultRule::value)
            .filter(FaultRule.Text.class::isInstance)
            .map(value -> ((FaultRule.Text) value).text())
            .findFirst();
    return new JobFaults(
        named(hits, "stuck"),
        named(hits, "fail"),
        word,
        named(hits, "twice"),
        named(hits, "back"),
        named(hits, "oddid"));
  }

  private static boolean named(List<FaultRule> hits, String name) {
    return hits.stream().anyMatch(rule -> rule.name().equals(name));
  }
}
