package stress.cli;

import java.util.Optional;
import stress.measure.End;
import stress.measure.RunResult;

/** What a person can do about a target that is not there. */
final class Unreached {
  private Unreached() {}

  /**
   * @param where the address that was tried
   * @return absent when the target was reached
   */
  static Optional<String> hint(RunResult run, String where) {
    boolean unreached = run.scenarios().stream().anyMatch(s -> s.end() == End.UNREACHED);
    if (!unreached) {
      return Optional.empty();
    }
    String why = String.join("; ", run.scenarios().get(0).notes());
    return Optional.of(
        "stress: the target was never reached: "
            + why
            + System.lineSeparator()
            + "  Start it, or name it with --url (now "
            + where
            + ");"
            + System.lineSeparator()
            + trust(why)
            + "  --wait-for-target 30s waits for one that is starting,"
            + " --simulate tries stress without one.");
  }

  private static String trust(String why) {
    return why.contains("certificate")
        ? "  --ca FILE trusts its authority, --insecure any certificate;" + System.lineSeparator()
        : "";
  }
}
