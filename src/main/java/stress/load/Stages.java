package stress.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stress.clock.DurationText;

/**
 * Reads stages as people write them, parted by commas:
 *
 * <ul>
 *   <li>{@code 30s@10/s} holds 10/s for 30 s,
 *   <li>{@code 30s@10/s..50/s} goes in a straight line from 10/s to 50/s,
 *   <li>{@code 30s@..50/s} does so from the rate at which the stage before ended.
 * </ul>
 */
public final class Stages {
  /** What an error message says was expected. */
  public static final String EXPECTED =
      "expected DURATION@RATE, DURATION@RATE..RATE or DURATION@..RATE such as 30s@10/s,"
          + " 30s@10/s..50/s or 30s@..50/s";

  private static final String RAMP = "..";

  private Stages() {}

  /**
   * Reads one stage or more.
   *
   * @throws IllegalArgumentException with a message that gives the number and text of the stage
   *     that is wrong, and what was expected
   */
  public static List<Stage> parse(String text) {
    List<Stage> stages = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      try {
        stages.add(stage(part.strip(), stages));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(
            "stage " + (stages.size() + 1) + " ('" + part.strip() + "'): " + wrong.getMessage(),
            wrong);
      }
    }
    return List.copyOf(stages);
  }

  private static Stage stage(String text, List<Stage> before) {
    int at = text.indexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException(EXPECTED);
    }
    Duration length = DurationText.parse(text.substring(0, at));
    String rates = text.substring(at + 1).strip();
    int dots = rates.indexOf(RAMP);
    if (dots < 0) {
      return Stage.hold(length, Rate.parse(rates));
    }
    Rate to = Rate.parse(rates.substring(dots + RAMP.length()));
    Rate from = dots == 0 ? endOf(before) : Rate.parse(rates.substring(0, dots));
    return Stage.ramp(length, from, to);
  }

  private static Rate endOf(List<Stage> before) {
    if (before.isEmpty()) {
      throw new IllegalArgumentException(
          "the first stage has no stage before it to ramp from; expected DURATION@RATE..RATE such"
              + " as 30s@0/s..50/s");
    }
    return before.get(before.size() - 1).to();
  }
}
