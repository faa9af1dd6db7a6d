package stress.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import stress.measure.JsonText;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.verdict.Diagnosis;
import stress.verdict.Finding;
import stress.verdict.Judgement;

/**
 * The run and its judgement as one JSON document, which {@code --format json} prints, {@code
 * --save} writes (as UTF-8) and {@link RunFile#read} reads; ends with a new line.
 */
public final class JsonReport {
  private JsonReport() {}

  public static String render(RunResult run, Judgement judgement) {
    ObjectNode tree = RunFile.toTree(run);
    ObjectNode node = tree.putObject("judgement");
    ArrayNode findings = node.putArray("findings");
    for (Finding finding : judgement.findings()) {
      ObjectNode entry = findings.addObject();
      finding.scenario().ifPresent(scenario -> entry.put("scenario", scenario.id()));
      entry.put("threshold", finding.threshold());
      entry.put("outcome", finding.outcome().id());
      entry.put("value", finding.value());
      finding.interval().ifPresent(interval -> entry.put("interval", interval));
      entry.put("evidence", finding.evidence());
    }
    if (!judgement.diagnosis().isEmpty()) {
      ArrayNode diagnosis = node.putArray("diagnosis");
      judgement.diagnosis().forEach(one -> diagnosis(one, diagnosis.addObject()));
    }
    node.put("verdict", judgement.exit().word());
    node.put("exitCode", judgement.exit().code());
    return JsonText.of(tree);
  }

  private static void diagnosis(Diagnosis diagnosis, ObjectNode entry) {
    diagnosis.scenario().ifPresent(scenario -> entry.put("scenario", scenario.id()));
    entry.put("rule", diagnosis.rule());
    entry.put("evidence", diagnosis.evidence());
    entry.put("advice", diagnosis.advice());
  }
}
