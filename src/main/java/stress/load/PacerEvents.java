package stress.load;

/** What a pacer tells about itself; called on the pacer's thread, once a start at most. */
public interface PacerEvents {
  /**
   * A start was released so many nanoseconds after it was due: the generator's own lateness, 0 or
   * more. The time that a start waited for a free place ({@link Overflow#QUEUE}) is no part of it.
   *
   * <p>Due means: the intended instant (open), the end of the think time (closed) or of the pause
   * (batches).
   */
  void lag(long nanos);

  /**
   * A start was due while the most allowed were in flight, and never happens ({@link
   * Overflow#DROP}).
   *
   * @param intended its instant on the pacer's clock
   */
  void dropped(long intended);

  /**
   * At {@link Pacer#stop()} so many starts of an open model were due and had not been released:
   * they waited for a free place, or the generator was late. Called once, and only for 1 or more.
   */
  void unstarted(long count);
}
