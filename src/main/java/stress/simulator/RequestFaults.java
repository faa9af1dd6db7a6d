package stress.simulator;

import java.util.List;
import java.util.Optional;

/**
 * What goes wrong with one request, decided when it comes in.
 *
 * @param decisive decides the answer; the first one written that hits
 * @param delays all pauses before it is handled
 * @param untyped without Content-Type
 * @param zipped with a compressed body
 */
record RequestFaults(
    Optional<FaultRule> decisive,
    List<FaultRule> delays,
    Optional<FaultRule> untyped,
    Optional<FaultRule> zipped) {
  private static final List<String> TOGETHER = List.of("delay", "notype", "gzip");
  static final RequestFaults NONE =
      new RequestFaults(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  static RequestFaults decide(List<FaultRule> rules, Chance chance, long number) {
    if (rules.isEmpty()) {
      return NONE;
    }
    List<FaultRule> hits = rules.stream().filter(rule -> rule.hits(chance, number)).toList();
    if (hits.isEmpty()) {
      return NONE;
    }
    return new RequestFaults(
        hits.stream().filter(rule -> !TOGETHER.contains(rule.name())).findFirst(),
        hits.stream().filter(rule -> rule.name().equals("delay")).toList(),
        hits.stream().filter(rule -> rule.name().equals("notype")).findFirst(),
        hits.stream().filter(rule -> rule.name().equals("gzip")).findFirst());
  }
}
