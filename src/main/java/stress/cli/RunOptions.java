package stress.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import stress.client.MetricsPage;
import stress.run.Monitoring;
import stress.transport.TargetUrl;

/** What concerns a run as a whole. */
public final class RunOptions implements Titled {
  /** Put among the arguments before they are read: see {@link PlanArguments}. */
  @Option(
      names = PlanArguments.OPTION,
      paramLabel = "FILE",
      description = "Options from a YAML file; those given here win")
  Optional<Path> plan = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Same seed, same bodies (default: by chance)")
  Optional<Long> seed = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Longest time of the whole run (default: none)")
  Optional<Duration> budget = Optional.empty();

  @Option(
      names = "--monitor-pid",
      paramLabel = "PID",
      description = "Read CPU and memory of this process as well")
  Optional<Long> monitorPid = Optional.empty();

  @Option(
      names = "--monitor-url",
      paramLabel = "URL",
      converter = UrlConverter.class,
      description = "The same from a page of Prometheus metrics")
  Optional<TargetUrl> monitorUrl = Optional.empty();

  @Option(
      names = "--monitor-series",
      paramLabel = "NAME",
      description = "And this series of the page (repeatable)")
  List<String> monitorSeries = new ArrayList<>();

  void check() {
    budget.ifPresent(
        time -> UsageError.unless(time.toMillis() >= 1, "--budget", "expected at least 1ms"));
    monitorPid.ifPresent(RunOptions::checkProcess);
    monitorUrl.ifPresent(
        url ->
            UsageError.unless(
                url.scheme().startsWith("http"),
                "--monitor-url " + url.display(),
                "metrics are read by HTTP: expected http:// or https://"));
    UsageError.unless(
        monitorSeries.isEmpty() || monitorUrl.isPresent(),
        "--monitor-series",
        "goes with --monitor-url, which says where the series is");
    monitoring();
  }

  private static void checkProcess(long pid) {
    UsageError.unless(
        Files.isDirectory(Path.of("/proc/self")),
        "--monitor-pid " + pid,
        "processes are read from /proc, which this system does not have; expected --monitor-url");
    UsageError.unless(
        pid > 0 && Files.isDirectory(Path.of("/proc/" + pid)),
        "--monitor-pid " + pid,
        "there is no such process here; expected the number of a running one, as 'ps' shows it");
  }

  /** What of the target is read beside the run. */
  Monitoring monitoring() {
    return new Monitoring(
        monitorPid, monitorUrl, monitorSeries.stream().map(RunOptions::series).toList());
  }

  private static Monitoring.NamedSeries series(String text) {
    try {
      return new Monitoring.NamedSeries(text.strip(), MetricsPage.Selector.parse(text));
    } catch (IllegalArgumentException wrong) {
      throw new UsageError("--monitor-series " + wrong.getMessage());
    }
  }

  @Override
  public String title() {
    return "Run";
  }
}
