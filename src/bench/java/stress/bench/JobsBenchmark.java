package stress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The program under load: jobs at 1 000/s with about 1 000 in flight, at a simulator in a process
 * of its own.
 *
 * <p>Each run is a fresh process with {@value #HEAP_MIB} MiB of heap. Two lengths tell the cost of
 * starting and of warming up the virtual machine from the cost of a job: the difference of the runs
 * divided by the difference of their jobs is nearer to what a job costs in a long run. It is an
 * upper bound: the compilers are still at work after the first run's jobs.
 */
final class JobsBenchmark {
  private static final int HEAP_MIB = 256;
  private static final long FEW = 3_000;
  private static final long MANY = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Path build;
  private final Path files;
  private final List<String> wrong = new ArrayList<>();

  /**
   * @param build the folder that Maven builds into
   */
  JobsBenchmark(Path build) {
    this.build = build;
    this.files = build.resolve("bench");
  }

  /** What did not hold; empty when all is well. */
  List<String> run() throws IOException, InterruptedException {
    Files.createDirectories(files);
    Path contract = contract();
    List<String> simulate =
        List.of("simulate", "--port", "0", "--job-time", "1s", "--sim-workers", "1500");
    try (Program simulator = Program.start(build, List.of("-Xmx1g"), null, simulate)) {
      String url = simulator.firstLine().replaceFirst("simulator: (\\S+).*", "$1");
      System.out.printf(
          Locale.ROOT,
          "%njobs at 1 000/s, 1 s each, -Xmx%dm, %d processors%n%-8s %6s %9s %7s %7s %9s %9s %9s %7s"
              + " %7s %9s%n",
          HEAP_MIB,
          Runtime.getRuntime().availableProcessors(),
          "follow",
          "jobs",
          "succeeded",
          "offered",
          "seconds",
          "heap peak",
          "heap kept",
          "looks/job",
          "CPU s",
          "sim. s",
          "CPU/job");
      for (String follow : List.of("poll", "socket")) {
        JobsRun few = once(simulator, url, contract, follow, FEW);
        JobsRun many = once(simulator, url, contract, follow, MANY);
        difference(few, many);
      }
    }
    return wrong;
  }

  /** The usual contract, but jobs of one path: two cores are for the wire, not for finance. */
  Path contract() throws IOException, InterruptedException {
    Path contract = files.resolve("contract.yaml");
    List<String> show = List.of("contract", "show", "monte-carlo");
    try (Program shown = Program.start(build, List.of(), contract, show)) {
      shown.await(LONGEST);
    }
    String usual = Files.readString(contract);
    String small = usual.replaceFirst("num_runs: \\{.*}", "num_runs: 1");
    if (small.equals(usual)) {
      throw new IllegalStateException("the contract monte-carlo has no num_runs to make small");
    }
    Files.writeString(contract, small);
    return contract;
  }

  private JobsRun once(Program simulator, String url, Path contract, String follow, long jobs)
      throws IOException, InterruptedException {
    Path saved = files.resolve(follow + "-" + jobs + ".json");
    Path collections = files.resolve(follow + "-" + jobs + "-gc.log");
    Files.deleteIfExists(saved);
    List<String> options =
        List.of("-Xmx" + HEAP_MIB + "m", "-Xlog:gc:file=" + collections + "::filecount=0");
    List<String> arguments = new ArrayList<>(List.of("jobs", "--url", url, "--quiet"));
    arguments.addAll(List.of("--contract", contract.toString(), "--save", saved.toString()));
    arguments.addAll(List.of("--rate", "1000/s", "--jobs", Long.toString(jobs)));
    arguments.addAll(List.of("--max-in-flight", "1200", "--overflow", "queue"));
    arguments.addAll(List.of("--follow", follow, "--poll-interval", "500ms"));
    Duration before = simulator.cpu();
    Path report = files.resolve(follow + "-" + jobs + ".txt");
    try (Program generator = Program.start(build, options, report, arguments)) {
      int exit = generator.await(LONGEST);
      if (!Files.exists(saved)) {
        throw new IllegalStateException("the generator saved no run; exit code " + exit);
      }
      JsonNode scenario = JsonMapper.builder().build().readTree(saved.toFile()).at("/scenarios/0");
      JobsRun run =
          new JobsRun(
              follow,
              jobs,
              scenario,
              generator.cpu(),
              simulator.cpu().minus(before),
              JobsRun.kept(collections));
      print(run);
      check(run);
      return run;
    }
  }

  private void check(JobsRun run) {
    if (run.count("succeeded") != run.jobs()) {
      wrong.add(
          run.follow() + ": " + run.count("succeeded") + " of " + run.jobs() + " jobs succeeded");
    }
    if (run.heapPeak() > (long) HEAP_MIB << 20) {
      wrong.add(run.follow() + ": a heap of " + run.heapPeak() + " bytes");
    }
  }

  private static void print(JobsRun run) {
    System.out.printf(
        Locale.ROOT,
        "%-8s %6d %9d %5.0f/s %7.1f %5d MiB %9s %9.2f %7.2f %7.2f %6.0f µs%n",
        run.follow(),
        run.jobs(),
        run.count("succeeded"),
        run.offered(),
        run.seconds(),
        run.heapPeak() >> 20,
        run.heapKept().isPresent() ? (run.heapKept().getAsLong() >> 20) + " MiB" : "-",
        (double) run.count("polls") / run.jobs(),
        run.cpuMicros() / 1e6,
        run.simulatorCpu().toNanos() / 1e9,
        run.cpuMicros() / run.jobs());
  }

  private static void difference(JobsRun few, JobsRun many) {
    double jobs = many.jobs() - few.jobs();
    double job = (many.cpuMicros() - few.cpuMicros()) / jobs;
    double exchange = (many.cpuMicros() - few.cpuMicros()) / (many.exchanges() - few.exchanges());
    System.out.printf(
        Locale.ROOT,
        "%-8s after the first %d jobs: %.0f µs of CPU a job, %.0f µs an exchange; before, %.1f s more"
            + " for starting and warming up; simulator %.0f µs a job%n",
        many.follow(),
        few.jobs(),
        job,
        exchange,
        (few.cpuMicros() - job * few.jobs()) / 1e6,
        (many.simulatorCpu().toNanos() - few.simulatorCpu().toNanos()) / 1e3 / jobs);
  }
}
