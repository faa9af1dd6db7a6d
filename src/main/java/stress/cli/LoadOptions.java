package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;
import stress.load.Arrival;
import stress.load.Batched;
import stress.load.Closed;
import stress.load.LoadModel;
import stress.load.Open;
import stress.load.Overflow;
import stress.load.Rate;
import stress.load.Stage;

/** How many starts, and when: batches (the default), an open rate, or a number of users. */
public final class LoadOptions implements Titled {
  private static final int USUAL_JOBS = 20;
  private static final int USUAL_BATCH = 5;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many (default: 20, unless a time ends it)")
  Optional<Long> jobs = Optional.empty();

  @Option(names = "--batch-size", paramLabel = "N", description = "Jobs in a batch (default: 5)")
  Optional<Integer> batchSize = Optional.empty();

  @Option(
      names = "--batch-pause",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Pause between batches (default: 0s)")
  Optional<Duration> batchPause = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      converter = RateConverter.class,
      description = "Open load: starts, such as 50/s, come what may")
  Optional<Rate> rate = Optional.empty();

  @Option(
      names = "--stages",
      paramLabel = "STAGES",
      converter = StagesConverter.class,
      description = "Open load: 30s@10/s,1m@10/s..50/s (..: a ramp)")
  Optional<StageList> stages = Optional.empty();

  @Option(
      names = "--arrival",
      paramLabel = "even|poisson",
      description = "How an open load is spread (default: even)")
  Optional<String> arrival = Optional.empty();

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Closed load: users, each with one job at a time")
  Optional<Integer> users = Optional.empty();

  @Option(
      names = "--think-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "A user's pause between jobs (default: 0s)")
  Optional<Duration> thinkTime = Optional.empty();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Start jobs so long (with --rate or --users)")
  Optional<Duration> duration = Optional.empty();

  @Option(
      names = "--max-in-flight",
      paramLabel = "N",
      description = "Open load: most jobs at a time (default: any)")
  Optional<Integer> maxInFlight = Optional.empty();

  @Option(
      names = "--overflow",
      paramLabel = "drop|queue",
      description = "What starts beyond that do (default: drop)")
  Optional<String> overflow = Optional.empty();

  /**
   * The model that the options mean together.
   *
   * @throws UsageError when they contradict each other
   */
  LoadModel toModel(long seed) {
    jobs.ifPresent(n -> UsageError.unless(n >= 0, "--jobs " + n, "expected 0 or more"));
    atLeastOne("--batch-size", batchSize);
    atLeastOne("--users", users);
    atLeastOne("--max-in-flight", maxInFlight);
    List<String> kinds = new ArrayList<>();
    rate.ifPresent(r -> kinds.add("--rate"));
    stages.ifPresent(s -> kinds.add("--stages"));
    users.ifPresent(u -> kinds.add("--users"));
    if (kinds.size() > 1) {
      throw new UsageError(
          String.join(" and ", kinds) + " cannot be given together: each is a load of its own");
    }
    try {
      return kinds.isEmpty() ? batched() : users.isPresent() ? closed() : open(seed);
    } catch (IllegalArgumentException wrong) {
      throw new UsageError(
          (kinds.isEmpty() ? "--batch-size" : kinds.get(0)) + ": " + wrong.getMessage());
    }
  }

  private LoadModel batched() {
    only("batches", duration.isPresent(), "--duration", "--rate or --users");
    noneOf("batches", "--rate or --stages", arrivalOptions());
    noneOf("batches", "--users", thinkTime.isPresent() ? List.of("--think-time") : List.of());
    return new Batched(
        jobs.orElse((long) USUAL_JOBS),
        batchSize.orElse(USUAL_BATCH),
        batchPause.orElse(Duration.ZERO));
  }

  private LoadModel closed() {
    noneOf("users", "batches", batchOptions());
    noneOf("users", "--rate or --stages", arrivalOptions());
    duration.ifPresent(LoadOptions::checkDuration);
    return new Closed(users.get(), thinkTime.orElse(Duration.ZERO), limit(), duration);
  }

  private LoadModel open(long seed) {
    noneOf("an open load", "batches", batchOptions());
    noneOf("an open load", "--users", thinkTime.isPresent() ? List.of("--think-time") : List.of());
    only("--stages", stages.isPresent() && duration.isPresent(), "--duration", "--rate");
    only(
        "no limit", overflow.isPresent() && maxInFlight.isEmpty(), "--overflow", "--max-in-flight");
    duration.ifPresent(LoadOptions::checkDuration);
    List<Stage> flat =
        stages
            .map(StageList::stages)
            .orElseGet(() -> List.of(new Stage(duration, rate.get(), rate.get())));
    return new Open(
        flat,
        word("--arrival", arrival, "even", "poisson").equals("poisson")
            ? Arrival.poisson(seed)
            : Arrival.even(),
        stages.isPresent() && jobs.isEmpty() ? OptionalLong.empty() : limit(),
        maxInFlight.map(OptionalInt::of).orElseGet(OptionalInt::empty),
        word("--overflow", overflow, "drop", "queue").equals("queue")
            ? Overflow.QUEUE
            : Overflow.DROP);
  }

  /** A number of jobs that was given; else the usual number, unless a duration ends the load. */
  private OptionalLong limit() {
    if (jobs.isEmpty() && duration.isPresent()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(jobs.orElse((long) USUAL_JOBS));
  }

  private List<String> batchOptions() {
    List<String> given = new ArrayList<>();
    batchSize.ifPresent(n -> given.add("--batch-size"));
    batchPause.ifPresent(n -> given.add("--batch-pause"));
    return given;
  }

  private List<String> arrivalOptions() {
    List<String> given = new ArrayList<>();
    arrival.ifPresent(a -> given.add("--arrival"));
    maxInFlight.ifPresent(n -> given.add("--max-in-flight"));
    overflow.ifPresent(o -> given.add("--overflow"));
    return given;
  }

  private static void atLeastOne(String option, Optional<Integer> given) {
    given.ifPresent(n -> UsageError.unless(n >= 1, option + " " + n, "expected 1 or more"));
  }

  private static void checkDuration(Duration given) {
    UsageError.unless(
        !given.isZero(), "--duration 0", "nothing would be started; expected more than 0s");
  }

  private static void only(String load, boolean wrong, String option, String with) {
    UsageError.unless(!wrong, option, "goes with " + with + ", not with " + load);
  }

  private static void noneOf(String load, String with, List<String> given) {
    UsageError.unless(
        given.isEmpty(), String.join(" and ", given), "goes with " + with + ", not with " + load);
  }

  private static String word(String option, Optional<String> given, String usual, String other) {
    String word = given.orElse(usual).toLowerCase(java.util.Locale.ROOT);
    UsageError.unless(
        word.equals(usual) || word.equals(other),
        option + " " + word,
        "expected " + usual + " or " + other);
    return word;
  }

  @Override
  public String title() {
    return "Load";
  }
}
