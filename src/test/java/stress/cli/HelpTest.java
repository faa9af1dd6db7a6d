package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says about itself, and that options alone mean the command {@code jobs}. */
final class HelpTest {
  /** As many lines as options, headings and examples need: a tall terminal, no scrolling. */
  private static final int MOST_LINES = 120;

  private static Ran help(String command) {
    Ran ran = InMemory.run((command + " --help").strip().split(" "));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    return ran;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jobs",
        "websocket",
        "suite",
        "simulate",
        "report",
        "metrics",
        "merge",
        "compare",
        "contract",
        "contract list",
        "contract show",
        "contract check",
        "contract schema"
      })
  void fitsATerminal(String command) {
    Ran ran = help(command);
    assertThat(ran.out()).startsWith(("Usage: stress " + command).strip()).doesNotContain("\u001b");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(ran.out().lines().count()).isLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jobs",
        "websocket",
        "suite",
        "simulate",
        "report",
        "merge",
        "compare",
        "metrics"
      })
  void endsWithExamples(String command) {
    List<String> lines = help(command).out().lines().toList();
    int examples = lines.indexOf("Examples");
    assertThat(examples).isPositive();
    assertThat(lines.subList(examples + 1, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("  stress "));
  }

  @Test
  void everyOptionOfJobsHasOneLineInItsGroup() {
    List<String> lines = help("jobs").out().lines().toList();
    assertThat(lines)
        .containsSubsequence("Target", "Access", "Load", "Jobs", "Run", "Thresholds", "Report")
        .filteredOn(line -> line.startsWith("      --"))
        .hasSize(52);
    assertThat(lines).noneMatch(line -> line.startsWith("               "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpIsTheProgramsOwn(String option) {
    Ran ran = InMemory.run(option);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Exit codes: 0 passed", "jobs", "simulate", "report", "contract");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version", "jobs --version", "report -V", "contract list -V"})
  void version(String arguments) {
    Ran ran = InMemory.run(arguments.split(" "));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches("stress \\d+\\.\\d+\\.\\d+\\S* \\(([0-9a-f]{7}, )?JVM \\d+\\S*\\)\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void optionsAloneMeanJobs() {
    assertThat(InMemory.run("--jobs", "x")).isEqualTo(InMemory.run("jobs", "--jobs", "x"));
    assertThat(InMemory.run("--connections", "x"))
        .isEqualTo(InMemory.run("websocket", "--connections", "x"));
  }
}
