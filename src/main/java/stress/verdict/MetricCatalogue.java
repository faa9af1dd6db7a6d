package stress.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import stress.measure.Counter;
import stress.measure.Gauge;
import stress.measure.Series;

/** Everything that a threshold can be put on: all that a report shows. */
public final class MetricCatalogue {
  private static final int SUGGESTIONS = 3;
  private static final Pattern ANY_PERCENTILE = Pattern.compile("\\.(p\\d[\\d.]*)$");
  private static final List<Entry> ENTRIES = entries();

  private MetricCatalogue() {}

  /**
   * What metrics have in common up to their last word.
   *
   * @param id the name without the last word
   * @param bare whether the name alone is a metric, too
   * @param words the last words, {@code pNN} for any percentile; empty where the name is all
   * @param help what is measured, as half a sentence
   */
  public record Entry(
      Group group, String id, boolean bare, List<String> words, Unit unit, String help) {
    /** What the metric of one of {@link #names} is counted in. */
    public Unit unitOf(String name) {
      return find(name.replaceFirst("\\.pNN$", ".p50")).orElseThrow().unit();
    }

    /** The name and its last words, as a list shows them: {@code jobs.submit.response.pNN}. */
    public List<String> names() {
      return bare || words.isEmpty()
          ? Stream.concat(Stream.of(id), words.stream().map(word -> id + "." + word)).toList()
          : words.stream().map(word -> id + "." + word).toList();
    }
  }

  /** The sorts of metrics. */
  public enum Group {
    SHARES("Shares", "the name alone, or with .share", "99%"),
    DURATIONS(
        "Durations",
        ".p50 … .p99.99 or any other .pNN, .min, .max, .mean; .count",
        "200ms, 1.5s, 1m30s; us, ms, s, m, h"),
    COUNTS(
        "Counts",
        "the name alone, or with .count; .rate a second",
        "100, bytes 64KiB or 1MB; a rate 50/s or 3000/m, of bytes 1.5MiB/s"),
    LEVELS("Levels, read once a second", ".min, .max, .mean", "50, bytes 512MiB, CPU 80%"),
    OTHERS("Others", "the name alone", "as said of each");

    private final String title;
    private final String words;
    private final String values;

    Group(String title, String words, String values) {
      this.title = title;
      this.words = words;
      this.values = values;
    }

    /** The heading of a list. */
    public String title() {
      return title;
    }

    /** How the names go on. */
    public String words() {
      return words;
    }

    /** What bounds on them look like. */
    public String valueExamples() {
      return values;
    }
  }

  /** All of them, in the order of a list. */
  public static List<Entry> list() {
    return ENTRIES;
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (ShareOf share : ShareOf.values()) {
      entries.add(
          new Entry(Group.SHARES, share.id(), true, List.of("share"), Unit.SHARE, share.help()));
    }
    for (Series series : Series.values()) {
      entries.add(
          new Entry(
              Group.DURATIONS, series.id(), false, Aggregate.ALL, Unit.DURATION, series.help()));
    }
    for (Counter counter : Counter.values()) {
      entries.add(
          new Entry(
              Group.COUNTS,
              counter.id(),
              true,
              List.of("count", "rate"),
              CounterMetric.bytes(counter) ? Unit.BYTES : Unit.COUNT,
              counter.help()));
    }
    for (Gauge gauge : Gauge.values()) {
      entries.add(
          new Entry(
              Group.LEVELS,
              gauge.id(),
              false,
              Arrays.stream(GaugeMetric.Of.values()).map(GaugeMetric.Of::text).toList(),
              GaugeMetric.unit(gauge),
              GaugeMetric.help(gauge)));
    }
    for (FactMetric fact : Facts.ALL) {
      entries.add(new Entry(Group.OTHERS, fact.id(), true, List.of(), fact.unit(), fact.help()));
    }
    return List.copyOf(entries);
  }

  /** The metric of that name; absent when there is none. */
  static Optional<Metric> find(String name) {
    Optional<Metric> fact =
        Facts.ALL.stream().filter(one -> one.id().equals(name)).map(m -> (Metric) m).findFirst();
    return fact.or(() -> share(name))
        .or(() -> counter(name))
        .or(() -> gauge(name))
        .or(() -> series(name));
  }

  private static Optional<Metric> share(String name) {
    return Arrays.stream(ShareOf.values())
        .filter(share -> name.equals(share.id()) || name.equals(share.id() + ".share"))
        .map(share -> (Metric) new ShareMetric(share))
        .findFirst();
  }

  private static Optional<Metric> counter(String name) {
    return Arrays.stream(Counter.values())
        .flatMap(
            counter ->
                Stream.of(new CounterMetric(counter, false), new CounterMetric(counter, true)))
        .filter(
            metric ->
                name.equals(metric.id()) || !metric.rate() && name.equals(metric.counter().id()))
        .map(metric -> (Metric) metric)
        .findFirst();
  }

  private static Optional<Metric> gauge(String name) {
    return Arrays.stream(Gauge.values())
        .flatMap(
            gauge -> Arrays.stream(GaugeMetric.Of.values()).map(of -> new GaugeMetric(gauge, of)))
        .filter(metric -> name.equals(metric.id()))
        .map(metric -> (Metric) metric)
        .findFirst();
  }

  private static Optional<Metric> series(String name) {
    return Arrays.stream(Series.values())
        .filter(series -> name.startsWith(series.id() + "."))
        .flatMap(
            series ->
                Aggregate.parse(name.substring(series.id().length() + 1))
                    .map(aggregate -> (Metric) new SeriesMetric(series, aggregate))
                    .stream())
        .findFirst();
  }

  /** The names that are most like one that is none, the nearest first. */
  static List<String> nearest(String name) {
    Matcher matcher = ANY_PERCENTILE.matcher(name);
    String percentile =
        matcher.find() && Aggregate.parse(matcher.group(1)).isPresent() ? matcher.group(1) : "p95";
    return ENTRIES.stream()
        .flatMap(entry -> entry.names().stream())
        .map(known -> known.replaceFirst("\\.pNN$", "." + percentile))
        .sorted(Comparator.comparingInt(known -> EditDistance.between(known, name)))
        .limit(SUGGESTIONS)
        .toList();
  }
}
