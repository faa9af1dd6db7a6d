package stress.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.Point;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.Series;
import stress.measure.Window;

/** What a metric is read from: a scenario that is finished, or one that still goes on. */
sealed interface Sample {
  Scenario scenario();

  /** Whether starts have intended instants. */
  boolean scheduled();

  Counts counts();

  Distribution of(Series series);

  List<Point> points();

  /** First start to last answer. */
  Optional<Window> submissions();

  /** First to last settlement or message. */
  Optional<Window> completions();

  /** All of it. */
  Window whole();

  /** What is known at the end alone. */
  Optional<ScenarioResult> result();

  default long count(Counter counter) {
    return counts().get(counter);
  }

  static Sample of(ScenarioResult result) {
    return new Finished(result);
  }

  /** A finished scenario. */
  record Finished(ScenarioResult finished) implements Sample {
    @Override
    public Scenario scenario() {
      return finished.scenario();
    }

    @Override
    public boolean scheduled() {
      return finished.scheduled();
    }

    @Override
    public Counts counts() {
      return finished.counts();
    }

    @Override
    public Distribution of(Series series) {
      return finished.of(series);
    }

    @Override
    public List<Point> points() {
      return finished.points();
    }

    @Override
    public Optional<Window> submissions() {
      return finished.submissions();
    }

    @Override
    public Optional<Window> completions() {
      return finished.completions();
    }

    @Override
    public Window whole() {
      return new Window(0, finished.elapsed().toNanos());
    }

    @Override
    public Optional<ScenarioResult> result() {
      return Optional.of(finished);
    }
  }

  /**
   * A scenario so far. All its stretches are from its beginning to now: it is not known yet whether
   * the load goes on.
   */
  record Going(
      Scenario scenario,
      Counts counts,
      Map<Series, Distribution> distributions,
      List<Point> points,
      Window whole)
      implements Sample {
    /** Unknown, and only asked for what needs the load's end. */
    @Override
    public boolean scheduled() {
      return false;
    }

    @Override
    public Distribution of(Series series) {
      return distributions.getOrDefault(series, Distribution.EMPTY);
    }

    @Override
    public Optional<Window> submissions() {
      return Optional.of(whole);
    }

    @Override
    public Optional<Window> completions() {
      return Optional.of(whole);
    }

    @Override
    public Optional<ScenarioResult> result() {
      return Optional.empty();
    }
  }
}
