package stress.simulator;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stress.clock.DurationText;

/**
 * How long jobs run; a pure function of the seed and the job's index.
 *
 * <table>
 * <caption>Texts</caption>
 * <tr><td>{@code 250ms}</td><td>always that long</td></tr>
 * <tr><td>{@code uniform(100ms,300ms)}</td><td>evenly between the two</td></tr>
 * <tr><td>{@code exponential(200ms)}</td><td>with that mean</td></tr>
 * <tr><td>{@code lognormal(300ms,0.5)}</td><td>with that median and that standard deviation of the
 * natural logarithm</td></tr>
 * <tr><td>{@code compute}</td><td>as long as the simulation of all runs takes</td></tr>
 * </table>
 */
public sealed interface ServiceTime {
  /** What an error message says was expected. */
  String EXPECTED =
      "a duration such as 250ms, uniform(100ms,300ms), exponential(200ms), lognormal(300ms,0.5) or"
          + " compute";

  /**
   * Nanoseconds of the job with that index; empty when nothing is set and the computation decides.
   */
  OptionalLong nanos(long seed, long index);

  /** Always that long. */
  record Constant(Duration length) implements ServiceTime {
    @Override
    public OptionalLong nanos(long seed, long index) {
      return OptionalLong.of(length.toNanos());
    }

    @Override
    public String toString() {
      return DurationText.format(length);
    }
  }

  /** Evenly distributed. */
  record Uniform(Duration low, Duration high) implements ServiceTime {
    @Override
    public OptionalLong nanos(long seed, long index) {
      double part = new Chance(seed).uniform("job.time", index);
      return OptionalLong.of(low.toNanos() + Math.round(part * (high.toNanos() - low.toNanos())));
    }

    @Override
    public String toString() {
      return "uniform(" + DurationText.format(low) + "," + DurationText.format(high) + ")";
    }
  }

  /** Exponentially distributed. */
  record Exponential(Duration mean) implements ServiceTime {
    @Override
    public OptionalLong nanos(long seed, long index) {
      double part = new Chance(seed).uniform("job.time", index);
      return OptionalLong.of(Math.round(-Math.log1p(-part) * mean.toNanos()));
    }

    @Override
    public String toString() {
      return "exponential(" + DurationText.format(mean) + ")";
    }
  }

  /** Lognormally distributed. */
  record Lognormal(Duration median, double sigma) implements ServiceTime {
    @Override
    public OptionalLong nanos(long seed, long index) {
      long chosen = new Chance(seed).seed("job.time", index);
      double normal = new SplittableRandom(chosen).nextGaussian();
      return OptionalLong.of(Math.round(Math.exp(sigma * normal) * median.toNanos()));
    }

    @Override
    public String toString() {
      return "lognormal(" + DurationText.format(median) + "," + sigma + ")";
    }
  }

  /** Whatever the computation takes. */
  record Compute() implements ServiceTime {
    @Override
    public OptionalLong nanos(long seed, long index) {
      return OptionalLong.empty();
    }

    @Override
    public String toString() {
      return "compute";
    }
  }

  /**
   * Reads one of the texts above.
   *
   * @throws IllegalArgumentException naming the text, its wrong part and what was expected
   */
  static ServiceTime parse(String text) {
    String stripped = text.strip();
    if (stripped.equals("compute")) {
      return new Compute();
    }
    Matcher call = Pattern.compile("([a-z]+)\\s*\\(([^()]*)\\)").matcher(stripped);
    if (!call.matches()) {
      return new Constant(duration(text, stripped));
    }
    List<String> parts = List.of(call.group(2).split(",", -1));
    return switch (call.group(1)) {
      case "uniform" -> uniform(text, parts);
      case "exponential" -> {
        need(text, parts, 1, "exponential(mean)");
        yield new Exponential(duration(text, parts.get(0)));
      }
      case "lognormal" -> {
        need(text, parts, 2, "lognormal(median,sigma)");
        yield new Lognormal(duration(text, parts.get(0)), sigma(text, parts.get(1)));
      }
      default -> throw wrong(text, "'" + call.group(1) + "' is not a distribution", EXPECTED);
    };
  }

  private static ServiceTime uniform(String text, List<String> parts) {
    need(text, parts, 2, "uniform(low,high)");
    Uniform range = new Uniform(duration(text, parts.get(0)), duration(text, parts.get(1)));
    if (range.low().compareTo(range.high()) > 0) {
      throw wrong(text, "the low end is above the high end", "uniform(low,high)");
    }
    return range;
  }

  private static void need(String text, List<String> parts, int count, String expected) {
    if (parts.size() != count) {
      throw wrong(text, "it has " + parts.size() + " parts in the brackets", expected);
    }
  }

  private static Duration duration(String text, String part) {
    try {
      return DurationText.parse(part);
    } catch (IllegalArgumentException wrong) {
      throw wrong(text, "'" + part.strip() + "' is not a duration", EXPECTED);
    }
  }

  private static double sigma(String text, String part) {
    String expected = "a number from 0 to 10 such as 0.5";
    try {
      double value = Double.parseDouble(part.strip());
      if (value >= 0 && value <= 10) {
        return value;
      }
    } catch (NumberFormatException wrong) {
      throw wrong(text, "'" + part.strip() + "' is not a number", expected);
    }
    throw wrong(text, "sigma '" + part.strip() + "' is out of range", expected);
  }

  private static IllegalArgumentException wrong(String text, String what, String expected) {
    return new IllegalArgumentException(
        "job time '" + text + "': " + what + "; expected " + expected);
  }
}
