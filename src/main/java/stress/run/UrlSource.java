package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import stress.client.MetricsClient;
import stress.client.MetricsPage;
import stress.client.MetricsPage.Selector;
import stress.clock.NanoClock;
import stress.measure.Monitored.Kind;

/**
 * A page of metrics: the process's processor time, memory, descriptors and threads by the names
 * that Prometheus's own client libraries and Micrometer give them, and the series that were named.
 */
final class UrlSource implements MonitorSource {
  private static final Selector CPU_SECONDS = of("process_cpu_seconds_total");
  private static final Selector CPU_SHARE = of("process_cpu_usage");
  private static final Selector CPU_COUNT = of("system_cpu_count");
  private static final Selector MEMORY = of("process_resident_memory_bytes");
  private static final List<Selector> DESCRIPTORS =
      List.of(of("process_open_fds"), of("process_files_open_files"));
  private static final List<Selector> THREADS =
      List.of(of("process_threads"), of("jvm_threads_live_threads"), of("jvm_threads_current"));

  private final Monitoring what;
  private final String name;
  private final MetricsClient client;
  private final NanoClock clock;
  private final Executor beside;
  private final CpuRate rate = new CpuRate();

  UrlSource(Monitoring what, MetricsClient client, NanoClock clock, Executor beside) {
    this.what = what;
    this.name = what.url().orElseThrow().display();
    this.client = client;
    this.clock = clock;
    this.beside = beside;
  }

  private static Selector of(String name) {
    return new Selector(name, Map.of());
  }

  @Override
  public String option() {
    return "--monitor-url " + name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Uni<Look> look() {
    return client
        .fetch()
        .onItem()
        .transformToUni(
            outcome ->
                Uni.createFrom()
                    .item(() -> look(outcome.ended(), MetricsClient.read(outcome)))
                    .runSubscriptionOn(beside));
  }

  private Look look(long at, MetricsClient.Fetched fetched) {
    return fetched
        .page()
        .map(page -> levels(at, page))
        .orElseGet(() -> Look.failed(at, fetched.why()));
  }

  private Look levels(long at, MetricsPage page) {
    List<Level> levels = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    OptionalDouble count = page.sum(CPU_COUNT);
    cores(at, page, count).ifPresent(cores -> levels.add(new Level(Kind.CPU, "cpu", count, cores)));
    page.sum(MEMORY).ifPresent(bytes -> levels.add(level(Kind.MEMORY, "memory", bytes)));
    first(page, DESCRIPTORS).ifPresent(n -> levels.add(level(Kind.DESCRIPTORS, "descriptors", n)));
    first(page, THREADS).ifPresent(n -> levels.add(level(Kind.THREADS, "threads", n)));
    for (Monitoring.NamedSeries series : what.series()) {
      OptionalDouble value = page.sum(series.selector());
      if (value.isPresent()) {
        levels.add(level(Kind.SERIES, series.name(), value.getAsDouble()));
      } else {
        absent.add(series.name());
      }
    }
    String why = absent.isEmpty() ? "" : "there is no series " + String.join(", ", absent);
    return new Look(at, levels, why);
  }

  /** By the time used in all, or else by Micrometer's share of all processors. */
  private OptionalDouble cores(long at, MetricsPage page, OptionalDouble count) {
    OptionalDouble seconds = page.sum(CPU_SECONDS);
    if (seconds.isPresent()) {
      return rate.cores(at, seconds.getAsDouble());
    }
    OptionalDouble share = page.sum(CPU_SHARE);
    return share.isPresent() && count.isPresent()
        ? OptionalDouble.of(share.getAsDouble() * count.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble first(MetricsPage page, List<Selector> names) {
    return names.stream()
        .map(page::sum)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static Level level(Kind kind, String name, double value) {
    return new Level(kind, name, OptionalDouble.empty(), value);
  }
}
