package stress.cli;

import java.nio.charset.StandardCharsets;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;

/** What a run of the program left: its exit code and everything that it printed. */
record Ran(int code, String out, String err) {
  /** The run on stdout, of {@code --format json}. */
  RunResult result() {
    return RunFile.read(out.getBytes(StandardCharsets.UTF_8), "stdout");
  }

  /** The only scenario of the run on stdout. */
  ScenarioResult scenario() {
    RunResult run = result();
    if (run.scenarios().size() != 1) {
      throw new AssertionError(run.scenarios().size() + " scenarios, expected 1\n" + this);
    }
    return run.scenarios().get(0);
  }

  @Override
  public String toString() {
    return "exit " + code + "\n── stdout\n" + out + "── stderr\n" + err + "──";
  }
}
