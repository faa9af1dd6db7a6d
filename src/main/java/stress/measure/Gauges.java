package stress.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/** The levels at one instant; a level that was not to be had is absent, never zero. */
public final class Gauges {
  /** No level known. */
  public static final Gauges NONE = new Gauges(new EnumMap<>(Gauge.class));

  private final EnumMap<Gauge, Long> levels;

  private Gauges(EnumMap<Gauge, Long> levels) {
    this.levels = levels;
  }

  public static Gauges of(Map<Gauge, Long> levels) {
    EnumMap<Gauge, Long> copy = new EnumMap<>(Gauge.class);
    copy.putAll(levels);
    return new Gauges(copy);
  }

  public OptionalLong get(Gauge gauge) {
    Long level = levels.get(gauge);
    return level == null ? OptionalLong.empty() : OptionalLong.of(level);
  }

  /** These levels and one more. */
  public Gauges with(Gauge gauge, long level) {
    EnumMap<Gauge, Long> copy = new EnumMap<>(levels);
    copy.put(gauge, level);
    return new Gauges(copy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gauges that && levels.equals(that.levels);
  }

  @Override
  public int hashCode() {
    return levels.hashCode();
  }
}
