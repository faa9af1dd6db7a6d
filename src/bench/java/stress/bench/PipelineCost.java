package stress.bench;

import com.sun.management.OperatingSystemMXBean;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import stress.client.SocketClient;
import stress.client.SocketExtras;
import stress.client.TargetBase;
import stress.clock.NanoClock;
import stress.clock.SystemTimers;
import stress.clock.WallClock;
import stress.contract.ContractFiles;
import stress.load.Arrival;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.PacerEvents;
import stress.load.Pacers;
import stress.load.Rate;
import stress.load.Stage;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.transport.SocketCall;
import stress.transport.SocketEvent;
import stress.transport.SocketSettings;
import stress.transport.TargetUrl;
import stress.transport.Tls;
import stress.transport.VertxSockets;
import stress.websocket.JobsPer;
import stress.websocket.MessageSource;
import stress.websocket.Messages;
import stress.websocket.OnEnd;
import stress.websocket.Parsing;
import stress.websocket.SendPace;
import stress.websocket.Sending;
import stress.websocket.SocketLoad;
import stress.websocket.SocketPipelines;

/**
 * What the pipeline costs on top of the bare client: echo ping-pong on the same event loop, in the
 * same process, in turns. The simulator is in another process. Of the rounds the medians count.
 */
final class PipelineCost {
  private static final int CONNECTIONS = 100;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final double MOST = 1.15;

  private final String url;
  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final Executor loop = task -> context.runOnContext(ignored -> task.run());
  private final NanoClock clock = NanoClock.system();
  private final SystemTimers timers = new SystemTimers(clock, loop);
  private final VertxSockets sockets =
      new VertxSockets(vertx, clock, SocketSettings.usual(), Tls.usual());
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /**
   * @param url of an echo socket
   */
  PipelineCost(String url) {
    this.url = url;
  }

  /** One way to make messages go there and back; counts them. */
  private interface Talk {
    long play() throws Exception;
  }

  List<String> run() throws InterruptedException {
    List<Double> bare = new ArrayList<>();
    List<Double> pipeline = new ArrayList<>();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        double without = microsOf(this::bare);
        double with = microsOf(this::pipeline);
        if (round >= 2) { // the first two are for the compiler
          bare.add(without);
          pipeline.add(with);
        }
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    } finally {
      sockets.close();
      timers.close();
      vertx.close();
    }
    double ratio = median(pipeline) / median(bare);
    System.out.printf(
        Locale.ROOT,
        "pipeline: %.1f µs of CPU a message, bare client %.1f µs: ratio %.2f (%d connections, echo,"
            + " medians of %d rounds of %d s)%n",
        median(pipeline),
        median(bare),
        ratio,
        CONNECTIONS,
        bare.size(),
        ROUND.toSeconds());
    return ratio <= MOST
        ? List.of()
        : List.of("the pipeline costs " + ratio + " times the bare client");
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
  }

  private double microsOf(Talk talk) throws Exception {
    long before = system.getProcessCpuTime();
    long messages = talk.play();
    return (system.getProcessCpuTime() - before) / 1e3 / messages;
  }

  private long bare() throws Exception {
    AtomicLong messages = new AtomicLong();
    byte[] message = "{\"mark\":\"benchmark-0123456789-0-0-0\"}".getBytes(StandardCharsets.UTF_8);
    SocketCall call = new SocketCall(url, Map.of(), List.of(), List.of(), Duration.ofSeconds(5));
    List<Cancellable> open = new ArrayList<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    loop.execute(
        () -> {
          for (int i = 0; i < CONNECTIONS; i++) {
            open.add(talk(call, message, messages));
          }
          begun.complete(null);
        });
    begun.get(10, TimeUnit.SECONDS);
    TimeUnit.NANOSECONDS.sleep(ROUND.toNanos());
    loop.execute(() -> open.forEach(Cancellable::cancel));
    TimeUnit.MILLISECONDS.sleep(200);
    return messages.get();
  }

  private Cancellable talk(SocketCall call, byte[] message, AtomicLong messages) {
    SocketEvent.Opened[] opened = new SocketEvent.Opened[1];
    return sockets
        .open(call)
        .subscribe()
        .with(
            event -> {
              if (event instanceof SocketEvent.Opened first) {
                opened[0] = first;
                first.link().text(message);
              } else if (event instanceof SocketEvent.Message) {
                messages.incrementAndGet();
                opened[0].link().text(message);
              }
            });
  }

  private long pipeline() throws Exception {
    TargetUrl target = TargetUrl.parse(url);
    SocketClient client =
        SocketClient.of(
            new ContractFiles(name -> Optional.empty()).api("echo"),
            sockets,
            new TargetBase(target.http(), target.webSocket(), Map.of()),
            Duration.ofSeconds(5),
            SocketExtras.NONE);
    MessageSource source = MessageSource.text("{\"mark\":\"{mark}\"}", false);
    SocketLoad load =
        new SocketLoad(
            CONNECTIONS,
            ROUND,
            OnEnd.RENEW,
            JobsPer.CONNECTION,
            Optional.empty(),
            Parsing.ALL,
            Optional.of(
                new Sending(
                    new Messages(source, "benchmark", 0), new SendPace.Closed(Duration.ZERO), 1)));
    Open ramp =
        new Open(
            List.of(Stage.endless(new Rate(CONNECTIONS, 1_000_000))),
            Arrival.even(),
            OptionalLong.of(CONNECTIONS),
            OptionalInt.empty(),
            Overflow.DROP);
    CompletableFuture<Long> over = new CompletableFuture<>();
    loop.execute(
        () -> {
          Ledger ledger = new Ledger(clock.nanos());
          new SocketPipelines(client, Optional.empty(), clock, WallClock.system(), timers)
              .pipeline(load, ledger)
              .run(Pacers.of(ramp, clock, timers, new Silent()))
              .subscribe()
              .with(
                  done -> over.complete(ledger.counted(Counter.MESSAGES_IN)),
                  over::completeExceptionally);
        });
    return over.get(30, TimeUnit.SECONDS);
  }

  private static final class Silent implements PacerEvents {
    @Override
    public void lag(long nanos) {}

    @Override
    public void dropped(long instant) {}

    @Override
    public void unstarted(long count) {}
  }
}
