package stress.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import stress.clock.DurationText;

/**
 * One thing that goes wrong, and how often.
 *
 * @param target an endpoint, {@code job}, {@code socket}, {@code echo}, {@code push} or {@code
 *     server}
 * @param name what goes wrong there, such as {@code status}
 * @param value what belongs to it
 * @param probability 0..1, of each request, job or socket
 */
record FaultRule(String target, String name, Value value, double probability) {
  /** What stands after the equals sign. */
  sealed interface Value {}

  /** Nothing stands there. */
  record None() implements Value {
    @Override
    public String toString() {
      return "";
    }
  }

  /** An HTTP status or a WebSocket close code, and for how long to stay away. */
  record Code(int code, Optional<Duration> retryAfter) implements Value {
    /** The answer that says for how long to stay away, in whole seconds, rounded up. */
    Answer onto(Answer answer) {
      return retryAfter
          .map(pause -> (pause.toMillis() + 999) / 1000)
          .map(seconds -> answer.with(Map.of("Retry-After", Long.toString(seconds))))
          .orElse(answer);
    }

    @Override
    public String toString() {
      return "=" + code + retryAfter.map(pause -> "+" + DurationText.format(pause)).orElse("");
    }
  }

  /** A pause, evenly distributed from {@code middle - spread} to {@code middle + spread}. */
  record Pause(Duration middle, Duration spread) implements Value {
    long nanos(double part) {
      return Math.max(0, middle.toNanos() + Math.round((2 * part - 1) * spread.toNanos()));
    }

    @Override
    public String toString() {
      String around = spread.isZero() ? "" : "~" + DurationText.format(spread);
      return "=" + DurationText.format(middle) + around;
    }
  }

  /** A word or a media type. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return "=" + text;
    }
  }

  /** A freeze of the whole server, counted from its first request. */
  record Freeze(Duration length, Duration after) implements Value {
    @Override
    public String toString() {
      return "=" + DurationText.format(length) + "@" + DurationText.format(after);
    }
  }

  /** How the truth counts it: {@code submit.status}. */
  String kind() {
    return target + "." + name;
  }

  /** Whether it hits the request, job or socket with that number, counted from 0. */
  boolean hits(Chance chance, long count) {
    return probability >= 1 || chance.uniform(kind() + value, count) < probability;
  }

  /** The text that is read back as this rule. */
  @Override
  public String toString() {
    BigDecimal percent = BigDecimal.valueOf(probability).movePointRight(2).stripTrailingZeros();
    return kind() + value + (probability >= 1 ? "" : ":" + percent.toPlainString() + "%");
  }
}
