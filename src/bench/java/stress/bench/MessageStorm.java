package stress.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 2 000 connections and 20 000 messages a second with 128 MiB of heap: what a collection leaves
 * must not grow with the messages.
 */
final class MessageStorm {
  private static final int CONNECTIONS = 2_000;
  private static final int RATE = 10;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final double MOST_GROWTH = 1.10;
  private static final Pattern GENERATION =
      Pattern.compile("generation +total \\d+K, used (\\d+)K");

  private final Path build;
  private final String url;
  private final Consumer<String> wrong;

  MessageStorm(Path build, String url, Consumer<String> wrong) {
    this.build = build;
    this.url = url;
    this.wrong = wrong;
  }

  void run() throws IOException, InterruptedException {
    Path files = build.resolve("bench");
    Path log = files.resolve("storm-gc.log");
    Files.deleteIfExists(log);
    List<String> java =
        List.of("-Xmx128m", "-XX:+UseSerialGC", "-Xlog:gc*=debug:file=" + log + "::filecount=0");
    List<String> arguments =
        List.of(
            "websocket",
            "--url",
            url + "/push?rate=" + RATE,
            "--contract",
            files.resolve("push.yaml").toString(),
            "--connections",
            Integer.toString(CONNECTIONS),
            "--ramp-up",
            "4s",
            "--duration",
            "22s",
            "--quiet");
    Path report = files.resolve("storm.txt");
    try (Program generator = Program.start(build, java, report, arguments)) {
      long begun = System.nanoTime();
      long early = collected(generator, begun, 11);
      long late = collected(generator, begun, 26);
      int exit = generator.await(LONGEST);
      System.out.printf(
          Locale.ROOT,
          "storm: %d sockets × %d/s, -Xmx128m: heap after a collection %.1f MiB at 5 s of the storm,"
              + " %.1f MiB at 20 s; exit %d%n%s",
          CONNECTIONS,
          RATE,
          early / 1024.0,
          late / 1024.0,
          exit,
          messages(report));
      if (early == 0 || late > early * MOST_GROWTH) {
        wrong.accept("storm: the heap grew from " + early + " KiB to " + late + " KiB");
      }
    }
  }

  /** Collects after so many seconds; what that left in both generations, in KiB. */
  private static long collected(Program generator, long begun, int seconds)
      throws IOException, InterruptedException {
    long wait = TimeUnit.SECONDS.toNanos(seconds) - (System.nanoTime() - begun);
    TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
    diagnosed(generator, "GC.run");
    Matcher used = GENERATION.matcher(diagnosed(generator, "GC.heap_info"));
    long left = 0;
    while (used.find()) {
      left += Long.parseLong(used.group(1));
    }
    return left;
  }

  private static String diagnosed(Program generator, String command)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(generator.pid()), command).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static String messages(Path report) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(report)) {
      if (line.contains("received") || line.contains("heap peak")) {
        lines.append("       ").append(line.strip()).append(System.lineSeparator());
      }
    }
    return lines.toString();
  }
}
