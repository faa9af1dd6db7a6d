package stress.measure;

import java.util.Locale;

/** Why a run ended. */
public enum End {
  COMPLETED("completed"),
  INTERRUPTED("interrupted by SIGINT"),
  TERMINATED("interrupted by SIGTERM"),
  BUDGET("stopped by --budget"),
  ABORTED("stopped by abort-on-fail"),
  UNREACHED("the target was never reached");

  private final String text;

  End(String text) {
    this.text = text;
  }

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason in words. */
  public String text() {
    return text;
  }
}
