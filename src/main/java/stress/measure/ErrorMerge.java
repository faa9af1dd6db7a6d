package stress.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Failures of several runs by signature: as many told apart as {@link ErrorLog} does, the most
 * frequent ones; the others are only counted.
 */
final class ErrorMerge {
  private static final Comparator<ErrorEntry> ORDER =
      Comparator.comparingLong(ErrorEntry::count)
          .reversed()
          .thenComparingLong(ErrorEntry::firstNanos)
          .thenComparing(entry -> entry.signature().toString());

  private final Map<ErrorSignature, ErrorEntry> entries = new HashMap<>();
  private long beyond;

  void add(Shifted part) {
    beyond += part.result().errorsBeyond();
    for (ErrorEntry entry : part.result().errors()) {
      ErrorEntry moved =
          new ErrorEntry(
              entry.signature(),
              entry.count(),
              entry.firstNanos() + part.shiftNanos(),
              entry.lastNanos() + part.shiftNanos(),
              entry.sample());
      entries.merge(entry.signature(), moved, ErrorMerge::joined);
    }
  }

  /** The sample is that of the earlier first one. */
  private static ErrorEntry joined(ErrorEntry one, ErrorEntry other) {
    ErrorEntry earlier = other.firstNanos() < one.firstNanos() ? other : one;
    return new ErrorEntry(
        one.signature(),
        one.count() + other.count(),
        earlier.firstNanos(),
        Math.max(one.lastNanos(), other.lastNanos()),
        earlier.sample());
  }

  List<ErrorEntry> entries() {
    return entries.values().stream().sorted(ORDER).limit(ErrorLog.MOST).toList();
  }

  long beyond() {
    long cut =
        entries.values().stream()
            .sorted(ORDER)
            .skip(ErrorLog.MOST)
            .mapToLong(ErrorEntry::count)
            .sum();
    return beyond + cut;
  }
}
