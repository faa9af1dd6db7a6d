package stress.load;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;

/**
 * A Poisson process of rate λ(t), by change of time: start k at Λ⁻¹(E₀ + … + Eₖ), where the E are
 * independent, exponential and of mean 1. So ramps and silences need nothing of their own.
 */
final class PoissonStarts implements PrimitiveIterator.OfLong {
  private final List<Curve.Section> sections;
  private final long limit;
  private final SplittableRandom random;
  private int section;
  private long given;
  private double cumulative;

  PoissonStarts(Curve curve, OptionalLong limit, long seed) {
    this.sections = curve.sections();
    this.limit = limit.orElse(Long.MAX_VALUE);
    this.random = new SplittableRandom(seed);
    this.cumulative = exponential();
  }

  /** StrictMath: the same bits on every machine, so that a seed repeats everywhere. */
  private double exponential() {
    return -StrictMath.log(1 - random.nextDouble());
  }

  @Override
  public boolean hasNext() {
    while (section < sections.size() && !sections.get(section).holds(cumulative)) {
      section++;
    }
    return given < limit && section < sections.size();
  }

  @Override
  public long nextLong() {
    if (!hasNext()) {
      throw new NoSuchElementException("the schedule is over");
    }
    long instant = sections.get(section).at(cumulative);
    cumulative += exponential();
    given++;
    return instant;
  }
}
