package stress.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import stress.measure.JsonText;
import stress.measure.PlanDifference;
import stress.verdict.Change;
import stress.verdict.ComparedMetric;
import stress.verdict.ComparedScenario;
import stress.verdict.Comparison;
import stress.verdict.Estimate;

/** A comparison of two runs, for a person and for a program. */
public final class ComparisonReport {
  private static final int NAME = 8;
  private static final int VALUE = 22;
  private static final int CHANGE = 15;

  private ComparisonReport() {}

  /**
   * At most 80 columns, ending with the verdict and a new line.
   *
   * @param colour whether to mark headings and verdicts by terminal escapes
   */
  public static String text(Comparison comparison, boolean colour) {
    Page page = new Page(colour);
    page.heading(
        "comparison of run "
            + Sanitised.text(comparison.freshRun(), 18)
            + " with "
            + Sanitised.text(comparison.baseRun(), 18));
    for (PlanDifference difference : comparison.differences()) {
      page.hanging(
          "  plan: ",
          Sanitised.text(difference.label(), 20)
              + " was "
              + Sanitised.text(difference.one().orElse("not given"))
              + ", is "
              + Sanitised.text(difference.other().orElse("not given")));
    }
    comparison.notes().forEach(note -> page.hanging("  note: ", Sanitised.text(note)));
    comparison.scenarios().forEach(scenario -> scenario(scenario, page));
    page.blank();
    explanation(comparison, page);
    page.line(
        "comparison: "
            + comparison.verdict().text().toUpperCase(Locale.ROOT)
            + " ("
            + verdicts(comparison)
            + ")",
        colour(comparison.verdict()));
    return page.toString();
  }

  private static String verdicts(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    for (Change change : Change.values()) {
      text.append(change.ordinal() == 0 ? "" : ", ")
          .append(Figures.count(comparison.count(change)))
          .append(' ')
          .append(change.text());
    }
    return text + "; exit " + comparison.exit().code();
  }

  private static void explanation(Comparison comparison, Page page) {
    page.hanging(
        "  ",
        "Values with 95 % intervals; changes with intervals that hold for all metrics at once with"
            + " 95 %, if samples are independent. Real ones hang together, so that the truth is"
            + " less certain: repeat a run before believing a small change.");
    page.hanging(
        "  ",
        "worse, better: by more than 2 % for certain; same: by less than 10 %; a regression: worse"
            + " by more than "
            + Figures.number(comparison.allowed() * 100)
            + " %, or a share that fell.");
  }

  private static void scenario(ComparedScenario scenario, Page page) {
    page.blank();
    page.line(
        Page.padded(scenario.scenario().id(), NAME + 2)
            + Page.right("base", Math.max(0, VALUE - 2 - overhang(scenario)))
            + Page.right("new", VALUE)
            + Page.right("change, %", CHANGE),
        Colour.BOLD);
    String group = "";
    for (ComparedMetric metric : scenario.metrics()) {
      int blank = metric.name().lastIndexOf(' ');
      String series = blank < 0 ? metric.name() : metric.name().substring(0, blank);
      if (!series.equals(group)) {
        group = series;
        page.line("  " + series + samples(metric));
      }
      page.line(row(metric, metric.name().substring(blank + 1)), colour(metric.verdict()));
    }
  }

  private static int overhang(ComparedScenario scenario) {
    return Math.max(0, scenario.scenario().id().length() - NAME - 2);
  }

  private static String samples(ComparedMetric metric) {
    return "  (n = "
        + Figures.count(metric.samples().base())
        + " and "
        + Figures.count(metric.samples().fresh())
        + ")";
  }

  private static String row(ComparedMetric metric, String of) {
    String name =
        switch (metric.kind()) {
          case SHIFT -> "all";
          case DURATION -> of;
          case SHARE -> "share";
          case RATE -> "rate";
        };
    return Page.padded("    " + name, NAME + 2)
        + Page.right(value(metric, metric.base()), VALUE - 2)
        + Page.right(value(metric, metric.fresh()), VALUE)
        + Page.right(change(metric), CHANGE)
        + "  "
        + metric.verdict().text()
        + (metric.regression() ? " !" : "");
  }

  private static String value(ComparedMetric metric, Estimate estimate) {
    return switch (metric.kind()) {
      case SHIFT, DURATION -> Spans.duration(estimate);
      case SHARE ->
          Spans.plain(estimate.low() * 100, estimate.value() * 100, estimate.high() * 100, " %");
      case RATE -> Spans.plain(estimate.low(), estimate.value(), estimate.high(), "/s");
    };
  }

  /** Relative changes in percent; those of shares in points. */
  private static String change(ComparedMetric metric) {
    Estimate change = metric.change();
    return metric.kind() == ComparedMetric.Kind.SHARE
        ? Spans.signed(change.low() * 100, change.high() * 100)
        : Spans.signed(change.low() * 100 - 100, change.high() * 100 - 100);
  }

  private static Colour colour(Change change) {
    return switch (change) {
      case WORSE -> Colour.RED;
      case BETTER, SAME -> Colour.GREEN;
      case CANNOT_TELL -> Colour.YELLOW;
    };
  }

  /** One JSON document; a bound that the samples do not give is left out. */
  public static String json(Comparison comparison) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("schema", "stress.comparison/1");
    tree.put("base", comparison.baseRun());
    tree.put("new", comparison.freshRun());
    ArrayNode differences = tree.putArray("planDifferences");
    for (PlanDifference difference : comparison.differences()) {
      ObjectNode node = differences.addObject();
      node.put("label", difference.label());
      difference.one().ifPresent(value -> node.put("base", value));
      difference.other().ifPresent(value -> node.put("new", value));
    }
    ArrayNode notes = tree.putArray("notes");
    comparison.notes().forEach(notes::add);
    tree.put("maxRegression", comparison.allowed());
    ArrayNode scenarios = tree.putArray("scenarios");
    for (ComparedScenario scenario : comparison.scenarios()) {
      ObjectNode node = scenarios.addObject();
      node.put("scenario", scenario.scenario().id());
      ArrayNode metrics = node.putArray("metrics");
      scenario.metrics().forEach(metric -> metrics.add(metric(metric)));
    }
    tree.put("verdict", comparison.verdict().id());
    tree.put("exitCode", comparison.exit().code());
    return JsonText.of(tree);
  }

  private static ObjectNode metric(ComparedMetric metric) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("metric", metric.name());
    node.put("kind", metric.kind().id());
    node.put("baseSamples", metric.samples().base());
    node.put("newSamples", metric.samples().fresh());
    node.set("base", estimate(metric.base()));
    node.set("new", estimate(metric.fresh()));
    node.set("change", estimate(metric.change()));
    node.put("verdict", metric.verdict().id());
    node.put("regression", metric.regression());
    return node;
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "low", estimate.low());
    put(node, "value", estimate.value());
    put(node, "high", estimate.high());
    return node;
  }

  private static void put(ObjectNode node, String name, double number) {
    if (Double.isFinite(number)) {
      node.put(name, number);
    }
  }
}
