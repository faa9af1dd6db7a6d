package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stress.measure.CaseResult;
import stress.measure.End;
import stress.measure.RunResult;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;
import stress.measure.SocketFacts;
import stress.verdict.Finding;
import stress.verdict.Judgement;
import stress.verdict.Outcome;

/**
 * The judged run as JUnit XML, in the form that Ant's and Jenkins' schemas have in common: a suite
 * for the run and for each scenario, a test case for each scenario, threshold and error case.
 *
 * <p>What was crossed is a failure; what could not be judged for want of data is skipped; what says
 * that nothing can be believed, such as an interrupt or a generator that was the bottleneck, is an
 * error. The plan is in the properties.
 */
public final class JUnitReport {
  private JUnitReport() {}

  public static String render(RunResult run, Judgement judgement) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    List<JUnitSuite> suites = new ArrayList<>();
    List<JUnitCase> whole = thresholds(judgement, Optional.empty(), run.command());
    if (!whole.isEmpty()) {
      suites.add(new JUnitSuite("run", Optional.empty(), whole));
    }
    for (ScenarioResult scenario : run.scenarios()) {
      suites.add(
          new JUnitSuite(
              scenario.scenario().id(),
              Optional.of(scenario),
              cases(scenario, judgement, run.command())));
    }
    for (int id = 0; id < suites.size(); id++) {
      suites.get(id).write(xml, id, run, judgement);
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static List<JUnitCase> cases(
      ScenarioResult scenario, Judgement judgement, String command) {
    List<JUnitCase> cases = new ArrayList<>();
    cases.add(end(scenario, command));
    cases.addAll(thresholds(judgement, Optional.of(scenario.scenario()), command));
    for (CaseResult one : scenario.sockets().map(SocketFacts::cases).orElse(List.of())) {
      cases.add(errorCase(one, command));
    }
    return cases;
  }

  /** That the scenario was carried out as it was planned. */
  private static JUnitCase end(ScenarioResult scenario, String command) {
    boolean ran =
        switch (scenario.end()) {
          case UNREACHED, INTERRUPTED, TERMINATED -> false;
          default -> true;
        };
    return new JUnitCase(
        "stress." + command + ".scenario",
        scenario.scenario().id(),
        scenario.elapsed().toNanos(),
        ran ? JUnitCase.Result.PASSED : JUnitCase.Result.ERROR,
        scenario.end() == End.UNREACHED ? "not-reached" : scenario.end().id(),
        scenario.end().text(),
        "");
  }

  private static List<JUnitCase> thresholds(
      Judgement judgement, Optional<Scenario> scenario, String command) {
    return judgement.findings().stream()
        .filter(finding -> finding.scenario().equals(scenario))
        .map(finding -> threshold(finding, command))
        .toList();
  }

  private static JUnitCase threshold(Finding finding, String command) {
    String value =
        "value: "
            + finding.value()
            + finding.interval().map(interval -> ", 95 % interval: " + interval).orElse("");
    return new JUnitCase(
        "stress." + command + ".threshold",
        finding.threshold(),
        0,
        result(finding.outcome()),
        finding.outcome().id(),
        finding.evidence(),
        value);
  }

  private static JUnitCase.Result result(Outcome outcome) {
    return switch (outcome) {
      case PASS -> JUnitCase.Result.PASSED;
      case FAIL -> JUnitCase.Result.FAILURE;
      case NO_DATA, INCONCLUSIVE -> JUnitCase.Result.SKIPPED;
      case NO_VERDICT, MISCOUNT -> JUnitCase.Result.ERROR;
    };
  }

  private static JUnitCase errorCase(CaseResult one, String command) {
    JUnitCase.Result result =
        switch (one.verdict()) {
          case AS_EXPECTED -> JUnitCase.Result.PASSED;
          case NOT_AS_EXPECTED -> JUnitCase.Result.FAILURE;
          case NO_REACTION, NOT_APPLICABLE -> JUnitCase.Result.SKIPPED;
        };
    return new JUnitCase(
        "stress." + command + ".case",
        one.id(),
        one.nanos(),
        result,
        one.verdict().id(),
        one.reaction(),
        "did: " + one.title() + "; expected: " + one.expected());
  }
}
