package stress.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The run over time, in memory that grows slowly: the first {@value #FINE} intervals are points of
 * their own, later ones are joined ten to a point, from their histograms. One thread.
 */
public final class TimeSeries {
  static final int FINE = 3_600;
  private static final int JOINED = 10;

  private final List<Point> points = new ArrayList<>();
  private Totals open = new Totals();
  private Interval first;
  private Interval last;
  private int joined;

  public void add(Interval interval) {
    open.add(interval);
    first = first == null ? interval : first;
    last = interval;
    joined++;
    if (points.size() < FINE || joined == JOINED) {
      close();
    }
  }

  private void close() {
    Map<Series, Summary> summaries = new EnumMap<>(Series.class);
    open.distributions().forEach((series, d) -> summaries.put(series, Summary.of(d)));
    points.add(
        new Point(first.startNanos(), last.endNanos(), open.counts(), summaries, last.gauges()));
    open = new Totals();
    first = null;
    joined = 0;
  }

  /** The points so far; what was not yet joined becomes the last of them. */
  public List<Point> points() {
    if (joined > 0) {
      close();
    }
    return List.copyOf(points);
  }
}
