package stress.job;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import stress.client.JobClient;
import stress.client.JobSocket;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.TargetBase;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.load.LoadModel;
import stress.load.PacerEvents;
import stress.load.Pacers;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;
import stress.measure.Scenario;
import stress.measure.Series;
import stress.transport.FakeHttp;
import stress.transport.FakeSockets;
import stress.transport.TargetUrl;

/** A pipeline on manual time, with a real pacer and a fake target. */
final class PipelineBench implements PacerEvents {
  static final PollPacing OFTEN = new PollPacing(Duration.ofMillis(100), OptionalDouble.empty());

  final ManualTime time = new ManualTime();
  final Ledger ledger = new Ledger(0);
  final FakeJobs jobs;
  final FakeHttp http;
  final FakeSockets sockets;
  JobPipeline pipeline;
  Cancellable running;
  boolean completed;
  private final JobPipelines pipelines;
  private Scenario scenario = Scenario.END_TO_END;

  PipelineBench(
      Duration answering, LongFunction<FakeJobs.Fate> fates, Consumer<FakeSockets.Line> script) {
    Contract contract = SmallContracts.full();
    TargetUrl url = TargetUrl.parse("http://h:1");
    TargetBase base = new TargetBase(url, url.webSocket(), Map.of());
    jobs = new FakeJobs(time, answering, fates);
    http = new FakeHttp(time, jobs);
    sockets = new FakeSockets(time, script);
    JobClient client =
        new JobClient(contract, http, base, new RunKey(1, "run"), Duration.ofSeconds(5));
    JobSocket socket =
        new JobSocket(contract.socket().orElseThrow(), sockets, base, Duration.ofSeconds(5));
    pipelines = new JobPipelines(client, Optional.of(socket), time, time);
  }

  PipelineBench(LongFunction<FakeJobs.Fate> fates) {
    this(Duration.ofMillis(20), fates, FakeSockets.Line::opened);
  }

  PipelineBench follow(LoadModel load, FollowMode mode, PollPacing pacing, Duration timeout) {
    pipeline = pipelines.following(mode, pacing, timeout, ledger);
    return begin(load);
  }

  PipelineBench poll(LoadModel load, Duration timeout) {
    return follow(load, FollowMode.POLL, OFTEN, timeout);
  }

  PipelineBench submit(LoadModel load) {
    scenario = Scenario.SUBMISSION;
    pipeline = pipelines.submitting(ledger);
    return begin(load);
  }

  private PipelineBench begin(LoadModel load) {
    running =
        pipeline
            .run(Pacers.of(load, time, time, this))
            .subscribe()
            .with(
                done -> completed = true,
                failure -> {
                  throw new AssertionError(failure);
                });
    return this;
  }

  /** As a run ends early. */
  void giveUp() {
    running.cancel();
    pipeline.giveUp();
  }

  long counted(Counter counter) {
    return ledger.counted(counter);
  }

  /** The samples since it was asked last. */
  Distribution flip(Series series) {
    return ledger.flip(time.nanos(), Gauges.NONE).of(series);
  }

  /** Starts less counted ends; asked once, at the end. */
  long unaccounted() {
    Interval all = ledger.flip(time.nanos(), Gauges.NONE);
    Counts counts = all.counts();
    return counts.get(Counter.STARTED) - counts.ended(scenario);
  }

  /** What is still under way at the target or in the timers. */
  String leftovers() {
    return http.open() + " calls, " + sockets.open() + " sockets, " + time.pending() + " timers";
  }

  @Override
  public void lag(long nanos) {}

  @Override
  public void dropped(long intended) {
    ledger.count(Counter.DROPPED);
  }

  @Override
  public void unstarted(long count) {
    ledger.count(Counter.UNSTARTED, count);
  }
}
