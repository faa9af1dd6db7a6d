package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import stress.simulator.Faults;
import stress.simulator.Personality;
import stress.simulator.ServiceTime;
import stress.simulator.SimulatorConfig;

final class SimulatorOptionsTest {
  @Command(name = "x")
  private static final class Sample {
    @Mixin SimulatorOptions options = new SimulatorOptions();
  }

  private static SimulatorConfig read(String... arguments) {
    Sample sample = new Sample();
    new CommandLine(sample).parseArgs(arguments);
    return sample.options.toConfig(9);
  }

  @Test
  void nothingGivenIsTheDefaultWithTheSeed() {
    assertThat(read()).isEqualTo(SimulatorConfig.defaults().withSeed(9));
  }

  @Test
  void everythingGiven() {
    SimulatorConfig config =
        read(
            "--personality=other",
            "--sim-workers=7",
            "--job-time=lognormal(300ms,0.5)",
            "--faults=submit.reset:5%; job.stuck:1%");
    assertThat(config.personality()).isEqualTo(Personality.OTHER);
    assertThat(config.workers()).isEqualTo(7);
    assertThat(config.jobTime()).isEqualTo(ServiceTime.parse("lognormal(300ms,0.5)"));
    assertThat(config.faults()).isEqualTo(Faults.parse("submit.reset:5%; job.stuck:1%"));
  }

  @Test
  void theAsyncPlatformRunsTwoJobsAtATime() {
    assertThat(read("--personality=monte-carlo-async").workers()).isEqualTo(2);
    assertThat(read("--personality=monte-carlo-async", "--sim-workers=3").workers()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--personality=x|expected one of monte-carlo, monte-carlo-open, monte-carlo-async, other",
        "--job-time=x|expected a duration such as 250ms",
        "--faults=x.y|is not a target",
        "--sim-workers=x|--sim-workers",
      })
  void wrongValuesAreUsageErrors(String argument, String said) {
    assertThatThrownBy(() -> read(argument))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(said);
  }
}
