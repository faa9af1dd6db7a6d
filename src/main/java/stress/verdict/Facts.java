package stress.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import stress.measure.ErrorEntry;
import stress.measure.GeneratorHealth;
import stress.measure.IdentityFinding;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;
import stress.measure.Spread;
import stress.verdict.Metric.Certainty;
import stress.verdict.Metric.Course;

/** The metrics that are neither a series, a counter, a level nor a share. */
final class Facts {
  static final String GROWTH = "jobs.queue.own.growth";

  private static final Predicate<Scenario> ANY = scenario -> true;
  private static final Predicate<Scenario> FOLLOWED = scenario -> scenario == Scenario.END_TO_END;
  private static final Predicate<Scenario> HELD =
      scenario -> scenario == Scenario.CONCURRENT || scenario == Scenario.THROUGHPUT;

  static final List<FactMetric> ALL = all();

  private Facts() {}

  private static List<FactMetric> all() {
    return Stream.of(
            trends(),
            ends(),
            spread("ws.messages.in", Unit.COUNT, "messages received", SocketFacts::messagesIn),
            spread("ws.bytes.in", Unit.BYTES, "payload received", SocketFacts::bytesIn),
            spread("ws.messages.out", Unit.COUNT, "messages sent", SocketFacts::messagesOut))
        .flatMap(metrics -> metrics)
        .toList();
  }

  private static Stream<FactMetric> trends() {
    return Stream.of(
        new FactMetric(
            "jobs.queue.own.slope",
            Unit.TREND,
            "how our own queue grows over the later two thirds of the load",
            Certainty.ESTIMATE,
            Course.EITHER_WAY,
            FOLLOWED,
            sample ->
                QueueTrend.slope(sample)
                    .map(slope -> trend(slope, "Our own queue grows by", "jobs a second"))),
        new FactMetric(
            GROWTH,
            Unit.GROWTH,
            "that slope, of the jobs accepted meanwhile; of a long, steady open load",
            Certainty.ESTIMATE,
            Course.AT_THE_END,
            FOLLOWED,
            sample ->
                QueueTrend.growth(sample)
                    .map(slope -> trend(slope, "Of the accepted jobs pile up", "%"))));
  }

  private static Stream<FactMetric> ends() {
    return Stream.of(
        number("errors.count", "failures of every kind that were noted", ANY, Facts::errors),
        number(
            "identity.count",
            "contradictions of the target, such as an id given twice",
            ANY,
            result -> result.identity().stream().mapToLong(IdentityFinding::count).sum()),
        new FactMetric(
            "run.elapsed",
            Unit.DURATION,
            "the scenario's beginning to its end",
            Certainty.FACT,
            Course.ONLY_UP,
            ANY,
            sample ->
                Optional.of(
                    Measured.of(
                        BigDecimal.valueOf(sample.whole().nanos()),
                        "From the scenario's beginning to its end."))),
        rate("generator.asked.rate", "starts a second that were due", g -> g.askedPerSecond()),
        rate(
            "generator.offered.rate", "starts a second that were begun", g -> g.offeredPerSecond()),
        atEnd(
            "ws.full",
            Unit.DURATION,
            "the beginning to all connections open at once",
            HELD,
            result -> result.sockets().flatMap(SocketFacts::full).map(BigDecimal::valueOf)));
  }

  private static Measured trend(Slope slope, String what, String unit) {
    return new Measured(
        new BigDecimal(slope.perSecond()),
        Optional.of(Limits.of(slope.low(), slope.high())),
        what
            + " "
            + Written.of(Unit.LEVEL, new BigDecimal(slope.perSecond()))
            + " ± "
            + Written.of(Unit.LEVEL, new BigDecimal(slope.half()))
            + " "
            + unit
            + ", the filling at the beginning left out.");
  }

  private static long errors(ScenarioResult result) {
    return result.errors().stream().mapToLong(ErrorEntry::count).sum() + result.errorsBeyond();
  }

  private static FactMetric number(
      String id, String help, Predicate<Scenario> home, ToLongFunction<ScenarioResult> count) {
    return atEnd(
        id,
        Unit.COUNT,
        help,
        home,
        result -> Optional.of(BigDecimal.valueOf(count.applyAsLong(result))));
  }

  private static FactMetric rate(
      String id, String help, Function<GeneratorHealth, OptionalDouble> rate) {
    return atEnd(
        id,
        Unit.RATE,
        help,
        scenario -> scenario != Scenario.ERRORS,
        result -> rate.apply(result.generator()).stream().mapToObj(BigDecimal::new).findFirst());
  }

  private static Stream<FactMetric> spread(
      String id, Unit unit, String what, Function<SocketFacts, Optional<Spread>> spread) {
    String each = id + ".per-connection.";
    String help = what + " by one connection";
    return Stream.of(
        level(each + "min", unit, help, spread, Spread::min),
        level(each + "median", unit, help, spread, Spread::median),
        level(each + "max", unit, help, spread, Spread::max));
  }

  private static FactMetric level(
      String id,
      Unit unit,
      String help,
      Function<SocketFacts, Optional<Spread>> spread,
      ToLongFunction<Spread> level) {
    return atEnd(
        id,
        unit,
        help,
        HELD,
        result ->
            result.sockets().flatMap(spread).map(s -> BigDecimal.valueOf(level.applyAsLong(s))));
  }

  private static FactMetric atEnd(
      String id,
      Unit unit,
      String help,
      Predicate<Scenario> home,
      Function<ScenarioResult, Optional<BigDecimal>> value) {
    String evidence = Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
    return new FactMetric(
        id,
        unit,
        help,
        Certainty.FACT,
        Course.AT_THE_END,
        home,
        sample -> sample.result().flatMap(value).map(v -> Measured.of(v, evidence)));
  }
}
