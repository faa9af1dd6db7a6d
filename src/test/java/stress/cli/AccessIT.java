package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS at run time: whom stress trusts and who it is, for requests, control plane and sockets. */
final class AccessIT {
  private static final Path TLS = Path.of("src/test/resources/tls").toAbsolutePath();

  /** No verdict: connected all right, on a machine too busy to keep the schedule. */
  private static final int BUSY = 4;

  private static String file(String name) {
    return TLS.resolve(name).toString();
  }

  /** A simulator in a process of its own, which shows this certificate. */
  private static StressProcess simulator(String certificate, String... more) {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--port", "0"));
    arguments.addAll(List.of("--tls-cert", file(certificate + ".pem")));
    arguments.addAll(List.of("--tls-key", file(certificate + "-key.pem")));
    arguments.addAll(List.of(more));
    return Launch.of(arguments.toArray(String[]::new)).start();
  }

  private static String address(StressProcess simulator) {
    String line = simulator.out(out -> out.contains("\n"));
    return line.replaceFirst("(?s)simulator: (https://\\S+) .*", "$1");
  }

  private static Ran stress(String command, String url, String... more) {
    List<String> arguments = new ArrayList<>();
    if (command.equals("websocket")) {
      arguments.addAll(List.of("websocket", "--url", url.replaceFirst("^http", "ws")));
      arguments.addAll(List.of("--connections", "3", "--ramp-up", "0", "--duration", "1"));
    } else {
      arguments.addAll(List.of("jobs", "--url", url, "--jobs", "3", "--follow", "socket"));
    }
    arguments.addAll(List.of(more));
    return Launch.of(arguments.toArray(String[]::new)).run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "websocket"})
  void aSelfSignedCertificateIsRefusedWithTheWaysOut(String command) {
    try (StressProcess simulator = simulator("self-signed")) {
      String url = address(simulator);
      Ran refused = stress(command, url);
      assertThat(refused.code()).as(refused.toString()).isEqualTo(5);
      assertThat(refused.err())
          .contains("the certificate is not trusted", "--ca FILE", "--insecure")
          .doesNotContain("Exception");
      Ran insecure = stress(command, url, "--insecure");
      assertThat(insecure.code()).as(insecure.toString()).isIn(0, BUSY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "websocket"})
  void anAuthorityOfAFileIsTrustedAsWell(String command) {
    try (StressProcess simulator = simulator("server")) {
      String url = address(simulator);
      assertThat(stress(command, url).code()).isEqualTo(5);
      Ran trusted = stress(command, url, "--ca", file("ca.pem"));
      assertThat(trusted.code()).as(trusted.toString()).isIn(0, BUSY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "websocket"})
  void aCertificateForAnotherHostIsRefused(String command) {
    try (StressProcess simulator = simulator("elsewhere")) {
      Ran refused = stress(command, address(simulator), "--ca", file("ca.pem"));
      assertThat(refused.code()).as(refused.toString()).isEqualTo(5);
      assertThat(refused.err()).contains("the certificate is for another host");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs", "websocket"})
  void aClientCertificateIsDemandedAndGiven(String command) {
    try (StressProcess simulator = simulator("server", "--tls-client-ca", file("ca.pem"))) {
      String url = address(simulator);
      Ran without = stress(command, url, "--ca", file("ca.pem"));
      assertThat(without.code()).as(without.toString()).isEqualTo(5);
      Ran with =
          stress(
              command,
              url,
              "--ca",
              file("ca.pem"),
              "--cert",
              file("client.pem"),
              "--key",
              file("client-key.pem"));
      assertThat(with.code()).as(with.toString()).isIn(0, BUSY);
    }
  }
}
