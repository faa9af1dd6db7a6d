package stress.report;

import java.util.OptionalLong;
import stress.measure.Counts;
import stress.measure.Interval;
import stress.measure.Scenario;

/** How a run goes, in one line, from its latest interval and its totals so far. */
public final class LiveLine {
  private final Scenario scenario;
  private final OptionalLong expected;

  /**
   * @param expected how many starts the whole scenario has, where that is known beforehand
   */
  public LiveLine(Scenario scenario, OptionalLong expected) {
    this.scenario = scenario;
    this.expected = expected;
  }

  /**
   * The line for a terminal.
   *
   * @param width columns of the terminal; the line is shorter by at least one, and never longer
   *     than 79
   */
  public String render(Interval latest, Counts totals, int width) {
    return "";
  }

  /** The line for a log, with the time since the beginning of the run. */
  public String plain(Interval latest, Counts totals) {
    return "";
  }
}
