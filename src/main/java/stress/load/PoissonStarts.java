package stress.load;

import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;

/** Poisson. */
final class PoissonStarts implements PrimitiveIterator.OfLong {
  PoissonStarts(Curve curve, OptionalLong limit, long seed) {}

  @Override
  public boolean hasNext() {
    return false;
  }

  @Override
  public long nextLong() {
    throw new NoSuchElementException("the schedule is over");
  }
}
