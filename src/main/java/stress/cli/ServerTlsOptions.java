package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import stress.simulator.SimulatorTls;

/** TLS of a simulator that runs by itself: PEM files, read and checked before it starts. */
public final class ServerTlsOptions {
  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Serve https and wss with this certificate (PEM)")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key (PEM, PKCS#8)")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--tls-client-ca",
      paramLabel = "FILE",
      description = "Demand client certificates that this CA issued (PEM)")
  private Optional<Path> clientCa = Optional.empty();

  /**
   * What the options ask for, if they ask for TLS.
   *
   * @throws UsageError when one is missing, cannot be read or does not hold what it should
   */
  Optional<SimulatorTls> toTls() {
    if (certificate.isEmpty() && key.isEmpty() && clientCa.isEmpty()) {
      return Optional.empty();
    }
    UsageError.unless(certificate.isPresent(), "--tls-cert", "expected with --tls-key");
    UsageError.unless(key.isPresent(), "--tls-key", "expected with --tls-cert");
    String chain = read("--tls-cert", certificate.get());
    String secret = read("--tls-key", key.get());
    Optional<String> ca = clientCa.map(file -> read("--tls-client-ca", file));
    try {
      return Optional.of(new SimulatorTls(chain, secret, ca));
    } catch (IllegalArgumentException wrong) {
      String files = "--tls-cert " + certificate.get() + " --tls-key " + key.get();
      String more = clientCa.map(file -> " --tls-client-ca " + file).orElse("");
      throw new UsageError(files + more + ": " + wrong.getMessage());
    }
  }

  private static String read(String option, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UsageError(
          option + " " + file + ": cannot be read; expected a PEM file that is there");
    }
  }
}
