package stress.simulator;

import java.util.Locale;

/** Where a job is in its life. */
enum Phase {
  WAITING,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED,
  TIMEOUT;

  boolean terminal() {
    return this != WAITING && this != RUNNING;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
