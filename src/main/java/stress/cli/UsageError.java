package stress.cli;

/** A command that cannot be carried out as it was given; nothing was sent. Exit code 2. */
final class UsageError extends RuntimeException {
  /**
   * @param message a sentence: which option, what was found, what was expected
   */
  UsageError(String message) {
    super(message);
  }

  static void unless(boolean right, String option, String expected) {
    if (!right) {
      throw new UsageError(option + ": " + expected);
    }
  }
}
