package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import stress.client.JobClient;
import stress.client.SocketClient;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.load.Arrival;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.Pacers;
import stress.load.Rate;
import stress.load.Stage;
import stress.measure.Closer;
import stress.measure.Ledger;
import stress.transport.Handshake;
import stress.transport.HttpCall;
import stress.transport.SocketEvent;
import stress.transport.SocketLink;
import stress.websocket.OnEnd;
import stress.websocket.SocketLoad;
import stress.websocket.SocketPipeline;
import stress.websocket.SocketPipelines;

/**
 * Runs the code of a socket scenario once before anything is measured, on connections that exist
 * only in memory; see {@link Rehearsal} for the reason. The transport itself stays unrehearsed: its
 * first connection is slower by what a JVM needs to load it.
 */
final class SocketRehearsal {
  private static final int CONNECTIONS = 100;
  private static final int MESSAGES = 100;
  private static final Duration HELD = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final HttpCall probe;
  private final SocketWork work;
  private final Plan plan;
  private final Ports ports;

  /**
   * @param probe a request that the target answers and that changes nothing there
   */
  SocketRehearsal(SocketWork work, Plan plan, Ports ports, HttpCall probe) {
    this.probe = probe;
    this.work = work;
    this.plan = plan;
    this.ports = ports;
  }

  /** Completes when it is over, or has taken too long; never fails. */
  Uni<Void> play() {
    ports.process().cpuNanos();
    ports.process().gcNanos();
    Uni<Void> bound = new Waits(ports.timers()).until(ports.clock().nanos() + LONGEST.toNanos());
    return Uni.join().first(all(), bound).toTerminate();
  }

  private Uni<Void> all() {
    Ledger unread = new Ledger(ports.clock().nanos());
    SocketClient memory =
        SocketClient.of(
            work.api(),
            call -> Multi.createFrom().iterable(events()),
            plan.base(),
            plan.connectTimeout(),
            work.extras());
    Uni<Void> requests =
        work.api().jobs().isPresent()
            ? Rehearsal.requests(ports, probe)
            : Uni.createFrom().voidItem();
    return requests.onItem().transformToUni(done -> held(memory, unread));
  }

  private Optional<JobClient> jobs() {
    return work.api()
        .jobs()
        .map(
            contract ->
                new JobClient(
                    contract,
                    new MemoryJobs(contract, ports.clock()),
                    plan.base(),
                    plan.key(),
                    plan.requestTimeout()));
  }

  private Uni<Void> held(SocketClient memory, Ledger unread) {
    SocketLoad load =
        new SocketLoad(
            CONNECTIONS,
            HELD,
            OnEnd.STOP,
            work.load().jobsPer(),
            Optional.empty(),
            work.load().parsing(),
            Optional.empty());
    Open ramp =
        new Open(
            List.of(Stage.endless(new Rate(CONNECTIONS, HELD.toNanos()))),
            Arrival.even(),
            OptionalLong.of(CONNECTIONS),
            OptionalInt.empty(),
            Overflow.DROP);
    SocketPipeline pipeline =
        new SocketPipelines(memory, jobs(), ports.clock(), ports.wall(), ports.timers())
            .pipeline(load, unread);
    return pipeline
        .run(Pacers.of(ramp, ports.clock(), ports.timers(), new PacerWatch(unread)))
        .invoke(() -> summed(pipeline, unread));
  }

  private void summed(SocketPipeline pipeline, Ledger unread) {
    pipeline.tick();
    Rehearsal.summed(unread, ports);
  }

  private List<SocketEvent> events() {
    NanoClock clock = ports.clock();
    long now = clock.nanos();
    List<SocketEvent> events = new ArrayList<>();
    Handshake handshake =
        new Handshake(
            now,
            OptionalLong.empty(),
            now,
            OptionalLong.empty(),
            now,
            "",
            Optional.empty(),
            false,
            0);
    events.add(new SocketEvent.Opened(handshake, Nowhere.LINK, now));
    for (int i = 0; i < MESSAGES; i++) {
      events.add(new SocketEvent.Message(true, message(i, "running"), 1, clock.nanos()));
    }
    events.add(new SocketEvent.Message(true, message(MESSAGES, "completed"), 1, clock.nanos()));
    events.add(new SocketEvent.Closed(Closer.TARGET, 1000, "", "", clock.nanos()));
    return events;
  }

  /** Read by contracts whose names are the usual ones; others rehearse how it is refused. */
  private static byte[] message(int sequence, String status) {
    return ("{\"job_id\":\"rehearsal\",\"status\":\""
            + status
            + "\",\"progress\":0.5,"
            + "\"timestamp\":\"2026-01-01T00:00:00.000001Z\",\"message_sequence\":"
            + sequence
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Takes everything and does nothing. */
  private enum Nowhere implements SocketLink {
    LINK;

    @Override
    public void text(byte[] utf8) {}

    @Override
    public void binary(byte[] bytes) {}

    @Override
    public void ping(byte[] payload) {}

    @Override
    public void close(int code, String reason) {}

    @Override
    public void drop() {}

    @Override
    public boolean writable() {
      return true;
    }
  }
}
