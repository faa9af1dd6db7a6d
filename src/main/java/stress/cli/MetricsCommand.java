package stress.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import stress.measure.JsonText;
import stress.verdict.MetricCatalogue;
import stress.verdict.MetricCatalogue.Entry;
import stress.verdict.MetricCatalogue.Group;

/** {@code stress metrics}: lists everything that a threshold can be put on. */
@Command(
    name = "metrics",
    description = "List the metrics that --threshold can demand something of.",
    footer = {
      "",
      "Examples",
      "  stress metrics",
      "  stress metrics --format json",
      "  stress jobs --simulate --threshold 'jobs.submit.service.p95 < 200ms'",
      "  stress jobs --simulate --threshold 'jobs.refused < 9 abort-on-fail'",
    })
public final class MetricsCommand implements Runnable {
  private static final int COLUMNS = 80;
  private static final int NAME = 33;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The list on stdout (default: text)")
  private String format = "text";

  private final PrintWriter out;

  public MetricsCommand(Console console) {
    this.out = console.out();
  }

  @Override
  public void run() {
    switch (format.toLowerCase(Locale.ROOT)) {
      case "text" -> text();
      case "json" -> out.print(json());
      default -> throw new UsageError("--format " + format + ": expected text or json");
    }
    out.flush();
  }

  private void text() {
    out.println("A threshold is METRIC OPERATOR VALUE, such as jobs.total.high.p95 < 2s;");
    out.println("OPERATOR is < <= > or >=. 'and' joins several. Behind them may stand: strict,");
    out.println("abort-on-fail, abort-on-fail after 10s.");
    for (Group group : Group.values()) {
      out.println();
      out.println(group.title() + " (" + group.words() + ")");
      out.println("  value: " + group.valueExamples());
      MetricCatalogue.list().stream().filter(e -> e.group() == group).forEach(this::line);
    }
  }

  /** The name and what it is, in two columns; a long name has a line of its own. */
  private void line(Entry entry) {
    StringBuilder line = new StringBuilder("  ").append(entry.id());
    if (line.length() >= NAME) {
      out.println(line);
      line.setLength(0);
    }
    line.append(" ".repeat(NAME - line.length() - 1));
    for (String word : help(entry).split(" ")) {
      if (line.length() + 1 + word.length() > COLUMNS) {
        out.println(line);
        line.setLength(0);
        line.append(" ".repeat(NAME - 1));
      }
      line.append(' ').append(word);
    }
    out.println(line);
  }

  private static String help(Entry entry) {
    return entry.group() == Group.OTHERS
        ? entry.help() + "; " + entry.unit().expected()
        : entry.help();
  }

  private static String json() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ArrayNode metrics = tree.putArray("metrics");
    for (Entry entry : MetricCatalogue.list()) {
      for (String name : entry.names()) {
        ObjectNode metric = metrics.addObject();
        metric.put("name", name);
        metric.put("group", entry.group().name().toLowerCase(Locale.ROOT));
        metric.put("unit", entry.unitOf(name).id());
        metric.put("value", entry.unitOf(name).expected());
        metric.put("help", entry.help());
      }
    }
    return JsonText.of(tree);
  }
}
