package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Series;
import stress.verdict.MetricCatalogue.Entry;

class MetricCatalogueTest {
  private static List<String> names() {
    return MetricCatalogue.list().stream().flatMap(entry -> entry.names().stream()).toList();
  }

  @Test
  void every_name_in_the_list_is_a_metric_and_no_two_are_the_same() {
    assertThat(names()).doesNotHaveDuplicates().hasSizeGreaterThan(300);
    for (String name : names()) {
      String asked = name.replace("pNN", "p99.9");
      assertThat(MetricCatalogue.find(asked)).as(asked).isPresent();
      String id = MetricCatalogue.find(asked).orElseThrow().id();
      assertThat(MetricCatalogue.find(id).orElseThrow().id()).isEqualTo(id);
    }
  }

  @Test
  void everything_that_is_measured_is_in_the_list() {
    Set<String> ids = new HashSet<>(MetricCatalogue.list().stream().map(Entry::id).toList());
    Stream.of(
            Arrays.stream(Series.values()).map(Series::id),
            Arrays.stream(Counter.values()).map(Counter::id),
            Arrays.stream(Gauge.values()).map(Gauge::id))
        .flatMap(all -> all)
        .forEach(id -> assertThat(ids).contains(id));
  }

  @Test
  void a_name_that_is_none_has_neighbours() {
    assertThat(MetricCatalogue.find("jobs.submit.responce.p99")).isEmpty();
    assertThat(MetricCatalogue.nearest("jobs.submit.responce.p99"))
        .startsWith("jobs.submit.response.p99")
        .hasSize(3);
    assertThat(MetricCatalogue.nearest("ws.handshake.dsn.max")).startsWith("ws.handshake.dns.max");
  }
}
