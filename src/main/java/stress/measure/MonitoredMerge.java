package stress.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What several generators read of their target, level by level: the same level of the same source
 * is one, with the readings of all of them.
 */
final class MonitoredMerge {
  /** As many as one run keeps: one a second for an hour. */
  private static final int MOST = 3_600;

  private MonitoredMerge() {}

  private record Level(String source, Monitored.Kind kind, String name) {}

  static List<Monitored> of(List<Shifted> parts) {
    Map<Level, Monitored> merged = new LinkedHashMap<>();
    for (Shifted part : parts) {
      for (Monitored level : part.result().monitored()) {
        merged.merge(
            new Level(level.source(), level.kind(), level.name()),
            shifted(level, part.shiftNanos()),
            MonitoredMerge::both);
      }
    }
    return List.copyOf(merged.values());
  }

  private static Monitored shifted(Monitored level, long shiftNanos) {
    return with(
        level,
        level.readings().stream()
            .map(reading -> new Monitored.Reading(reading.nanos() + shiftNanos, reading.value()))
            .toList());
  }

  private static Monitored both(Monitored one, Monitored other) {
    List<Monitored.Reading> all = new ArrayList<>(one.readings());
    all.addAll(other.readings());
    all.sort(
        Comparator.comparingLong(Monitored.Reading::nanos)
            .thenComparingDouble(Monitored.Reading::value));
    int each = (all.size() + MOST - 1) / MOST;
    List<Monitored.Reading> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i += each) {
      kept.add(all.get(i));
    }
    return with(one, kept);
  }

  private static Monitored with(Monitored level, List<Monitored.Reading> readings) {
    return new Monitored(level.source(), level.kind(), level.name(), level.most(), readings);
  }
}
