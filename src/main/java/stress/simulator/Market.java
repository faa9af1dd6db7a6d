package stress.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The six symbols that there is data for, with the drift and volatility of their geometric Brownian
 * motion, both a year of 252 business days; our own round numbers for 2014 to 2018.
 */
final class Market {
  /** First and last day with data. */
  static final LocalDate FIRST = LocalDate.of(2014, 10, 1);

  static final LocalDate LAST = LocalDate.of(2018, 3, 31);
  static final double DAYS_A_YEAR = 252;

  /** Both a year, as fractions: 0.2 is 20 %. */
  record Motion(double drift, double volatility) {}

  private static final Map<String, Motion> MOTIONS =
      Map.of(
          "aapl", new Motion(0.16, 0.23),
          "amzn", new Motion(0.42, 0.29),
          "fb", new Motion(0.23, 0.25),
          "googl", new Motion(0.19, 0.21),
          "msft", new Motion(0.21, 0.21),
          "nflx", new Motion(0.46, 0.38));

  private Market() {}

  static Optional<Motion> motion(String symbol) {
    return Optional.ofNullable(MOTIONS.get(symbol));
  }

  /** Mondays to Fridays from the first day to before the last; at least 1. */
  static int businessDays(LocalDate from, LocalDate to) {
    long days = to.toEpochDay() - from.toEpochDay();
    long count = days / 7 * 5;
    for (LocalDate day = to.minusDays(days % 7); day.isBefore(to); day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        count++;
      }
    }
    return (int) Math.max(1, count);
  }
}
