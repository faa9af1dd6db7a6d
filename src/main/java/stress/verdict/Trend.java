package stress.verdict;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a level changes over evenly spaced readings.
 *
 * <p>Neighbouring readings resemble each other, which would make any slope look certain. So the
 * readings are first averaged in ten stretches of equal length, and the slope over these ten is
 * tested: it grows when it is positive with 99 % confidence (Student's t, 8 degrees of freedom).
 *
 * @param first the fitted level of the first stretch
 * @param last the fitted level of the last stretch
 * @param t the slope divided by its standard error; infinite for a perfect line
 */
record Trend(double first, double last, double t) {
  private static final int STRETCHES = 10;

  /** The quantile 0.99 of Student's t with 8 degrees of freedom. */
  private static final double SIGNIFICANT = 2.896;

  /** Absent with fewer than two readings to a stretch. */
  static Optional<Trend> of(double[] readings) {
    return readings.length < 2 * STRETCHES
        ? Optional.empty()
        : Optional.of(fitted(means(readings)));
  }

  private static double[] means(double[] readings) {
    double[] means = new double[STRETCHES];
    for (int i = 0; i < STRETCHES; i++) {
      int from = i * readings.length / STRETCHES;
      int to = (i + 1) * readings.length / STRETCHES;
      means[i] = Arrays.stream(readings, from, to).average().orElseThrow();
    }
    return means;
  }

  private static Trend fitted(double[] means) {
    double middle = (STRETCHES - 1) / 2.0;
    double mean = Arrays.stream(means).average().orElseThrow();
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < STRETCHES; i++) {
      sxx += (i - middle) * (i - middle);
      sxy += (i - middle) * (means[i] - mean);
    }
    double slope = sxy / sxx;
    double residual = 0;
    for (int i = 0; i < STRETCHES; i++) {
      double off = means[i] - mean - slope * (i - middle);
      residual += off * off;
    }
    double error = Math.sqrt(residual / (STRETCHES - 2) / sxx);
    double t = slope == 0 ? 0 : slope / error;
    return new Trend(mean - slope * middle, mean + slope * middle, t);
  }

  boolean grows() {
    return t > SIGNIFICANT;
  }

  /** Pearson's coefficient of two levels of equal length that both vary. */
  static double correlation(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return both / Math.sqrt(squaresOne * squaresOther);
  }

  /** Whether the greatest is twice the least or more, and more than it by a few. */
  static boolean varies(double[] readings) {
    double least = Arrays.stream(readings).min().orElse(0);
    double most = Arrays.stream(readings).max().orElse(0);
    return most >= 2 * least && most - least >= 5;
  }
}
