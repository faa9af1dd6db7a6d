package stress.cli;

import java.util.OptionalLong;
import stress.measure.Counts;
import stress.measure.Interval;
import stress.measure.Scenario;
import stress.report.LiveLine;
import stress.run.RunListener;

/**
 * Shows on stderr how a run goes on: one line that is written over on a terminal, a plain line
 * every ten seconds otherwise.
 */
final class ProgressPrinter implements RunListener {
  private static final int INTERVALS_A_LINE = 10;
  private static final String ERASE = "\r\u001b[2K";

  private final Console console;
  private LiveLine line = new LiveLine(Scenario.END_TO_END, OptionalLong.empty());
  private boolean waitingSaid;
  private int intervals;

  ProgressPrinter(Console console) {
    this.console = console;
  }

  @Override
  public void waiting(String evidence) {
    if (!waitingSaid) {
      waitingSaid = true;
      console.err().println("stress: waiting for the target: " + evidence);
      console.err().flush();
    }
  }

  @Override
  public void begun(Scenario scenario, OptionalLong planned) {
    line = new LiveLine(scenario, planned);
  }

  @Override
  public void passed(Interval interval, Counts soFar) {
    intervals++;
    if (console.errIsTerminal()) {
      console.err().print(ERASE + line.render(interval, soFar, console.columns()));
    } else if (intervals % INTERVALS_A_LINE == 0) {
      console.err().println("stress: " + line.plain(interval, soFar));
    }
    console.err().flush();
  }

  /** Takes the live line away, so that the report stands alone. */
  void finish() {
    if (console.errIsTerminal()) {
      console.err().print(ERASE);
      console.err().flush();
    }
  }

  /** Says nothing. */
  static RunListener silent() {
    return new RunListener() {
      @Override
      public void waiting(String evidence) {}

      @Override
      public void begun(Scenario scenario, OptionalLong planned) {}

      @Override
      public void passed(Interval interval, Counts soFar) {}
    };
  }
}
