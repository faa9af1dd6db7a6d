package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import stress.client.JobClient;
import stress.client.Waits;
import stress.job.FollowMode;
import stress.job.JobPipelines;
import stress.job.PollPacing;
import stress.load.Batched;
import stress.load.Pacers;
import stress.measure.Gauges;
import stress.measure.Interval;
import stress.measure.Ledger;
import stress.measure.TimeSeries;
import stress.measure.Totals;
import stress.transport.HttpCall;

/**
 * Runs the program's own code once before anything is measured.
 *
 * <p>A JVM that meets a class or a method for the first time stops for milliseconds, which would be
 * taken for the target's slowness in the first submissions. So a few requests go to where the
 * target says that it is ready, and some jobs to a target that exists only in memory; nothing of it
 * is counted.
 */
final class Rehearsal {
  private static final int REQUESTS = 20;
  private static final int AT_A_TIME = 5;
  private static final long FEWEST_JOBS = 100;
  private static final long MOST_JOBS = 3_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final JobWork work;
  private final Plan plan;
  private final Ports ports;
  private final HttpCall probe;

  /**
   * @param probe a request that the target answers and that changes nothing there
   */
  Rehearsal(JobWork work, Plan plan, Ports ports, HttpCall probe) {
    this.work = work;
    this.plan = plan;
    this.ports = ports;
    this.probe = probe;
  }

  /** Completes when it is over, or has taken too long; never fails. */
  Uni<Void> play() {
    ports.process().cpuNanos();
    ports.process().gcNanos();
    Uni<Void> all = requests().onItem().transformToUni(done -> jobs());
    Uni<Void> bound = new Waits(ports.timers()).until(ports.clock().nanos() + LONGEST.toNanos());
    return Uni.join().first(all, bound).toTerminate();
  }

  private Uni<Void> requests() {
    return requests(ports, probe);
  }

  /** Sends the probe a few times. */
  static Uni<Void> requests(Ports ports, HttpCall probe) {
    return Multi.createFrom()
        .range(0, REQUESTS)
        .onItem()
        .transformToUni(i -> ports.http().send(probe))
        .merge(AT_A_TIME)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> jobs() {
    Ledger unread = new Ledger(ports.clock().nanos());
    JobClient client =
        new JobClient(
            work.contract(),
            new MemoryJobs(work.contract(), ports.clock()),
            plan.base(),
            plan.key(),
            plan.requestTimeout());
    PollPacing pacing = new PollPacing(Duration.ofMillis(1), OptionalDouble.empty());
    return new JobPipelines(client, Optional.empty(), ports.clock(), ports.timers())
        .following(FollowMode.POLL, pacing, LONGEST, unread)
        .run(
            Pacers.of(
                new Batched(size(), AT_A_TIME, Duration.ZERO),
                ports.clock(),
                ports.timers(),
                new PacerWatch(unread)))
        .invoke(() -> summed(unread, ports));
  }

  /**
   * As many as the load itself has, within bounds: a few let classes be loaded, thousands let the
   * compiler finish, which a high rate needs from its first second on.
   */
  private long size() {
    long planned = work.load().planned().orElse(MOST_JOBS);
    return Math.max(FEWEST_JOBS, Math.min(MOST_JOBS, planned));
  }

  /** Ends an interval as the run will, since the first one takes its time, too. */
  static void summed(Ledger unread, Ports ports) {
    Interval interval = unread.flip(ports.clock().nanos(), Gauges.NONE);
    new Totals().add(interval);
    new TimeSeries().add(interval);
  }
}
