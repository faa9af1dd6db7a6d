package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.Counter;

/** Runs as data, through the program as a process: kept, merged, compared at once. */
final class BaselineIT {
  private static Ran jobs(String... more) {
    String[] usual = {"jobs", "--simulate", "--jobs", "40", "--batch-size", "20", "--seed", "7"};
    String[] arguments = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, arguments, usual.length, more.length);
    return Launch.of(arguments).run();
  }

  @Test
  void aRunIsComparedWithAKeptOneAndMergedWithAnother(@TempDir Path folder) {
    String one = folder.resolve("one.json").toString();
    String two = folder.resolve("two.json").toString();
    assertThat(jobs("--save", one).code()).isZero();
    // A machine under test by others may be slow; a comparison that allows much still is one.
    Ran compared = jobs("--save", two, "--baseline", one, "--max-regression", "100000%");
    assertThat(compared.code()).isZero();
    assertThat(compared.out()).contains("verdict: PASS (exit 0)\n\n── comparison of run ");
    Ran merged = Launch.of("merge", one, two, "--format", "json").run();
    assertThat(merged.code()).isZero();
    assertThat(merged.scenario().count(Counter.SUCCEEDED)).isEqualTo(80);
    assertThat(Launch.of("merge", one, one).run().code()).isEqualTo(2);
  }
}
