package stress.report;

import java.util.Optional;
import stress.measure.Window;

/** Pieces of sentences that several sections use. */
final class Phrases {
  private Phrases() {}

  static String number(long number, String what) {
    return Figures.count(number) + " " + what;
  }

  /** A further number in a list, or nothing when it is zero. */
  static String some(long number, String what) {
    return number == 0 ? "" : ", " + number(number, what);
  }

  /** A number and its noun in singular or plural. */
  static String counted(long number, String one, String many) {
    return number(number, number == 1 ? one : many);
  }

  /** The same as a further item of a list, or nothing when it is zero. */
  static String some(long number, String one, String many) {
    return number == 0 ? "" : ", " + counted(number, one, many);
  }

  static String throughput(Optional<Window> window, long events, String what, String stretch) {
    if (window.isEmpty() || window.get().nanos() == 0) {
      return Figures.NONE + "/s " + what + " (no stretch of time to count over)";
    }
    return Figures.rate(window.get().perSecond(events).orElseThrow())
        + " "
        + what
        + " over "
        + Figures.duration(window.get().nanos())
        + " ("
        + stretch
        + ")";
  }
}
