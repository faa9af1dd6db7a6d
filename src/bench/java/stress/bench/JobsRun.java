package stress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of the generator came to.
 *
 * @param cpu of the generator's process, from its start to its end
 * @param simulatorCpu spent meanwhile by the simulator's process
 * @param heapKept bytes in use right after a collection, the least of the run's second half; absent
 *     where nothing was collected
 */
record JobsRun(
    String follow,
    long jobs,
    JsonNode scenario,
    Duration cpu,
    Duration simulatorCpu,
    OptionalLong heapKept) {
  private static final Pattern PAUSE = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(\\d+M\\)");

  long count(String name) {
    return scenario.at("/counts").get("jobs." + name).longValue();
  }

  long heapPeak() {
    return scenario.at("/generator/heapPeakBytes").longValue();
  }

  double offered() {
    return scenario.at("/generator/offeredPerSecond").doubleValue();
  }

  double cpuMicros() {
    return cpu.toNanos() / 1e3;
  }

  /** Exchanges with the target: submissions, looks, opened sockets. */
  long exchanges() {
    return count("started") + count("polls") + count("sockets-opened");
  }

  double seconds() {
    return scenario.get("elapsedNanos").longValue() / 1e9;
  }

  /** The heap that a collection left, from a log of {@code -Xlog:gc}. */
  static OptionalLong kept(Path log) throws IOException {
    List<Long> left =
        Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .map(PAUSE::matcher)
            .filter(Matcher::find)
            .map(pause -> Long.parseLong(pause.group(1)) << 20)
            .toList();
    return left.subList(left.size() / 2, left.size()).stream().mapToLong(Long::longValue).min();
  }
}
