package stress.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A run as a tree, its members always in the same order. */
final class RunWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RunWriter() {}

  static ObjectNode tree(RunResult run) {
    ObjectNode tree = NODES.objectNode();
    tree.put("schema", RunFile.SCHEMA);
    text(tree, "runId", run.runId());
    text(tree, "tool", run.tool());
    text(tree, "command", run.command());
    ArrayNode conditions = tree.putArray("conditions");
    for (RunResult.Condition condition : run.conditions()) {
      ObjectNode node = conditions.addObject();
      text(node, "label", condition.label());
      text(node, "value", condition.value());
    }
    texts(tree, "thresholds", run.thresholds());
    ArrayNode scenarios = tree.putArray("scenarios");
    run.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
    return tree;
  }

  private static ObjectNode scenario(ScenarioResult result) {
    ObjectNode node = NODES.objectNode();
    node.put("scenario", result.scenario().id());
    node.put("scheduled", result.scheduled());
    node.put("begun", result.begun().toString());
    node.put("elapsedNanos", result.elapsed().toNanos());
    node.put("end", result.end().id());
    node.set("counts", counts(result.counts(), prefixes(result.scenario())));
    node.set("distributions", distributions(result.distributions()));
    result.submissions().ifPresent(window -> node.set("submissions", window(window)));
    result.completions().ifPresent(window -> node.set("completions", window(window)));
    ArrayNode errors = node.putArray("errors");
    result.errors().forEach(error -> errors.add(error(error)));
    node.put("errorsBeyond", result.errorsBeyond());
    ArrayNode identity = node.putArray("identity");
    for (IdentityFinding finding : result.identity()) {
      ObjectNode entry = identity.addObject();
      entry.put("kind", finding.kind().id());
      entry.put("count", finding.count());
      texts(entry, "samples", finding.samples());
    }
    result.queue().ifPresent(claim -> node.set("queue", queue(claim)));
    result.sockets().ifPresent(facts -> node.set("sockets", SocketFactsWriter.tree(facts)));
    node.set("generator", GeneratorJson.tree(result.generator()));
    texts(node, "notes", result.notes());
    ArrayNode points = node.putArray("points");
    result.points().forEach(point -> points.add(point(point)));
    if (!result.monitored().isEmpty()) {
      node.set("monitored", MonitoredJson.tree(result.monitored()));
    }
    return node;
  }

  /** Which counters a scenario of this kind is about: their zeros say something. */
  private static List<String> prefixes(Scenario scenario) {
    return List.of(scenario.kind() == Scenario.Kind.JOBS ? "jobs." : "ws.", "generator.");
  }

  /** In a point zeros are left out, since there are thousands of points. */
  private static ObjectNode counts(Counts counts) {
    return counts(counts, List.of());
  }

  private static ObjectNode counts(Counts counts, List<String> zeros) {
    ObjectNode node = NODES.objectNode();
    for (Counter counter : Counter.values()) {
      if (counts.get(counter) != 0 || zeros.stream().anyMatch(counter.id()::startsWith)) {
        node.put(counter.id(), counts.get(counter));
      }
    }
    return node;
  }

  private static ObjectNode distributions(Map<Series, Distribution> distributions) {
    ObjectNode node = NODES.objectNode();
    for (Series series : Series.values()) {
      if (distributions.containsKey(series)) {
        Distribution distribution = distributions.get(series);
        ObjectNode entry = node.putObject(series.id());
        entry.set("summary", summary(distribution));
        entry.put("histogram", distribution.encode());
      }
    }
    return node;
  }

  private static ObjectNode summary(Distribution distribution) {
    ObjectNode node = NODES.objectNode();
    node.put("count", distribution.count());
    if (!distribution.isEmpty()) {
      node.put("minNanos", distribution.min());
      node.put("meanNanos", Math.round(distribution.mean()));
      for (String percent : List.of("50", "90", "95", "99", "99.9")) {
        node.put("p" + percent + "Nanos", distribution.percentile(Double.parseDouble(percent)));
      }
      node.put("maxNanos", distribution.max());
    }
    return node;
  }

  private static ObjectNode window(Window window) {
    ObjectNode node = NODES.objectNode();
    node.put("startNanos", window.startNanos());
    node.put("endNanos", window.endNanos());
    return node;
  }

  private static ObjectNode error(ErrorEntry error) {
    ObjectNode node = NODES.objectNode();
    node.put("phase", error.signature().phase().id());
    node.put("kind", error.signature().kind().id());
    error.signature().code().ifPresent(code -> node.put("code", code));
    text(node, "detail", error.signature().detail());
    node.put("count", error.count());
    node.put("firstNanos", error.firstNanos());
    node.put("lastNanos", error.lastNanos());
    text(node, "sample", error.sample());
    return node;
  }

  private static ObjectNode queue(QueueClaim claim) {
    ObjectNode node = NODES.objectNode();
    claim.source().ifPresent(source -> text(node, "source", source));
    claim.unavailable().ifPresent(why -> text(node, "unavailable", why));
    return node;
  }

  private static ObjectNode point(Point point) {
    ObjectNode node = NODES.objectNode();
    node.put("startNanos", point.startNanos());
    node.put("endNanos", point.endNanos());
    node.set("counts", counts(point.counts()));
    ObjectNode summaries = node.putObject("summaries");
    for (Series series : Series.values()) {
      if (point.summaries().containsKey(series)) {
        Summary summary = point.summaries().get(series);
        ObjectNode entry = summaries.putObject(series.id());
        entry.put("count", summary.count());
        entry.put("p50Nanos", summary.p50());
        entry.put("p95Nanos", summary.p95());
        entry.put("p99Nanos", summary.p99());
        entry.put("maxNanos", summary.max());
      }
    }
    ObjectNode gauges = node.putObject("gauges");
    for (Gauge gauge : Gauge.values()) {
      point.gauges().get(gauge).ifPresent(level -> gauges.put(gauge.id(), level));
    }
    return node;
  }

  private static void text(ObjectNode node, String name, String text) {
    node.put(name, Wording.wellFormed(text));
  }

  private static void texts(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(text -> array.add(Wording.wellFormed(text)));
  }
}
