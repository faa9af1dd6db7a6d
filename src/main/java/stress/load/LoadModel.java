package stress.load;

import java.util.OptionalLong;

/** When starts happen: an immutable value without clock or thread; a {@link Pacer} drives it. */
public sealed interface LoadModel permits Open, Closed, Batched {
  /** Echoes itself in a report, in one line. */
  String describe();

  /**
   * How many starts it makes if nothing stops it, dropped ones included; empty when it cannot say.
   */
  OptionalLong planned();
}
