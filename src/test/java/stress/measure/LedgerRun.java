package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A run as {@code stress.run} makes it of a ledger, for synthetic events at given offsets. */
final class LedgerRun {
  static final long SECOND = 1_000_000_000;
  static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");

  final Ledger ledger = new Ledger(0);
  private final Totals totals = new Totals();
  private final TimeSeries series = new TimeSeries();
  private final Span submissions = new Span(0);

  void submitted(long instant) {
    submissions.include(instant);
  }

  void flip(long now, Gauges gauges) {
    Interval interval = ledger.flip(now, gauges);
    totals.add(interval);
    series.add(interval);
  }

  ScenarioResult scenario(Instant begun, long elapsed) {
    return new ScenarioResult(
        Scenario.END_TO_END,
        false,
        begun,
        Duration.ofNanos(elapsed),
        End.COMPLETED,
        totals.counts(),
        totals.distributions(),
        series.points(),
        submissions.window(),
        Optional.empty(),
        ledger.errors().entries(),
        ledger.errors().beyond(),
        ledger.identity().findings(),
        Optional.empty(),
        Optional.empty(),
        new GeneratorHealth(
            OptionalDouble.empty(),
            OptionalDouble.of(25),
            OptionalLong.of(SECOND),
            2,
            1 << 20,
            OptionalLong.empty()),
        List.of());
  }

  static RunResult run(String id, ScenarioResult... scenarios) {
    return run(id, Map.of(), scenarios);
  }

  /** With conditions that take the place of, or come after, the usual ones. */
  static RunResult run(String id, Map<String, String> other, ScenarioResult... scenarios) {
    return new RunResult(
        id,
        "stress 0.1.0",
        "jobs",
        List.of(
            condition("target", other.getOrDefault("target", "http://localhost:8000")),
            condition("load", other.getOrDefault("load", "batched: 250 jobs in batches of 5")),
            condition("seed", other.getOrDefault("seed", id)),
            condition("run", id)),
        List.of("submissions.success >= 100%", "completions.success >= 99%"),
        List.of(scenarios));
  }

  private static RunResult.Condition condition(String label, String value) {
    return new RunResult.Condition(label, value);
  }
}
