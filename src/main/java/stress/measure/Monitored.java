package stress.measure;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One level of the target, read once a second beside a scenario; immutable.
 *
 * @param source who told it: {@code pid 4711} or an address without its secrets
 * @param name what it is called in a report, such as {@code cpu} or a series' own name
 * @param most what it cannot exceed, where that is known: the cores that the target may use
 * @param readings in the order of their time; thinned out in a long run
 */
public record Monitored(
    String source, Kind kind, String name, OptionalDouble most, List<Reading> readings) {
  private static final int LONGEST = 120;

  /** What kind of level it is; that decides its unit and which rules look at it. */
  public enum Kind {
    CPU("cpu", "cores, over the second before the reading"),
    MEMORY("memory", "bytes resident"),
    DESCRIPTORS("descriptors", "open files and sockets"),
    CONNECTIONS("connections", "open sockets"),
    THREADS("threads", "threads"),
    SERIES("series", "the series' own unit");

    private final String id;
    private final String help;

    Kind(String id, String help) {
      this.id = id;
      this.help = help;
    }

    /** The name in files. */
    public String id() {
      return id;
    }

    /** What is read, and its unit. */
    public String help() {
      return help;
    }
  }

  /**
   * @param nanos offset from the beginning of the scenario
   * @param value finite
   */
  public record Reading(long nanos, double value) {
    public Reading {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a reading of " + value + ": expected a finite number");
      }
    }
  }

  public Monitored {
    source = Wording.bounded(source, LONGEST);
    name = Wording.bounded(name, LONGEST);
    readings = List.copyOf(readings);
  }

  /** The values alone, in the order of their time. */
  public double[] values() {
    return readings.stream().mapToDouble(Reading::value).toArray();
  }

  /** How long the readings span, in nanoseconds; zero for one or none. */
  public long spanNanos() {
    return readings.isEmpty()
        ? 0
        : readings.get(readings.size() - 1).nanos() - readings.get(0).nanos();
  }

  /** The arithmetic mean of the readings; absent without any. */
  public OptionalDouble mean() {
    return Arrays.stream(values()).average();
  }
}
