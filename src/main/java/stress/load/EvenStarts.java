package stress.load;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;

/**
 * Start k at Λ⁻¹(k), for k = 0, 1, …: each instant is computed from k, none from the one before.
 */
final class EvenStarts implements PrimitiveIterator.OfLong {
  private final List<Curve.Section> sections;
  private final long end;
  private int section;
  private long index;

  EvenStarts(Curve curve, OptionalLong limit) {
    this.sections = curve.sections();
    this.end = Math.min(curve.starts(), limit.orElse(Long.MAX_VALUE));
  }

  @Override
  public boolean hasNext() {
    return index < end;
  }

  @Override
  public long nextLong() {
    if (!hasNext()) {
      throw new NoSuchElementException("the schedule is over");
    }
    while (!sections.get(section).holds(index)) {
      section++;
    }
    return sections.get(section).at(index++);
  }
}
