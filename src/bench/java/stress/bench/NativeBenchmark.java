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
 * The native executable beside the JVM build, at one simulator in a process of its own: idle
 * connections, the CPU time of a message and of a followed job.
 *
 * <p>A cost is that of the median second, the first ones left out, so that starting and (most of)
 * warming up do not count. The two forms take turns, so that a machine that changes its pace
 * changes it for both.
 */
final class NativeBenchmark {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int ROUNDS = 3;
  private static final double WARM_SECONDS = 9;
  private static final int IDLE = 10_000;
  private static final double MOST_OPENING_SECONDS = 4;
  private static final long MOST_BYTES_OF_ONE = 12 * 1024;
  private static final long MOST_BASE = 50 << 20;
  private static final double MOST_RATIO = 1.15;

  private final Path build;
  private final Path files;
  private final List<String> executable;
  private final List<String> jvm;
  private final List<String> wrong = new ArrayList<>();

  /**
   * @param build the folder that Maven builds into; holds the executable {@code stress}, too
   */
  NativeBenchmark(Path build) {
    this.build = build;
    this.files = build.resolve("bench");
    this.executable = List.of(build.resolve("stress").toString(), "-Xmx256m");
    this.jvm = Program.jvm(build, List.of("-Xmx256m"));
  }

  /** What did not hold; empty when all is well. */
  List<String> run() throws IOException, InterruptedException {
    Files.createDirectories(files);
    if (!Files.isExecutable(build.resolve("stress"))) {
      return List.of(
          "there is no " + build.resolve("stress") + "; ./mvnw package -Dnative makes it");
    }
    List<String> simulate = List.of("simulate", "--port", "0", "--job-time", "1s", "--sim-workers");
    List<String> sized = new ArrayList<>(simulate);
    sized.add("1500");
    try (Program simulator = Program.start(build, List.of("-Xmx1g"), null, sized)) {
      String http = simulator.firstLine().replaceFirst("simulator: (\\S+).*", "$1");
      String sockets = http.replaceFirst("http", "ws") + "/echo";
      idle(sockets);
      messages(sockets);
      jobs(http);
    }
    return wrong;
  }

  private void idle(String url) throws IOException, InterruptedException {
    Measured few = held(executable, url, 100);
    Measured many = held(executable, url, IDLE);
    long bytes = (many.resident() - few.resident()) / (IDLE - 100);
    double full = many.scenario().at("/sockets/fullNanos").asLong(Long.MAX_VALUE) / 1e9;
    long opened = many.count("ws.opened");
    System.out.printf(
        Locale.ROOT,
        "%nidle, native: %d of %d open, all after %.2f s; resident %d MiB (100 sockets: %d MiB), %.1f"
            + " KiB a socket%n",
        opened,
        IDLE,
        full,
        many.resident() >> 20,
        few.resident() >> 20,
        bytes / 1024.0);
    check(opened == IDLE, "idle: " + opened + " of " + IDLE + " opened");
    check(full <= MOST_OPENING_SECONDS, "idle: all open only after " + full + " s");
    check(bytes <= MOST_BYTES_OF_ONE, "idle: " + bytes + " bytes resident for a socket");
    check(few.resident() <= MOST_BASE, "idle: " + few.resident() + " bytes with 100 sockets");
  }

  private Measured held(List<String> program, String url, int connections)
      throws IOException, InterruptedException {
    return once(
        program,
        "held-" + connections,
        List.of("websocket", "--url", url, "--contract", "none", "--ping-interval", "0"),
        List.of("--connections", Integer.toString(connections), "--ramp-up", "1s"),
        List.of("--duration", "12s"));
  }

  private void messages(String url) throws IOException, InterruptedException {
    List<String> echo =
        List.of("websocket", "--url", url, "--contract", "echo", "--test-type", "throughput");
    List<String> hundred =
        List.of("--ping-interval", "0", "--connections", "100", "--ramp-up", "1s", "--duration");
    beside(
        "message (echo, 100 connections)",
        program -> once(program, "echo", echo, hundred, List.of("20s")).microsOf("ws.messages.in"));
  }

  private void jobs(String url) throws IOException, InterruptedException {
    Path contract = new JobsBenchmark(build).contract();
    List<String> jobs = List.of("jobs", "--url", url, "--contract", contract.toString());
    List<String> load =
        List.of("--rate", "500/s", "--follow", "poll", "--poll-interval", "500ms", "--jobs");
    beside(
        "followed job (500/s, by poll)",
        program -> once(program, "jobs", jobs, load, List.of("12000")).microsOf("jobs.succeeded"));
  }

  private void beside(String what, Cost cost) throws IOException, InterruptedException {
    List<Double> ofNative = new ArrayList<>();
    List<Double> ofJvm = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      ofNative.add(cost.micros(executable));
      ofJvm.add(cost.micros(jvm));
    }
    double ratio = median(ofNative) / median(ofJvm);
    System.out.printf(
        Locale.ROOT,
        "CPU of a %s: native %.1f µs %s, JVM %.1f µs %s, ratio %.2f%n",
        what,
        median(ofNative),
        rounded(ofNative),
        median(ofJvm),
        rounded(ofJvm),
        ratio);
    check(ratio <= MOST_RATIO, what + ": native costs " + ratio + " of the JVM's CPU time");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static List<String> rounded(List<Double> values) {
    return values.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).toList();
  }

  private void check(boolean holds, String otherwise) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  @SafeVarargs
  private Measured once(List<String> program, String name, List<String>... arguments)
      throws IOException, InterruptedException {
    String form = program.equals(jvm) ? "jvm-" : "native-";
    Path saved = files.resolve(form + name + ".json");
    Files.deleteIfExists(saved);
    List<String> all = new ArrayList<>();
    for (List<String> some : arguments) {
      all.addAll(some);
    }
    all.addAll(List.of("--quiet", "--save", saved.toString()));
    Path report = files.resolve(form + name + ".txt");
    try (Program generator = Program.start(program, report, all)) {
      int exit = generator.await(LONGEST);
      if (!Files.exists(saved)) {
        throw new IllegalStateException("the generator saved no run; exit code " + exit);
      }
      JsonNode run = JsonMapper.builder().build().readTree(saved.toFile());
      return new Measured(run.at("/scenarios/0"), generator.residentBytes());
    }
  }

  /** Measures what one unit costs, in microseconds of CPU time. */
  @FunctionalInterface
  private interface Cost {
    double micros(List<String> program) throws IOException, InterruptedException;
  }

  /**
   * @param resident the most bytes that the process had in memory
   */
  private record Measured(JsonNode scenario, long resident) {
    long count(String counter) {
      return scenario.at("/counts").path(counter).longValue();
    }

    /** CPU time of one event in the median second from the tenth on. */
    double microsOf(String counter) {
      List<Double> seconds = new ArrayList<>();
      for (JsonNode point : scenario.at("/points")) {
        long events = point.at("/counts").path(counter).longValue();
        double lasted = (point.path("endNanos").asLong() - point.path("startNanos").asLong()) / 1e9;
        if (point.path("startNanos").asLong() / 1e9 >= WARM_SECONDS && lasted > 0.9 && events > 0) {
          seconds.add(point.at("/gauges").path("generator.cpu").asLong() * 1e3 * lasted / events);
        }
      }
      return median(seconds);
    }
  }
}
