/**
 * One plan, carried out.
 *
 * <p>{@link stress.run.Runner} makes the one chain that {@code cli} awaits. Everything runs on the
 * event loop of {@link stress.run.Ports}; only {@link stress.run.StopSignal} may be touched from
 * other threads. Every phase has an end: the target is awaited for a set time, each job has a
 * time-out, the clean-up a bound, the whole a budget if one was given.
 */
package stress.run;
