package stress.run;

import java.util.List;
import java.util.Optional;
import stress.client.MetricsPage;
import stress.transport.TargetUrl;

/**
 * What of the target is read beside the run.
 *
 * @param pid a process of this machine
 * @param url a page in the text format of Prometheus, by http or https
 * @param series which of its series, beside those that every such page may have
 */
public record Monitoring(Optional<Long> pid, Optional<TargetUrl> url, List<NamedSeries> series) {
  /** Nothing. */
  public static final Monitoring NONE =
      new Monitoring(Optional.empty(), Optional.empty(), List.of());

  /**
   * @param name as it was given, for the report
   */
  public record NamedSeries(String name, MetricsPage.Selector selector) {}

  public Monitoring {
    series = List.copyOf(series);
  }
}
