package stress.measure;

import java.util.ArrayList;
import java.util.List;
import stress.measure.Monitored.Reading;

/**
 * Readings in bounded memory: when there are {@value #MOST}, every second one is dropped and from
 * then on only every second one is kept, and so on. One thread.
 */
public final class ReadingLog {
  static final int MOST = 3_600;

  private final List<Reading> kept = new ArrayList<>();
  private long every = 1;
  private long offered;

  public void add(Reading reading) {
    if (offered++ % every != 0) {
      return;
    }
    kept.add(reading);
    if (kept.size() == MOST) {
      thinOut();
    }
  }

  private void thinOut() {
    List<Reading> half = new ArrayList<>();
    for (int i = 0; i < kept.size(); i += 2) {
      half.add(kept.get(i));
    }
    kept.clear();
    kept.addAll(half);
    every *= 2;
  }

  /** Those that were kept. */
  public List<Reading> readings() {
    return List.copyOf(kept);
  }
}
