package stress.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Failures by signature, in bounded memory: the first {@value #MOST} signatures are told apart,
 * later ones only counted. Any thread; a failure is rare or slow enough to be worth a lock.
 */
public final class ErrorLog {
  static final int MOST = 100;
  private static final int LONGEST_SAMPLE = 200;

  private static final class Tally {
    final String sample;
    long first;
    long last;
    long count;

    Tally(long first, String sample) {
      this.first = first;
      this.last = first;
      this.sample = sample;
    }
  }

  private final Map<ErrorSignature, Tally> tallies = new LinkedHashMap<>();
  private long beyond;

  synchronized void add(ErrorSignature signature, long offset, String sample) {
    Tally tally = tallies.get(signature);
    if (tally == null) {
      if (tallies.size() == MOST) {
        beyond++;
        return;
      }
      tally = new Tally(offset, Wording.bounded(sample, LONGEST_SAMPLE));
      tallies.put(signature, tally);
    }
    tally.count++;
    // Two threads may come here in the other order than their instants.
    tally.first = Math.min(tally.first, offset);
    tally.last = Math.max(tally.last, offset);
  }

  /** The signatures, most frequent first. */
  public synchronized List<ErrorEntry> entries() {
    List<ErrorEntry> entries = new ArrayList<>();
    tallies.forEach(
        (signature, t) ->
            entries.add(new ErrorEntry(signature, t.count, t.first, t.last, t.sample)));
    entries.sort(Comparator.comparingLong(ErrorEntry::count).reversed());
    return entries;
  }

  /** Failures whose signature was one too many to be told apart. */
  public synchronized long beyond() {
    return beyond;
  }
}
