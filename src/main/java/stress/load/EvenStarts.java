package stress.load;

import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;

/** Start k at Λ⁻¹(k), k = 0, 1, … */
final class EvenStarts implements PrimitiveIterator.OfLong {
  EvenStarts(Curve curve, OptionalLong limit) {}

  @Override
  public boolean hasNext() {
    return false;
  }

  @Override
  public long nextLong() {
    throw new NoSuchElementException("the schedule is over");
  }
}
