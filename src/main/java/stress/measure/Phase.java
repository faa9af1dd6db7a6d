package stress.measure;

import java.util.Locale;

/** The part of a job's way in which an error happened. */
public enum Phase {
  SUBMIT,
  POLL,
  SOCKET,
  JOB,
  CANCEL,
  QUEUE_METRICS,
  READY;

  /** The name in files and exports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in reports. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
