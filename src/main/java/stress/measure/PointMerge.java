package stress.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The time series of several runs as one, aligned by the wall clock.
 *
 * <p>The part that began first lays out the moments; each point of a later part goes to the moment
 * that holds its middle, or makes a new one where there is none. Counts are added, so that no event
 * is lost or counted twice. Percentiles of a moment are the greatest of the parts', since no point
 * keeps its histogram: the percentile of the whole is never above the greatest of its parts'.
 */
final class PointMerge {
  /** What each part is told by the same target; the others are levels of each part's own. */
  private static final Set<Gauge> OF_THE_TARGET =
      Set.of(Gauge.QUEUE_CLAIMED, Gauge.RUNNING_CLAIMED);

  private final List<Shifted> parts;
  private final TreeMap<Long, Moment> moments = new TreeMap<>();

  PointMerge(List<Shifted> byBeginning) {
    this.parts = byBeginning;
  }

  /** A stretch of the merged series; it is as long as the longest of its points. */
  private static final class Moment {
    final long start;
    long end;
    Counts counts = Counts.ZERO;
    final Map<Series, Summary> summaries = new EnumMap<>(Series.class);
    final Map<Integer, Gauges> levels = new HashMap<>();

    Moment(long start, long end) {
      this.start = start;
      this.end = end;
    }

    boolean holds(long instant) {
      return start <= instant && instant < end;
    }

    void add(int part, Point point) {
      end = Math.max(end, start + point.endNanos() - point.startNanos());
      counts = counts.plus(point.counts());
      point.summaries().forEach((series, s) -> summaries.merge(series, s, PointMerge::greatest));
      levels.put(part, point.gauges());
    }
  }

  private static Summary greatest(Summary one, Summary other) {
    return new Summary(
        one.count() + other.count(),
        Math.max(one.p50(), other.p50()),
        Math.max(one.p95(), other.p95()),
        Math.max(one.p99(), other.p99()),
        Math.max(one.max(), other.max()));
  }

  List<Point> points() {
    for (int part = 0; part < parts.size(); part++) {
      for (Point point : parts.get(part).result().points()) {
        place(part, point);
      }
      fillGaps(part);
    }
    List<Point> points = new ArrayList<>();
    moments.values().forEach(m -> points.add(point(m)));
    return points;
  }

  private void place(int part, Point point) {
    long start = point.startNanos() + parts.get(part).shiftNanos();
    long end = point.endNanos() + parts.get(part).shiftNanos();
    long middle = start + (end - start) / 2;
    Map.Entry<Long, Moment> before = moments.floorEntry(middle);
    Moment moment =
        before != null && before.getValue().holds(middle)
            ? before.getValue()
            : moments.computeIfAbsent(start, s -> new Moment(s, end));
    moment.add(part, point);
  }

  /** A part whose seconds drift may skip a moment; its levels did not drop to nothing there. */
  private void fillGaps(int part) {
    List<Moment> own =
        moments.values().stream().filter(moment -> moment.levels.containsKey(part)).toList();
    if (own.isEmpty()) {
      return;
    }
    Gauges last = Gauges.NONE;
    long from = own.get(0).start;
    long to = own.get(own.size() - 1).start;
    for (Moment moment : moments.subMap(from, true, to, true).values()) {
      last = moment.levels.computeIfAbsent(part, lastKnown(last));
    }
  }

  private static Function<Integer, Gauges> lastKnown(Gauges last) {
    return part -> last;
  }

  private static Point point(Moment moment) {
    return new Point(
        moment.start, moment.end, moment.counts, moment.summaries, gauges(moment.levels.values()));
  }

  private static Gauges gauges(Collection<Gauges> parts) {
    Map<Gauge, Long> merged = new EnumMap<>(Gauge.class);
    for (Gauge gauge : Gauge.values()) {
      long[] known =
          parts.stream()
              .map(levels -> levels.get(gauge))
              .flatMapToLong(OptionalLong::stream)
              .toArray();
      if (known.length > 0 && gauge != Gauge.QUEUE_DIFFERENCE) {
        merged.put(gauge, OF_THE_TARGET.contains(gauge) ? greatest(known) : sum(known));
      }
    }
    difference(parts).ifPresent(level -> merged.put(Gauge.QUEUE_DIFFERENCE, level));
    return Gauges.of(merged);
  }

  private static long greatest(long... levels) {
    long greatest = Long.MIN_VALUE;
    for (long level : levels) {
      greatest = Math.max(greatest, level);
    }
    return greatest;
  }

  private static long sum(long... levels) {
    long sum = 0;
    for (long level : levels) {
      // Only a file edited by hand holds levels that overflow; they stay at the bound.
      boolean over = level > 0 ? sum > Long.MAX_VALUE - level : sum < Long.MIN_VALUE - level;
      sum = over ? (level > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum + level;
    }
    return sum;
  }

  /** Each part's own jobs at the target's answer are its difference and the claim; ours are all. */
  private static OptionalLong difference(Collection<Gauges> parts) {
    long own = 0;
    long claimed = Long.MIN_VALUE;
    for (Gauges levels : parts) {
      OptionalLong difference = levels.get(Gauge.QUEUE_DIFFERENCE);
      OptionalLong waiting = levels.get(Gauge.QUEUE_CLAIMED);
      if (difference.isEmpty() || waiting.isEmpty()) {
        return OptionalLong.empty();
      }
      long claim = waiting.getAsLong() + levels.get(Gauge.RUNNING_CLAIMED).orElse(0);
      own += difference.getAsLong() + claim;
      claimed = Math.max(claimed, claim);
    }
    return parts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(own - claimed);
  }
}
