package stress.websocket;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stress.measure.CloseEntry;
import stress.measure.Closer;

/** How often connections ended in which way; bounded, whatever reasons a target invents. */
final class CloseTable {
  static final int MOST = 50;
  static final String OTHERS = "…other reasons";

  private record Way(Closer by, int code, String reason) {}

  private final Map<Way, Long> counts = new LinkedHashMap<>();

  void add(Closer by, int code, String reason) {
    Way way = new Way(by, code, reason);
    boolean told = counts.containsKey(way) || counts.size() < MOST;
    counts.merge(told ? way : new Way(by, code, OTHERS), 1L, Long::sum);
  }

  /** Most frequent first. */
  List<CloseEntry> entries() {
    return counts.entrySet().stream()
        .map(
            e ->
                new CloseEntry(
                    e.getKey().by(), e.getKey().code(), e.getKey().reason(), e.getValue()))
        .sorted(Comparator.comparingLong(CloseEntry::count).reversed())
        .toList();
  }
}
