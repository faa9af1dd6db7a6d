package stress.load;

/**
 * Releases the starts of one load model, once.
 *
 * <p>Every method is called on the one thread that the pacer's timers deliver to, and the starter
 * and the events are called back on it. A method may be called from within a callback.
 */
public interface Pacer {
  /**
   * Begins; what is due at once is released before this returns.
   *
   * @param originNanos the instant on the pacer's clock from which the schedule counts
   * @throws IllegalStateException when it was called before
   */
  void begin(long originNanos, Starter starter);

  /**
   * The submission of a start has its answer, or will never get one. Exactly once for each start,
   * not after {@link #settled}.
   */
  void answered(Start start);

  /** A start has come to its end, whichever. Exactly once for each start. */
  void settled(Start start);

  /**
   * Releases nothing any more, and says that it is exhausted if it has not; repeated calls do
   * nothing.
   */
  void stop();
}
