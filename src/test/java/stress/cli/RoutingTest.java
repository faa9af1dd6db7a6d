package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command options without one mean. */
final class RoutingTest {
  private static String[] of(String... arguments) {
    return InMemory.stress().routed(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--jobs 5",
        "--simulate",
        "--url http://h:1",
        "--test-type all",
        "--duration 30 --rate 1/s",
        "--nonsense",
        "--test-type submission",
        "--rate=5/s"
      })
  void jobs(String arguments) {
    assertThat(of(arguments.split(" "))[0]).isEqualTo("jobs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--connections 10 --duration 30",
        "--url ws://h:1",
        "--url=wss://h:1",
        "--test-type errors",
        "--test-type=throughput",
        "--simulate --ramp-up 1s",
        "--duration 5 --ping-interval=1s"
      })
  void sockets(String arguments) {
    assertThat(of(arguments.split(" "))[0]).isEqualTo("websocket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jobs --jobs 5            | jobs",
        "ws                       | websocket",
        "websocket --help         | websocket",
        "--jobs 5                 | jobs websocket",
        "report x                 | report",
        "--help                   | jobs websocket suite simulate report",
        "jbos                     | jobs websocket suite simulate report",
      })
  void onlyWhatMayBeCalledIsMade(String arguments, String commands) {
    List<String> all = List.of("jobs", "websocket", "suite", "simulate", "report");
    assertThat(Routing.callable(all, arguments.split(" "))).containsExactly(commands.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs",
        "--jobs 5",
        "ws --url x",
        "suite --simulate",
        "websocket",
        "simulate --port 0"
      })
  void vertxIsMadeMeanwhile(String arguments) {
    assertThat(Routing.needsVertx(arguments.split(" "))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-V", "jobs --help", "report x", "contract list", "jbos"})
  void vertxIsNotMade(String arguments) {
    assertThat(Routing.needsVertx(arguments.split(" "))).isFalse();
    assertThat(Routing.needsVertx()).isFalse();
  }

  @Test
  void aCommandStaysAsItIs() {
    assertThat(of("jobs", "--jobs", "5")).containsExactly("jobs", "--jobs", "5");
    assertThat(of("report", "x")).containsExactly("report", "x");
    assertThat(of("ws", "--jobs", "5")).containsExactly("ws", "--jobs", "5");
    assertThat(of("--help")).containsExactly("--help");
    assertThat(of("-V")).containsExactly("-V");
    assertThat(of()).isEmpty();
  }
}
