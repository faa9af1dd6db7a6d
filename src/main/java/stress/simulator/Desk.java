package stress.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import stress.clock.NanoClock;
import stress.clock.Timers;

/**
 * Where jobs are accepted, found and cancelled, whatever the API around them looks like. Event loop
 * only, except {@link #truths()}.
 */
final class Desk {
  private static final long TURNS_AFTER = 500_000_000L;
  private final SimulatorConfig config;
  private final NanoClock clock;
  private final Timers timers;
  private final Tally tally;
  private final Instants instants;
  private final PooledComputation computation;
  private final Chance chance;
  private final LongFunction<String> ids;
  private final boolean merges;
  private final JobQueue queue;
  private final JobCounts counts = new JobCounts();
  private final List<FaultRule> rules;
  private final List<Job> jobs = new ArrayList<>();
  private final Map<String, Job> byId = new HashMap<>();
  private final Map<String, Job> inFlight = new HashMap<>();
  private final Map<Job, Double> highestTold = new HashMap<>();
  private final Map<Job, Boolean> wordTold = new HashMap<>();

  /**
   * @param ids the usual id of the job with that index
   * @param timers for the ends of jobs
   */
  Desk(
      SimulatorConfig config,
      NanoClock clock,
      Timers timers,
      Tally tally,
      Instants instants,
      PooledComputation computation,
      LongFunction<String> ids) {
    this.config = config;
    this.clock = clock;
    this.timers = timers;
    this.tally = tally;
    this.instants = instants;
    this.computation = computation;
    this.chance = new Chance(config.seed());
    this.ids = ids;
    this.rules = config.faults().of("job");
    this.merges =
        config.personality() == Personality.MONTE_CARLO
            || config.personality() == Personality.MONTE_CARLO_OPEN;
    this.queue =
        new JobQueue(clock, timers, config.workers(), computation, this::started, this::ended);
  }

  /** A new job, or an identical one in flight where this API merges them. */
  Job accept(Submission asked) {
    Job same = merges ? inFlight.get(asked.sameness()) : null;
    if (same != null) {
      tally.merged();
      same.answeredAgain();
      return same;
    }
    long index = jobs.size();
    JobFaults faults = JobFaults.decide(rules, chance, index);
    boolean odd = faults.oddId() && config.personality() != Personality.OTHER;
    if (odd) {
      tally.fault("job.oddid");
    }
    Job job =
        new Job(
            index,
            odd ? "a/b c%d-" + index : ids.apply(index),
            asked,
            config.jobTime().nanos(config.seed(), index),
            faults,
            clock.nanos());
    synchronized (jobs) {
      jobs.add(job);
    }
    byId.put(job.id(), job);
    if (merges) {
      inFlight.put(asked.sameness(), job);
    }
    counts.accepted();
    queue.add(job);
    return job;
  }

  private void started(Job job) {
    counts.started();
    if (job.faults().stuck()) {
      tally.fault("job.stuck");
    }
  }

  private void ended(Job job) {
    counts.ended(job);
    inFlight.remove(job.asked().sameness(), job);
    highestTold.remove(job);
    wordTold.remove(job);
    if (job.phase() == Phase.FAILED && job.faults().fails()) {
      tally.fault("job.fail");
    }
    if (job.phase() == Phase.COMPLETED && job.faults().turns()) {
      timers.at(clock.nanos() + TURNS_AFTER, () -> turn(job));
    }
  }

  private void turn(Job job) {
    job.turn();
    tally.fault("job.twice");
  }

  Optional<Job> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The job accepted last. */
  Optional<Job> newest() {
    return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(jobs.size() - 1));
  }

  /** False when it has ended already. */
  boolean cancel(Job job) {
    return queue.cancel(job);
  }

  /** Oldest first. */
  List<Job> all() {
    return jobs;
  }

  JobCounts counts() {
    return counts;
  }

  int waiting() {
    return queue.waiting();
  }

  int busy() {
    return queue.busy();
  }

  int workers() {
    return config.workers();
  }

  SimulationResult result(Job job) {
    return computation.resultOf(job);
  }

  /** What a client that asks now is told. */
  Told told(Job job) {
    long now = clock.nanos();
    Phase phase = job.toldPhase();
    double progress = job.progress(now);
    if (phase != Phase.RUNNING) {
      return new Told(job, phase, Optional.empty(), progress, now);
    }
    Optional<String> word = progress < 0.5 ? job.faults().word() : Optional.empty();
    if (word.isPresent() && wordTold.put(job, true) == null) {
      tally.fault("job.word");
    }
    return new Told(job, phase, word, bent(job, progress), now);
  }

  private double bent(Job job, double progress) {
    if (!job.faults().goesBack()) {
      return progress;
    }
    double told =
        progress >= 0.5 && progress < 0.8
            ? Math.floor((progress - 0.3) * 10_000) / 10_000
            : progress;
    Double highest = highestTold.get(job);
    if (highest != null && told < highest) {
      highestTold.put(job, -1.0); // told once, counted once
      tally.fault("job.back");
    } else if (highest == null || highest >= 0) {
      highestTold.put(job, told);
    }
    return told;
  }

  /** The truth about all jobs. Any thread. */
  List<JobTruth> truths() {
    synchronized (jobs) {
      return jobs.stream().map(this::truth).toList();
    }
  }

  private JobTruth truth(Job job) {
    Phase phase = job.phase(); // before its instants
    boolean stuck = phase == Phase.RUNNING && job.faults().stuck();
    return new JobTruth(
        job.id(),
        job.index(),
        job.asked().tag(),
        job.acceptedNanos(),
        job.startedNanos(),
        job.endedNanos(),
        instants.at(job.acceptedNanos()),
        at(job.startedNanos()),
        at(job.endedNanos()),
        stuck ? "stuck" : phase.text(),
        job.submissions());
  }

  private Optional<Instant> at(OptionalLong nanos) {
    return nanos.isPresent() ? Optional.of(instants.at(nanos.getAsLong())) : Optional.empty();
  }
}
