package stress.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Where everything that happens is recorded.
 *
 * <p>Recording: any thread, never waits, never throws, allocates nothing but a series' recorder at
 * its first sample. Flipping: one thread, once an interval; writers never wait for it.
 */
public final class Ledger {
  /** Made when their series has its first sample: most runs fill a third of them. */
  private final AtomicReferenceArray<Recorder> recorders =
      new AtomicReferenceArray<>(Series.values().length);

  private final Histogram[] spare = new Histogram[Series.values().length];
  private final LongAdder[] counters = new LongAdder[Counter.values().length];
  private final ErrorLog errors = new ErrorLog();
  private final IdentityLog identity = new IdentityLog();
  private final long origin;
  private Counts flipped = Counts.ZERO;
  private long lastFlip;

  /**
   * @param origin the beginning of the run on the run's clock; offsets count from here
   */
  public Ledger(long origin) {
    this.origin = origin;
    this.lastFlip = origin;
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new LongAdder();
    }
  }

  /** The instant from which offsets count. */
  public long origin() {
    return origin;
  }

  public void count(Counter counter) {
    counters[counter.ordinal()].increment();
  }

  public void count(Counter counter, long times) {
    counters[counter.ordinal()].add(times);
  }

  /** How often so far. */
  public long counted(Counter counter) {
    return counters[counter.ordinal()].sum();
  }

  /** Records a duration; one outside the histogram's range is recorded at the bound and counted. */
  public void record(Series series, long nanos) {
    long held = nanos;
    if (nanos < 0 || nanos > Distribution.GREATEST) {
      count(Counter.CLAMPED);
      held = nanos < 0 ? 0 : Distribution.GREATEST;
    }
    Recorder recorder = recorders.get(series.ordinal());
    (recorder == null ? first(series) : recorder).recordValue(held);
  }

  /** The recorder of a series that had none, whichever thread is the first to make it. */
  private Recorder first(Series series) {
    Recorder made = new Recorder(Distribution.LEAST, Distribution.GREATEST, Distribution.DIGITS);
    return recorders.compareAndSet(series.ordinal(), null, made)
        ? made
        : recorders.get(series.ordinal());
  }

  /**
   * Notes a failure under its signature.
   *
   * @param at the instant on the run's clock
   * @param sample shown for the first of its kind; cut to a bounded length
   */
  public void error(ErrorSignature signature, long at, String sample) {
    errors.add(signature, at - origin, sample);
  }

  /** Notes that the target contradicted itself. */
  public void finding(Identity kind, String sample) {
    identity.add(kind, sample);
  }

  public ErrorLog errors() {
    return errors;
  }

  public IdentityLog identity() {
    return identity;
  }

  /** Ends the current interval at the given instant and begins the next. */
  public Interval flip(long now, Gauges gauges) {
    Counts total = total();
    Interval interval =
        new Interval(lastFlip - origin, now - origin, total.minus(flipped), takeSamples(), gauges);
    flipped = total;
    lastFlip = now;
    return interval;
  }

  private Counts total() {
    long[] numbers = new long[counters.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = counters[i].sum();
    }
    return Counts.owning(numbers);
  }

  private Map<Series, Distribution> takeSamples() {
    Map<Series, Distribution> taken = new EnumMap<>(Series.class);
    for (Series series : Series.values()) {
      int i = series.ordinal();
      Recorder recorder = recorders.get(i);
      if (recorder == null) {
        continue;
      }
      Histogram samples = recorder.getIntervalHistogram(spare[i]);
      if (samples.getTotalCount() > 0) {
        // The interval gets a plain histogram of half the size; the recorder's own is recycled.
        Histogram kept = Distribution.newHistogram();
        kept.add(samples);
        taken.put(series, Distribution.owning(kept));
      }
      spare[i] = samples;
    }
    return taken;
  }
}
