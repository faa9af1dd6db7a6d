package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract commands as a user gives them: their parameters arrive where help options are, too.
 */
class ContractThroughStressTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "contract list, monte-carlo-async",
    "contract show monte-carlo, name: monte-carlo",
    "contract show monte-carlo-async, name: monte-carlo-async",
    "contract schema, https://json-schema.org/draft/2020-12/schema",
  })
  void printsWhatIsAskedFor(String line, String part) {
    Ran ran = InMemory.run(line.split(" "));
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(part);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void anUnknownNameIsAUsageError() {
    Ran ran = InMemory.run("contract", "show", "none-such");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("none-such", "monte-carlo-async");
  }

  @Test
  void aFileIsChecked() throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(file, InMemory.run("contract", "show", "monte-carlo").out());
    assertThat(InMemory.run("contract", "check", file.toString()).code()).isZero();
    Files.writeString(file, "name: broken\n");
    Ran wrong = InMemory.run("contract", "check", file.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("api.yaml", "submit");
  }
}
