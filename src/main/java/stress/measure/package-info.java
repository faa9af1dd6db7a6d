/**
 * What happened, in numbers.
 *
 * <p>The pipelines record into a {@link stress.measure.Ledger} from any thread without waiting;
 * once a second the run's timer flips it into an immutable {@link stress.measure.Interval}, and
 * everything else (live line, time series, totals, exporters) consumes intervals. All durations and
 * offsets are nanoseconds; offsets count from the beginning of the run. Percentiles only ever come
 * from merged histograms. A {@link stress.measure.RunResult} is the finished run; {@code RunFile}
 * writes and reads it.
 */
package stress.measure;
