package stress.simulator;

import java.util.Locale;

/** What a request asks for, in any of the APIs; the truth and the faults use these names. */
enum Endpoint {
  SUBMIT,
  STATUS,
  PROGRESS,
  LIST,
  CANCEL,
  BULK,
  METRICS,
  QUEUE,
  HEALTH,
  READY,
  UNKNOWN;

  private final String text = name().toLowerCase(Locale.ROOT);

  String text() {
    return text;
  }
}
