package stress.report;

import java.util.List;
import stress.measure.ScenarioResult;
import stress.verdict.ExitCode;
import stress.verdict.Finding;
import stress.verdict.Judgement;

/** A verdict as it is printed: word, sign and colour. */
record Verdict(ExitCode exit, boolean judged) {
  static Verdict of(Judgement judgement) {
    return new Verdict(judgement.exit(), !judgement.findings().isEmpty());
  }

  /** The verdict on one scenario, from what was found about it or about the whole run. */
  static Verdict of(ScenarioResult result, Judgement judgement) {
    List<Finding> own =
        judgement.findings().stream()
            .filter(finding -> finding.scenario().map(result.scenario()::equals).orElse(true))
            .toList();
    return new Verdict(ExitCode.of(List.of(result), own), !own.isEmpty());
  }

  String headline() {
    return sign() + " " + exit.word();
  }

  private String sign() {
    return switch (exit) {
      case PASSED -> "✓";
      case CROSSED, STRESS_FAILED, UNREACHED, USAGE -> "✗";
      case NO_VERDICT, INTERRUPTED, TERMINATED -> "?";
    };
  }

  Colour colour() {
    return switch (exit) {
      case PASSED -> Colour.GREEN;
      case CROSSED, STRESS_FAILED, UNREACHED, USAGE -> Colour.RED;
      case NO_VERDICT, INTERRUPTED, TERMINATED -> Colour.YELLOW;
    };
  }
}
