package stress.clock;

/** Being woken at an instant of a {@link NanoClock}. */
public interface Timers {
  /**
   * Runs the task once, at the instant or as soon after it as the machine allows; at once when the
   * instant has passed. Which thread runs it is the implementation's to say; two tasks of the same
   * instant run in the order in which they were given.
   *
   * @param instant nanoseconds on the clock that these timers follow
   */
  Timer at(long instant, Runnable task);

  /** A task that waits for its instant. */
  @FunctionalInterface
  interface Timer {
    /** Forgets the task; no effect when it has begun. Any thread. */
    void cancel();
  }
}
