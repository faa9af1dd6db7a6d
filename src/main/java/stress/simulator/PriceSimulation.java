package stress.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded paths of a geometric Brownian motion: the capital at the end of each is {@code capital *
 * exp(sum of (drift - volatility²/2)·dt + volatility·sqrt(dt)·normal)}.
 *
 * <p>The logarithms of steps add up exactly, so a path of fewer, longer steps has the same
 * distribution at its end; that is how a job with a set service time stays cheap. One thread at a
 * time.
 */
final class PriceSimulation {
  private final double capital;
  private final double driftOfStep;
  private final double deviationOfStep;
  private final int steps;
  private final double[] ends;
  private final SplittableRandom random;
  private int done;

  private PriceSimulation(Submission asked, int paths, int steps, long seed) {
    Market.Motion motion = Market.motion(asked.symbol()).orElseThrow();
    double years = Market.businessDays(asked.from(), asked.to()) / Market.DAYS_A_YEAR;
    double volatility = motion.volatility();
    this.capital = asked.capital();
    this.driftOfStep = (motion.drift() - volatility * volatility / 2) * years / steps;
    this.deviationOfStep = volatility * Math.sqrt(years / steps);
    this.steps = steps;
    this.ends = new double[paths];
    this.random = new SplittableRandom(seed);
  }

  /** All runs, one step a business day. */
  static PriceSimulation whole(Submission asked, long seed) {
    int days = Market.businessDays(asked.from(), asked.to());
    return new PriceSimulation(asked, asked.runs(), days, seed);
  }

  /** At most 200 runs of at most 50 steps: about 0.1 ms. */
  static PriceSimulation bounded(Submission asked, long seed) {
    int days = Market.businessDays(asked.from(), asked.to());
    return new PriceSimulation(asked, Math.min(asked.runs(), 200), Math.min(days, 50), seed);
  }

  int paths() {
    return ends.length;
  }

  int done() {
    return done;
  }

  /** Computes up to that many more paths; false when all are there. */
  boolean advance(int paths) {
    int end = Math.min(ends.length, done + paths);
    while (done < end) {
      double sum = 0;
      for (int step = 0; step < steps; step++) {
        sum += random.nextGaussian();
      }
      ends[done++] = capital * Math.exp(driftOfStep * steps + deviationOfStep * sum);
    }
    return done < ends.length;
  }

  /** Of all paths; computes those that are missing. */
  SimulationResult result() {
    advance(ends.length);
    double[] sorted = ends.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElseThrow();
    double squares = Arrays.stream(sorted).map(end -> (end - mean) * (end - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, sorted.length - 1));
    return new SimulationResult(
        mean,
        deviation,
        percentile(sorted, 5),
        percentile(sorted, 25),
        percentile(sorted, 50),
        percentile(sorted, 75),
        percentile(sorted, 95),
        Math.max(0, capital - percentile(sorted, 5)),
        sorted.length,
        steps);
  }

  /** The smallest value that at least that share of all values does not exceed (nearest rank). */
  private static double percentile(double[] sorted, int percent) {
    int rank = (sorted.length * percent + 99) / 100;
    return sorted[Math.max(1, rank) - 1];
  }
}
