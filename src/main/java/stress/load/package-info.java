/**
 * When to start what: load models as values, their schedules as pure sequences, and the pacers that
 * drive them.
 *
 * <p>A {@link stress.load.LoadModel} is immutable and knows no clock and no thread; the schedule of
 * an {@link stress.load.Open} model is a sequence of intended start offsets in nanoseconds from the
 * beginning, the same each time it is asked for. A {@link stress.load.Pacer} is the only thing here
 * that waits: it is woken by {@code stress.clock.Timers} and belongs to the one thread that those
 * timers deliver to. What a start does is its {@link stress.load.Starter}'s affair.
 *
 * <p>Invariant: the intended instant of a start is fixed by the schedule alone. Neither a late
 * wake-up nor a full house moves it.
 */
package stress.load;
