package stress.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;

/**
 * Starts at given rates, whether the target answers or not; so every start has an intended instant.
 *
 * @param stages one or more, one after the other; only the last may be without end, and only with a
 *     limit
 * @param arrival how the starts are spread about the rate
 * @param limit the most starts, dropped ones included; 0 for none at all, empty for no limit
 * @param maxInFlight the most starts that may be unsettled at a time; empty for no limit
 * @param overflow what becomes of a start beyond {@code maxInFlight}; says nothing without one
 */
public record Open(
    List<Stage> stages,
    Arrival arrival,
    OptionalLong limit,
    OptionalInt maxInFlight,
    Overflow overflow)
    implements LoadModel {
  public Open {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("an open load needs at least one stage");
    }
    if (limit.isPresent() && limit.getAsLong() < 0) {
      throw new IllegalArgumentException(
          "a limit of " + limit.getAsLong() + " starts cannot be reached: expected 0 or more");
    }
    if (maxInFlight.isPresent() && maxInFlight.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "at most " + maxInFlight.getAsInt() + " in flight starts nothing: expected 1 or more");
    }
    checkEnd(stages, limit);
    Curve.of(stages, limit); // refuses what nanoseconds in a long cannot hold
  }

  private static void checkEnd(List<Stage> stages, OptionalLong limit) {
    for (int i = 0; i < stages.size(); i++) {
      boolean endless = stages.get(i).length().isEmpty();
      if (endless && i + 1 < stages.size()) {
        throw new IllegalArgumentException(
            "stage " + (i + 1) + " has no end, so the stages after it would never begin");
      }
      if (endless && limit.isEmpty()) {
        throw new IllegalArgumentException(
            "an open load at "
                + stages.get(i).describe()
                + " would never end: expected a number of starts, a duration or both");
      }
    }
  }

  /**
   * One flat stage with even arrivals and no limit in flight, ended by a limit, a duration or both.
   */
  public static Open constant(Rate rate, OptionalLong limit, Optional<Duration> duration) {
    return new Open(
        List.of(new Stage(duration, rate, rate)),
        Arrival.even(),
        limit,
        OptionalInt.empty(),
        Overflow.DROP);
  }

  /** The same load, spread otherwise. */
  public Open with(Arrival other) {
    return new Open(stages, other, limit, maxInFlight, overflow);
  }

  /** The same load, with at most so many unsettled at a time. */
  public Open atMost(int inFlight, Overflow beyond) {
    return new Open(stages, arrival, limit, OptionalInt.of(inFlight), beyond);
  }

  /**
   * The intended start offsets in nanoseconds from the beginning, never descending; a fresh
   * sequence at each call, always the same.
   */
  public PrimitiveIterator.OfLong schedule() {
    Curve curve = Curve.of(stages, limit);
    if (arrival instanceof Arrival.Poisson poisson) {
      return new PoissonStarts(curve, limit, poisson.seed());
    }
    return new EvenStarts(curve, limit);
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder("open: ");
    text.append(stages.stream().map(Stage::describe).collect(Collectors.joining(", then ")));
    boolean endless = stages.get(stages.size() - 1).length().isEmpty();
    limit.ifPresent(n -> text.append(endless ? ", " : ", at most ").append(Plural.of(n, "start")));
    text.append(", ").append(arrival.describe());
    if (maxInFlight.isPresent()) {
      text.append(", at most ").append(maxInFlight.getAsInt()).append(" in flight, ");
      text.append(overflow.describe());
    }
    return text.toString();
  }

  /** Exact for even arrivals; for Poisson arrivals only a limit without a duration says it. */
  @Override
  public OptionalLong planned() {
    if (limit.isPresent() && stages.get(stages.size() - 1).length().isEmpty()) {
      return limit;
    }
    if (arrival instanceof Arrival.Poisson) {
      return OptionalLong.empty();
    }
    long all = Curve.of(stages, limit).starts();
    return OptionalLong.of(Math.min(all, limit.orElse(all)));
  }
}
