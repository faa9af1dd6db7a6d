package stress.simulator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a client asked {@code /push} for in its query.
 *
 * @param rate messages a second, 0 (none ever) to 100 000
 * @param size payload bytes of a message, 100 to 16 MiB
 * @param count after so many messages the server closes 1000; empty: never
 * @param frame payload bytes of a frame; longer messages are sent in fragments
 */
record PushOrder(double rate, int size, OptionalLong count, int frame) {
  private static final int LARGEST = 16 << 20;
  private static final int FASTEST = 100_000;
  static final int SMALLEST = 100;

  /**
   * @param query the value of a query parameter; null when it is absent
   * @throws IllegalArgumentException naming the parameter and what was expected
   */
  static PushOrder parse(Function<String, String> query) {
    long size = number(query, "size", SMALLEST, LARGEST).orElse(200);
    return new PushOrder(
        rate(query.apply("rate")),
        (int) size,
        number(query, "count", 1, Long.MAX_VALUE),
        (int) number(query, "frame", 1, LARGEST).orElse(LARGEST));
  }

  private static double rate(String text) {
    String expected = "rate=" + text + ": expected messages a second, 0 to " + FASTEST;
    try {
      double rate = text == null ? 10 : new BigDecimal(text).doubleValue();
      if (rate >= 0 && rate <= FASTEST) {
        return rate;
      }
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(expected, wrong);
    }
    throw new IllegalArgumentException(expected);
  }

  private static OptionalLong number(
      Function<String, String> query, String name, long low, long high) {
    Optional<String> text = Optional.ofNullable(query.apply(name));
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String expected = name + "=" + text.get() + ": expected a whole number, " + low + " to " + high;
    try {
      long value = Long.parseLong(text.get());
      if (value >= low && value <= high) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(expected, wrong);
    }
    throw new IllegalArgumentException(expected);
  }

  /** When the message with that number, from 0, is due: nanoseconds after the first. */
  long dueNanos(long message) {
    return Math.round(message * 1e9 / rate);
  }

  /** Whether no message is due any more when that many were sent. */
  boolean silentAfter(long sent) {
    return rate == 0 || (count.isPresent() && sent >= count.getAsLong());
  }
}
