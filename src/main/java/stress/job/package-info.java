/**
 * Jobs as load: hand in, follow, settle.
 *
 * <p>{@link stress.job.JobPipeline} is the whole of it; {@code run} puts it together and
 * subscribes. One thread: the event loop to which transport and timers deliver, so nothing here is
 * locked. Every start is answered once and settled once, and counted under exactly one end.
 */
package stress.job;
