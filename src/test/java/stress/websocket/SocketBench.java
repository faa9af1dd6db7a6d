package stress.websocket;

import io.smallrye.mutiny.subscription.Cancellable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import stress.client.JobClient;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.SocketClient;
import stress.client.TargetBase;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.load.Batched;
import stress.load.LoadModel;
import stress.load.Open;
import stress.load.PacerEvents;
import stress.load.Pacers;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorSignature;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

/** A socket pipeline on manual time, with a real pacer and a fake target. */
final class SocketBench implements PacerEvents {
  /** Submissions are answered after it, looks too. */
  static final Duration ANSWERING = Duration.ofMillis(20);

  private static final String STATUS =
      """
      status:
        path: /jobs/{id}
        word: /status
        words: {waiting: waiting, running: running, succeeded: done, failed: failed,
                cancelled: cancelled, timed_out: late, not_found: gone, nothing: hello}
        times: {created: /created, started: /started, ended: /ended, message: /at, zone: UTC}
        error: /problem
        id: /id
      socket:
        path: %s
        frames: status
        sequence: /n
        error: /fault
        closesAtEnd: true
      """;

  final ManualTime time = new ManualTime();
  final Ledger ledger = new Ledger(0);
  final FakeHttp http;
  final FakeSockets sockets;

  /** What a submission is answered with; its argument is what it would be otherwise. */
  UnaryOperator<Reply> submissions = reply -> reply;

  /** What a look is answered with. */
  String look = "{\"status\":\"waiting\"}";

  SocketPipeline pipeline;
  Cancellable running;
  boolean completed;
  private final boolean withJobs;

  private SocketBench(boolean withJobs, Consumer<FakeSockets.Line> script) {
    this.withJobs = withJobs;
    http = new FakeHttp(time, this::answer);
    sockets = new FakeSockets(time, script);
  }

  static SocketBench withJobs(Consumer<FakeSockets.Line> script) {
    return new SocketBench(true, script);
  }

  static SocketBench withoutJobs(Consumer<FakeSockets.Line> script) {
    return new SocketBench(false, script);
  }

  /** What most tests hold: so many connections for ten seconds. */
  static SocketLoad load(int connections) {
    return new SocketLoad(
        connections,
        Duration.ofSeconds(10),
        OnEnd.RENEW,
        JobsPer.CONNECTION,
        Optional.empty(),
        Parsing.ALL,
        Optional.empty());
  }

  static SocketLoad with(SocketLoad load, OnEnd onEnd) {
    return new SocketLoad(
        load.connections(),
        load.hold(),
        onEnd,
        load.jobsPer(),
        load.pingInterval(),
        load.parsing(),
        load.sending());
  }

  static SocketLoad with(SocketLoad load, JobsPer per) {
    return new SocketLoad(
        load.connections(),
        load.hold(),
        load.onEnd(),
        per,
        load.pingInterval(),
        load.parsing(),
        load.sending());
  }

  static SocketLoad with(SocketLoad load, Parsing parsing) {
    return new SocketLoad(
        load.connections(),
        load.hold(),
        load.onEnd(),
        load.jobsPer(),
        load.pingInterval(),
        parsing,
        load.sending());
  }

  static SocketLoad pinging(SocketLoad load, Duration interval) {
    return new SocketLoad(
        load.connections(),
        load.hold(),
        load.onEnd(),
        load.jobsPer(),
        Optional.of(interval),
        load.parsing(),
        load.sending());
  }

  static SocketLoad sending(SocketLoad load, Sending sending) {
    return new SocketLoad(
        load.connections(),
        load.hold(),
        load.onEnd(),
        load.jobsPer(),
        load.pingInterval(),
        load.parsing(),
        Optional.of(sending));
  }

  private Reply answer(HttpCall call) {
    String line = FakeHttp.line(call);
    String last = line.substring(line.lastIndexOf('/') + 1);
    return line.contains("/submit/")
        ? submissions.apply(Reply.status(201, "{\"id\":\"j" + last + "\"}").after(ANSWERING))
        : Reply.status(200, look).after(ANSWERING);
  }

  /** All connections are due at once, none by a schedule. */
  SocketBench begin(SocketLoad load) {
    return begin(load, new Batched(load.connections(), load.connections(), Duration.ZERO));
  }

  /** Connections are due by a schedule. */
  SocketBench begin(SocketLoad load, int perSecond) {
    return begin(
        load,
        Open.constant(
            Rate.parse(perSecond + "/s"), OptionalLong.of(load.connections()), Optional.empty()));
  }

  private SocketBench begin(SocketLoad load, LoadModel model) {
    Contract contract =
        SmallContracts.read(
            "name: small\nsubmit: {path: '/submit/{index}', id: /id}\n"
                + STATUS.formatted(withJobs ? "/jobs/{id}/events" : "/feed"));
    TargetUrl url = TargetUrl.parse("http://h:1");
    TargetBase base = new TargetBase(url, url.webSocket(), Map.of());
    Duration patience = Duration.ofSeconds(5);
    JobClient jobs = new JobClient(contract, http, base, new RunKey(1, "run"), patience);
    SocketClient client =
        new SocketClient(contract.socket().orElseThrow(), sockets, base, patience);
    pipeline =
        new SocketPipeline(
            client,
            withJobs ? Optional.of(jobs) : Optional.empty(),
            time,
            time,
            time,
            load,
            ledger);
    running =
        pipeline
            .run(Pacers.of(model, time, time, this))
            .subscribe()
            .with(
                done -> completed = true,
                failure -> {
                  throw new AssertionError(failure);
                });
    return this;
  }

  SocketBench pass(long millis) {
    time.advance(Duration.ofMillis(millis));
    return this;
  }

  /** Runs what is due now. */
  void settle() {
    time.settle();
  }

  FakeSockets.Line line(int index) {
    return sockets.lines().get(index);
  }

  long counted(Counter counter) {
    return ledger.counted(counter);
  }

  /** The named counters, in order. */
  long[] counted(Counter... counters) {
    long[] all = new long[counters.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = ledger.counted(counters[i]);
    }
    return all;
  }

  /** Tries without an end and openings without an end. */
  String unaccounted() {
    long[] c =
        counted(
            Counter.CONNECTIONS_TRIED,
            Counter.CONNECTIONS_OPENED,
            Counter.CONNECTIONS_REFUSED,
            Counter.CONNECTIONS_FAILED,
            Counter.CONNECTIONS_EXHAUSTED,
            Counter.CONNECTIONS_WITHOUT_JOB,
            Counter.CONNECTIONS_ABANDONED,
            Counter.CONNECTIONS_ENDED,
            Counter.CONNECTIONS_LOST,
            Counter.CONNECTIONS_CLOSED_BY_US);
    return (c[0] - c[1] - c[2] - c[3] - c[4] - c[5] - c[6])
        + " tries, "
        + (c[1] - c[7] - c[8] - c[9])
        + " openings";
  }

  /** Makes ages and takes the samples since it was asked last. */
  Interval flip() {
    pipeline.tick();
    return ledger.flip(time.nanos(), Gauges.NONE);
  }

  Distribution samples(Series series) {
    return flip().of(series);
  }

  ErrorSignature error() {
    return ledger.errors().entries().get(0).signature();
  }

  /** What is still under way at the target or in the timers. */
  String leftovers() {
    return http.open() + " calls, " + sockets.open() + " sockets, " + time.pending() + " timers";
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void lag(long nanos) {}

  @Override
  public void dropped(long intended) {}

  @Override
  public void unstarted(long count) {}
}
