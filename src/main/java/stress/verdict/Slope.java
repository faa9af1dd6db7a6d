package stress.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The straight line through a level over time, by least squares over the means of {@value #BLOCKS}
 * blocks of readings.
 *
 * <p>Neighbouring readings of a queue resemble each other, so a line through the readings
 * themselves would look far surer than it is; means of blocks resemble each other little. The
 * interval is Student's, with {@code BLOCKS - 2} degrees of freedom.
 *
 * @param perSecond how much the level grows a second
 * @param half half the width of the 95 % confidence interval
 */
record Slope(double perSecond, double half) {
  static final int BLOCKS = 10;

  /** A level that was read at an instant, in seconds from any beginning. */
  record Reading(double seconds, double level) {}

  /** Absent for fewer readings than blocks, and for readings at one instant. */
  static Optional<Slope> of(List<Reading> readings) {
    if (readings.size() < BLOCKS) {
      return Optional.empty();
    }
    List<Reading> means = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      means.add(
          mean(
              readings.subList(
                  block * readings.size() / BLOCKS, (block + 1) * readings.size() / BLOCKS)));
    }
    return line(means);
  }

  private static Reading mean(List<Reading> readings) {
    return new Reading(
        readings.stream().mapToDouble(Reading::seconds).average().orElseThrow(),
        readings.stream().mapToDouble(Reading::level).average().orElseThrow());
  }

  private static Optional<Slope> line(List<Reading> points) {
    Reading centre = mean(points);
    double squares = 0;
    double products = 0;
    for (Reading point : points) {
      double dx = point.seconds() - centre.seconds();
      squares += dx * dx;
      products += dx * (point.level() - centre.level());
    }
    if (squares == 0) {
      return Optional.empty();
    }
    double slope = products / squares;
    double rest = 0;
    for (Reading point : points) {
      double miss = point.level() - centre.level() - slope * (point.seconds() - centre.seconds());
      rest += miss * miss;
    }
    int freedom = points.size() - 2;
    double quantile = TDistribution.of(freedom).inverseSurvivalProbability(Limits.OUTSIDE / 2);
    return Optional.of(new Slope(slope, quantile * Math.sqrt(rest / freedom / squares)));
  }

  double low() {
    return perSecond - half;
  }

  double high() {
    return perSecond + half;
  }
}
