package stress.report;

import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.verdict.Judgement;

/**
 * The run and its judgement as one JSON document, which {@code --format json} prints, {@code
 * --save} writes and {@link RunFile#read} reads; ends with a new line.
 */
public final class JsonReport {
  private JsonReport() {}

  public static String render(RunResult run, Judgement judgement) {
    return RunFile.toTree(run).toString() + "\n";
  }
}
