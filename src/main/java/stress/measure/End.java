package stress.measure;

/** Why a run ended. */
public enum End {
  COMPLETED("completed"),
  INTERRUPTED("interrupted by SIGINT"),
  TERMINATED("interrupted by SIGTERM"),
  BUDGET("stopped by --budget"),
  UNREACHED("the target was never reached");

  private final String text;

  End(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
