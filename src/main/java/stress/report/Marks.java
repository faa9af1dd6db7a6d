package stress.report;

import java.util.Locale;
import stress.verdict.ExitCode;
import stress.verdict.Outcome;

/** Whether an outcome is good, bad or neither, as a class of HTML says it. */
enum Marks {
  GOOD,
  BAD,
  OPEN;

  static Marks of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> GOOD;
      case FAIL, MISCOUNT -> BAD;
      case NO_DATA, INCONCLUSIVE, NO_VERDICT -> OPEN;
    };
  }

  static Marks of(ExitCode exit) {
    return switch (exit) {
      case PASSED -> GOOD;
      case CROSSED, STRESS_FAILED, UNREACHED, USAGE -> BAD;
      case NO_VERDICT, INTERRUPTED, TERMINATED -> OPEN;
    };
  }

  /** The name in a style sheet. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
