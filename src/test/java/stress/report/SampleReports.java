package stress.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.verdict.Judge;
import stress.verdict.Judgement;

/** The fixed runs by name, and every form in which a run is reported. */
final class SampleReports {
  static final Map<String, BiFunction<RunResult, Judgement, String>> FORMS =
      Map.of(
          "txt", (run, judgement) -> TerminalReport.render(run, judgement, false),
          "json", JsonReport::render,
          "xml", JUnitReport::render,
          "md", MarkdownReport::render,
          "html", HtmlReport::render);

  private SampleReports() {}

  static Map<String, RunResult> runs() {
    Map<String, RunResult> runs = new TreeMap<>();
    runs.put("good", SampleRuns.good());
    runs.put("failed", SampleRuns.failed());
    runs.put("empty", SampleRuns.empty());
    runs.put("interrupted", SampleRuns.interrupted());
    runs.put("submission", SampleRuns.submission());
    runs.put("all", SampleRuns.joined(SampleRuns.submission(), SampleRuns.good()));
    SampleSockets.all().forEach((name, run) -> runs.put("ws-" + name, run));
    return runs;
  }

  static String rendered(String form, RunResult run) {
    return FORMS.get(form).apply(run, Judge.judge(run));
  }
}
