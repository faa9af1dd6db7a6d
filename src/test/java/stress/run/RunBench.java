package stress.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.TargetBase;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.job.FollowMode;
import stress.job.PollPacing;
import stress.load.Batched;
import stress.load.LoadModel;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Interval;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;
import stress.transport.FakeWires;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

/** A run on manual time against a fake target whose behaviour a test sets beforehand. */
final class RunBench implements RunListener {
  final ManualTime time = new ManualTime();
  final StopSignal stop = new StopSignal();
  final FakeHttp http = new FakeHttp(time, this::measured);
  final FakeHttp control = new FakeHttp(time, this::controlled);
  final FakeWires wires = new FakeWires(time, wire -> {});
  final FakeSockets sockets = new FakeSockets(time, FakeSockets.Line::opened);
  final List<String> heard = new ArrayList<>();
  final List<Interval> intervals = new ArrayList<>();
  final List<Long> startedSoFar = new ArrayList<>();
  private final Map<String, Long> accepted = new HashMap<>();
  private final List<RunResult> results = new ArrayList<>();

  // The target.
  Duration jobsTake = Duration.ofMillis(300);
  Supplier<Reply> ready = () -> Reply.status(200, "");
  Supplier<Reply> metrics = () -> Reply.status(404, "");
  Supplier<Reply> oldMetrics = () -> Reply.status(404, "");
  Supplier<Reply> cancel = () -> Reply.status(204, "");

  // The plan.
  Contract contract = SmallContracts.full();
  LoadModel load = new Batched(3, 3, Duration.ZERO);
  List<Scenario> scenarios = List.of(Scenario.END_TO_END);
  Duration timeout = Duration.ofMinutes(1);
  Optional<Duration> budget = Optional.empty();
  Optional<Duration> waitForTarget = Optional.empty();
  boolean rehearse;
  int probes;
  boolean cleanup;
  Runnable onInterval = () -> {};

  private Reply measured(HttpCall call) {
    String line = FakeHttp.line(call);
    if (line.equals("GET /readyz")) {
      probes++;
      return Reply.status(200, "").after(Duration.ofMillis(5));
    }
    String id = line.substring(line.lastIndexOf('/') + 1);
    if (line.contains("/submit/")) {
      String job = "j" + id + "-" + accepted.size();
      accepted.put(job, time.nanos());
      return Reply.status(201, "{\"id\":\"" + job + "\",\"status\":\"waiting\"}")
          .after(Duration.ofMillis(20));
    }
    boolean over = time.nanos() - accepted.get(id) >= jobsTake.toNanos();
    return Reply.status(200, "{\"status\":\"" + (over ? "done" : "running") + "\"}")
        .after(Duration.ofMillis(10));
  }

  private Reply controlled(HttpCall call) {
    String line = FakeHttp.line(call);
    if (line.startsWith("DELETE ")) {
      return cancel.get();
    }
    return switch (line) {
      case "GET /metrics" -> metrics.get();
      case "GET /old/metrics" -> oldMetrics.get();
      default -> ready.get();
    };
  }

  /** What is read beside the load, and where of a process. */
  Monitoring monitoring = Monitoring.NONE;

  HostFiles files = HostFiles.ofTheMachine();

  RunBench begin() {
    TargetUrl url = TargetUrl.parse("http://h:1");
    Plan plan =
        new Plan(
            "stress 0",
            "run-1",
            new RunKey(1, "run-1"),
            new TargetBase(url, url.webSocket(), Map.of()),
            new JobWork(
                contract,
                load,
                scenarios,
                FollowMode.POLL,
                new PollPacing(Duration.ofMillis(100), OptionalDouble.empty()),
                timeout,
                cleanup),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            budget,
            waitForTarget,
            rehearse,
            List.of(new RunResult.Condition("url", "http://h:1")),
            List.of("a<1"),
            monitoring);
    Ports ports =
        new Ports(
            time,
            time,
            time,
            Runnable::run,
            Runnable::run,
            http,
            control,
            sockets,
            wires,
            new OwnProcess(files));
    new Runner(plan, ports, this, stop)
        .run()
        .subscribe()
        .with(
            results::add,
            failure -> {
              throw new AssertionError(failure);
            });
    time.settle();
    return this;
  }

  RunBench advance(Duration by) {
    time.advance(by);
    return this;
  }

  boolean isOver() {
    return !results.isEmpty();
  }

  RunResult result() {
    return results.get(0);
  }

  long submitted() {
    return accepted.size();
  }

  List<String> cancelled() {
    return control.lines().stream().filter(line -> line.startsWith("DELETE")).toList();
  }

  @Override
  public void waiting(String evidence) {
    heard.add(evidence);
  }

  @Override
  public void begun(Scenario scenario, OptionalLong planned) {
    heard.add(scenario.id() + " " + planned);
  }

  @Override
  public void passed(Interval interval, Counts soFar) {
    intervals.add(interval);
    onInterval.run();
    startedSoFar.add(soFar.get(Counter.STARTED));
  }
}
