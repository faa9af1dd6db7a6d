package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
