package stress.run;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import stress.measure.Counts;
import stress.measure.End;
import stress.measure.Gauges;
import stress.measure.Ledger;
import stress.measure.QueueClaim;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;
import stress.measure.TimeSeries;
import stress.measure.Totals;
import stress.measure.Window;

/**
 * What is recorded of every scenario, whatever it does: intervals, and the generator's own cost.
 */
final class Recording {
  private final Ports ports;
  private final Scenario scenario;
  private final Ledger ledger;
  private final PacerWatch watch;
  private final LoopWatch loop;
  private final Totals totals = new Totals();
  private final TimeSeries series = new TimeSeries();
  private final Instant begun;
  private final MonitorWatch monitors;
  private final OwnHostWatch host;
  private final OwnCost cost;
  private Flipper flipper;

  /**
   * @param monitoring what of the target is read beside the load
   */
  Recording(Ports ports, Scenario scenario, Monitoring monitoring) {
    this.ports = ports;
    this.scenario = scenario;
    this.monitors = new MonitorWatch(monitoring, ports);
    this.host = new OwnHostWatch(ports.process());
    this.begun = ports.wall().now();
    this.ledger = new Ledger(ports.clock().nanos());
    this.watch = new PacerWatch(ledger);
    this.loop = new LoopWatch(ledger, ports.clock(), ports.timers());
    this.cost = new OwnCost(ports.process(), ports.clock());
  }

  Ledger ledger() {
    return ledger;
  }

  PacerWatch watch() {
    return watch;
  }

  Counts counts() {
    return totals.counts();
  }

  /**
   * Begins to make intervals.
   *
   * @param planned how many starts there will be, where that is known
   * @param levels asked for at the end of each interval, just before its recorders are flipped
   */
  void begin(RunListener listener, OptionalLong planned, Supplier<Gauges> levels) {
    flipper =
        new Flipper(
            ledger,
            ports.clock(),
            ports.timers(),
            ports.intervals(),
            () -> cost.addTo(levels.get()));
    flipper.to(totals::add);
    flipper.to(series::add);
    flipper.to(interval -> host.look());
    flipper.to(interval -> listener.passed(interval, totals.counts()));
    listener.begun(scenario, planned);
    flipper.begin();
    loop.begin();
    monitors.begin(ledger.origin());
  }

  /** The load is over; what follows says nothing of the generator. */
  void loadOver() {
    loop.stop();
    monitors.stop();
  }

  /** Ends the last interval; completes on the event loop, and only then are counts complete. */
  Uni<Void> finish() {
    return flipper.finish().emitOn(ports.eventLoop());
  }

  /**
   * What a scenario found out by itself.
   *
   * @param scheduled whether starts had intended instants
   * @param asked starts a second that the schedule asked for
   * @param offered starts a second that were made
   */
  record Outcome(
      boolean scheduled,
      Optional<Window> submissions,
      Optional<Window> completions,
      Optional<QueueClaim> queue,
      Optional<SocketFacts> sockets,
      OptionalDouble asked,
      OptionalDouble offered,
      List<String> notes) {}

  /**
   * All of it as a result.
   *
   * @param ended the instant at which the load was over
   */
  ScenarioResult result(End end, long ended, Outcome outcome) {
    return new ScenarioResult(
        scenario,
        outcome.scheduled(),
        begun,
        Duration.ofNanos(ended - ledger.origin()),
        end,
        totals.counts(),
        totals.distributions(),
        series.points(),
        outcome.submissions(),
        outcome.completions(),
        ledger.errors().entries(),
        ledger.errors().beyond(),
        ledger.identity().findings(),
        outcome.queue(),
        outcome.sockets(),
        cost.health(outcome.asked(), outcome.offered(), host.result()),
        notes(outcome.notes()),
        monitors.monitored());
  }

  private List<String> notes(List<String> own) {
    return Stream.concat(own.stream(), monitors.notes().stream()).toList();
  }

  /** The mean rate of instants over a window: one gap less than instants; two instants at least. */
  static OptionalDouble perSecond(long instants, Optional<Window> window) {
    if (instants < 2 || window.isEmpty() || window.get().nanos() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((instants - 1) * 1e9 / window.get().nanos());
  }

  /**
   * The first to the last instant at which a start was due.
   *
   * @param started those of the starts that were made; dropped ones are added
   */
  Optional<Window> due(Optional<Window> started) {
    Optional<Window> dropped = watch.dropped();
    if (started.isEmpty() || dropped.isEmpty()) {
      return started.or(() -> dropped);
    }
    Window one = started.get();
    Window other = dropped.get();
    return Optional.of(
        new Window(
            Math.min(one.startNanos(), other.startNanos()),
            Math.max(one.endNanos(), other.endNanos())));
  }
}
