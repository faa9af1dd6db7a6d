package stress.job;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.JobSocket;
import stress.client.ProgressEvent;
import stress.client.RunKey;
import stress.client.SmallContracts;
import stress.client.TargetBase;
import stress.client.Waits;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.measure.Ledger;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

/** What followers and pipelines stand on in tests: manual time, a fake target and a ledger. */
final class FollowBench {
  static final String WAITING = "{\"status\":\"waiting\"}";
  static final String RUNNING = "{\"status\":\"running\"}";
  static final String DONE = "{\"status\":\"done\"}";

  final ManualTime time = new ManualTime();
  final Ledger ledger = new Ledger(0);
  final Waits waits = new Waits(time);
  final FakeHttp http;
  final FakeSockets sockets;
  final JobClient client;
  final JobSocket socket;
  final List<ProgressEvent> events = new ArrayList<>();

  FollowBench(Function<HttpCall, Reply> target, Consumer<FakeSockets.Line> script) {
    Contract contract = SmallContracts.full();
    TargetUrl url = TargetUrl.parse("http://h:1");
    TargetBase base = new TargetBase(url, url.webSocket(), Map.of());
    http = new FakeHttp(time, target);
    sockets = new FakeSockets(time, script);
    client = new JobClient(contract, http, base, new RunKey(1, "run"), Duration.ofSeconds(5));
    socket = new JobSocket(contract.socket().orElseThrow(), sockets, base, Duration.ofSeconds(5));
  }

  PollFollower poll(PollPacing pacing) {
    return new PollFollower(client, pacing, time, waits, ledger);
  }

  static Followed job(long index, Optional<Duration> firstWait) {
    return new Followed(
        new JobReference(Long.toString(index), Optional.empty()), index, 0, firstWait);
  }

  Cancellable follow(Follower follower, Followed job) {
    return follower
        .follow(job)
        .subscribe()
        .with(
            events::add,
            failure -> {
              throw new AssertionError(failure);
            });
  }

  /** When the calls were sent, in milliseconds. */
  List<Long> sentMillis() {
    return http.sent().stream().map(sent -> sent.at() / 1_000_000).toList();
  }
}
