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
 * The program under socket load, at a simulator in a process of its own: many idle connections,
 * messages that are answered, messages that are pushed. Each run is a fresh process.
 */
final class SocketsBenchmark {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final int IDLE = 10_000;
  private static final double MOST_OPENING_SECONDS = 8;
  private static final long MOST_BYTES_OF_ONE = 20 * 1024;

  private final Path build;
  private final Path files;
  private final List<String> wrong = new ArrayList<>();

  /**
   * @param build the folder that Maven builds into
   */
  SocketsBenchmark(Path build) {
    this.build = build;
    this.files = build.resolve("bench");
  }

  /** What did not hold; empty when all is well. */
  List<String> run() throws IOException, InterruptedException {
    Files.createDirectories(files);
    List<String> simulate = List.of("simulate", "--port", "0");
    try (Program simulator = Program.start(build, List.of("-Xmx1g"), null, simulate)) {
      String http = simulator.firstLine().replaceFirst("simulator: (\\S+).*", "$1");
      String url = http.replaceFirst("http", "ws");
      System.out.printf(
          Locale.ROOT,
          "%nsockets, %d processors shared with the simulator%n",
          Runtime.getRuntime().availableProcessors());
      idle(url);
      messages(simulator, url);
      new MessageStorm(build, url, wrong::add).run();
      wrong.addAll(new PipelineCost(url + "/echo").run());
    }
    return wrong;
  }

  private void idle(String url) throws IOException, InterruptedException {
    Measured few = held(url, 100);
    Measured many = held(url, IDLE);
    long bytes = (many.residentBytes() - few.residentBytes()) / (IDLE - 100);
    JsonNode full = many.scenario().at("/sockets/fullNanos");
    System.out.printf(
        Locale.ROOT,
        "idle: %d of %d open, all after %.2f s; resident %d MiB (100 sockets: %d MiB), %.1f KiB a"
            + " socket; CPU %.1f s%n",
        many.count("opened"),
        IDLE,
        full.asLong() / 1e9,
        many.residentBytes() >> 20,
        few.residentBytes() >> 20,
        bytes / 1024.0,
        many.cpu().toMillis() / 1e3);
    if (many.count("opened") != IDLE) {
      wrong.add("idle: " + many.count("opened") + " of " + IDLE + " opened");
    }
    if (full.asLong(Long.MAX_VALUE) / 1e9 > MOST_OPENING_SECONDS) {
      wrong.add("idle: not all open after " + MOST_OPENING_SECONDS + " s");
    }
    if (bytes > MOST_BYTES_OF_ONE) {
      wrong.add("idle: " + bytes + " bytes resident for a socket");
    }
  }

  /** Held without pings or messages; resident memory is read in the middle of the hold. */
  private Measured held(String url, int connections) throws IOException, InterruptedException {
    List<String> arguments =
        List.of("--contract", "none", "--ping-interval", "0", "--ramp-up", "1s");
    return once(url + "/echo", "idle", connections, 12, arguments);
  }

  private void messages(Program simulator, String url) throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%-20s %9s %11s %9s %9s %9s %9s%n",
        "",
        "messages",
        "messages/s",
        "p50",
        "p99",
        "CPU/msg",
        "sim./msg");
    for (int connections : List.of(10, 100, 1_000)) {
      List<String> echo =
          List.of("--contract", "echo", "--test-type", "throughput", "--ping-interval", "0");
      print(simulator, "echo " + connections, url + "/echo", connections, echo, "echo.service");
    }
    List<String> push = List.of("--contract", pushContract().toString(), "--ping-interval", "0");
    print(simulator, "push 100 × 50/s", url + "/push?rate=50", 100, push, "push.age");
  }

  /** Two lengths, so that starting and warming up do not count. */
  private void print(
      Program simulator, String what, String url, int connections, List<String> more, String series)
      throws IOException, InterruptedException {
    String name = what.replaceAll("\\W+", "-");
    Measured brief = once(url, name, connections, 5, more);
    Duration before = simulator.cpu();
    Measured longer = once(url, name, connections, 20, more);
    double messages = longer.count("messages.in") - brief.count("messages.in");
    double all = longer.count("messages.in");
    System.out.printf(
        Locale.ROOT,
        "%-20s %9.0f %9.0f/s %9s %9s %6.1f µs %6.1f µs%n",
        what,
        all,
        all / longer.messageSeconds(),
        longer.micros(series, "p50Nanos"),
        longer.micros(series, "p99Nanos"),
        (longer.cpu().toNanos() - brief.cpu().toNanos()) / 1e3 / messages,
        simulator.cpu().minus(before).toNanos() / 1e3 / all);
  }

  private Path pushContract() throws IOException {
    Path contract = files.resolve("push.yaml");
    Files.writeString(
        contract,
        """
        name: push
        socket:
          time: {pointer: /timestamp}
          sequence: /message_sequence
        """);
    return contract;
  }

  private Measured once(String url, String name, int connections, int seconds, List<String> more)
      throws IOException, InterruptedException {
    Path saved = files.resolve(name + "-" + connections + "-" + seconds + ".json");
    Files.deleteIfExists(saved);
    List<String> arguments = new ArrayList<>(List.of("websocket", "--url", url, "--quiet"));
    arguments.addAll(List.of("--connections", Integer.toString(connections)));
    arguments.addAll(List.of("--duration", seconds + "s", "--save", saved.toString()));
    arguments.addAll(more);
    if (!more.contains("--ramp-up")) {
      arguments.addAll(List.of("--ramp-up", "1s"));
    }
    Path report = files.resolve(name + "-" + connections + ".txt");
    try (Program generator = Program.start(build, List.of("-Xmx256m"), report, arguments)) {
      int exit = generator.await(LONGEST);
      if (!Files.exists(saved)) {
        throw new IllegalStateException("the generator saved no run; exit code " + exit);
      }
      JsonNode run = JsonMapper.builder().build().readTree(saved.toFile());
      return new Measured(run.at("/scenarios/0"), generator.cpu(), generator.residentBytes());
    }
  }

  /**
   * What one run came to.
   *
   * @param residentBytes the most that the process had in memory
   */
  private record Measured(JsonNode scenario, Duration cpu, long residentBytes) {
    long count(String name) {
      return scenario.at("/counts").path("ws." + name).longValue();
    }

    double messageSeconds() {
      JsonNode window = scenario.at("/completions");
      return (window.path("endNanos").asLong() - window.path("startNanos").asLong()) / 1e9;
    }

    String micros(String series, String quantile) {
      JsonNode found =
          scenario.at("/distributions").path("ws." + series).path("summary").path(quantile);
      return found.isMissingNode()
          ? "-"
          : String.format(Locale.ROOT, "%.0f µs", found.asLong() / 1e3);
    }
  }
}
