package stress.load;

/**
 * One scheduled unit of work.
 *
 * @param index 0, 1, …: its place in the schedule; a dropped start leaves a gap
 * @param intended nanoseconds on the pacer's clock: when it should start
 * @param scheduled true when a schedule set the intended instant (open model), so that a response
 *     time measured from it means something; false when it is the instant of release
 */
public record Start(long index, long intended, boolean scheduled) {}
