package stress.websocket;

import java.time.Duration;
import stress.load.Rate;

/** When a connection sends its next message. */
public sealed interface SendPace {
  /**
   * When the last one has been answered.
   *
   * @param think waited after the answer; 0 for none
   */
  record Closed(Duration think) implements SendPace {
    public Closed {
      if (think.isNegative()) {
        throw new IllegalArgumentException(
            "a think time of " + think.toNanos() + "ns is negative: expected 0s or more");
      }
    }
  }

  /**
   * At an even rate, whether answers come or not; the first within one period after the opening.
   *
   * @param rate of each connection
   */
  record Open(Rate rate) implements SendPace {
    public Open {
      if (rate.isSilence()) {
        throw new IllegalArgumentException(
            "a message rate of " + rate.describe() + " sends nothing: expected above 0/s");
      }
    }
  }
}
