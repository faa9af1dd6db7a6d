package stress.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often the target contradicted itself, with a few samples of each kind. Any thread. */
public final class IdentityLog {
  static final int SAMPLES = 5;
  private static final int LONGEST_SAMPLE = 200;

  private static final class Tally {
    final List<String> samples = new ArrayList<>();
    long count;
  }

  private final Map<Identity, Tally> tallies = new EnumMap<>(Identity.class);

  synchronized void add(Identity kind, String sample) {
    Tally tally = tallies.computeIfAbsent(kind, k -> new Tally());
    tally.count++;
    String kept = Wording.bounded(sample, LONGEST_SAMPLE);
    if (tally.samples.size() < SAMPLES && !tally.samples.contains(kept)) {
      tally.samples.add(kept);
    }
  }

  public synchronized List<IdentityFinding> findings() {
    List<IdentityFinding> findings = new ArrayList<>();
    tallies.forEach((kind, t) -> findings.add(new IdentityFinding(kind, t.count, t.samples)));
    return findings;
  }
}
