package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.OptionalDouble;
import stress.measure.Monitored;

/** Tells levels of the target whenever it is asked. */
interface MonitorSource {
  /**
   * @param most what it cannot exceed, where that is known
   */
  record Level(Monitored.Kind kind, String name, OptionalDouble most, double value) {}

  /**
   * One look.
   *
   * @param at the instant of the reading
   * @param why there is nothing, in words; empty when there is something
   */
  record Look(long at, List<Level> levels, String why) {
    static Look failed(long at, String why) {
      return new Look(at, List.of(), why);
    }
  }

  /** The option that named it, for notes. */
  String option();

  /** What it is, for reports. */
  String name();

  /** Looks when subscribed; never fails. The item may come on any thread. */
  Uni<Look> look();
}
