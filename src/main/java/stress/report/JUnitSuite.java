package stress.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;
import stress.verdict.Judgement;

/**
 * One suite of JUnit XML.
 *
 * @param scenario what it is about; absent when it is about the run as a whole
 */
record JUnitSuite(String name, Optional<ScenarioResult> scenario, List<JUnitCase> cases) {
  /** Ant's schema allows no zone; it is UTC, and a property says so. */
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  void write(StringBuilder xml, int id, RunResult run, Judgement judgement) {
    xml.append("  <testsuite id=\"").append(id).append('"');
    attribute(xml, "package", "stress." + run.command());
    attribute(xml, "name", name);
    attribute(xml, "timestamp", BEGUN.format(begun(run)));
    // Whose host it was is not part of a run; this is what stands for "not known".
    attribute(xml, "hostname", "localhost");
    attribute(xml, "tests", Integer.toString(cases.size()));
    attribute(xml, "failures", count(JUnitCase.Result.FAILURE));
    attribute(xml, "errors", count(JUnitCase.Result.ERROR));
    attribute(xml, "skipped", count(JUnitCase.Result.SKIPPED));
    attribute(
        xml,
        "time",
        JUnitCase.seconds(scenario.map(result -> result.elapsed().toNanos()).orElse(0L)));
    xml.append(">\n    <properties>\n");
    property(xml, "tool", run.tool());
    property(xml, "run", run.runId());
    property(xml, "verdict", judgement.exit().word());
    property(xml, "exit", Integer.toString(judgement.exit().code()));
    property(xml, "timezone", "UTC");
    run.conditions().forEach(one -> property(xml, "plan." + one.label(), one.value()));
    xml.append("    </properties>\n");
    cases.forEach(one -> one.write(xml));
    xml.append("    <system-out>").append(out(judgement)).append("</system-out>\n");
    xml.append("    <system-err></system-err>\n  </testsuite>\n");
  }

  private Instant begun(RunResult run) {
    return scenario
        .or(() -> run.scenarios().stream().findFirst())
        .map(ScenarioResult::begun)
        .orElse(Instant.EPOCH);
  }

  private String count(JUnitCase.Result result) {
    return Long.toString(cases.stream().filter(one -> one.result() == result).count());
  }

  /** The one sentence that a reader of a CI page wants beside the numbers. */
  private String out(Judgement judgement) {
    return scenario
        .map(result -> ScenarioSection.of(result, Verdict.of(result, judgement)).outcome() + ".")
        .map(Markup::text)
        .orElse("");
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(Markup.text(value)).append('"');
  }

  private static void property(StringBuilder xml, String name, String value) {
    xml.append("      <property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
    xml.append("/>\n");
  }
}
