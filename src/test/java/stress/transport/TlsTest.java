package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
  private static Path file(String name) {
    return Path.of("src/test/resources/tls", name);
  }

  private static Tls client(String certificate, String key) {
    return Tls.of(Optional.empty(), Optional.of(file(certificate)), Optional.of(file(key)), false);
  }

  private static void refused(
      Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, String... words) {
    assertThatThrownBy(() -> Tls.of(ca, certificate, key, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
  }

  @ParameterizedTest
  @CsvSource({
    "client.pem, client-key.pem",
    "client.pem, client-pkcs1-key.pem",
    "client-ec.pem, client-ec-key.pem",
    "client-ec.pem, client-ec-sec1-key.pem"
  })
  void aKeyIsReadInEachOfItsForms(String certificate, String key) throws Exception {
    assertThat(client(certificate, key).identity().orElseThrow().isKeyEntry("own")).isTrue();
  }

  @Test
  void authoritiesAreAddedToThoseOfTheJdk() throws Exception {
    Tls tls = Tls.of(Optional.of(file("ca.pem")), Optional.empty(), Optional.empty(), false);

    assertThat(tls.trustManager().orElseThrow().getAcceptedIssuers())
        .extracting(authority -> authority.getSubjectX500Principal().getName())
        .contains("CN=stress test authority")
        .hasSizeGreaterThan(10);
  }

  @Test
  void nothingGivenLoadsNothing() {
    assertThat(Tls.usual().trust()).isEmpty();
    assertThat(Tls.usual().identity()).isEmpty();
    assertThat(Tls.usual().insecure()).isFalse();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    refused(
        Optional.of(file("absent.pem")),
        Optional.empty(),
        Optional.empty(),
        "absent.pem: there is no such file");
  }

  @Test
  void whatIsNotPemIsRefused(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
    refused(
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        "notes.txt: found no PEM, expected text with lines such as -----BEGIN CERTIFICATE-----");
  }

  @Test
  void aDamagedCertificateIsRefused(@TempDir Path folder) throws Exception {
    Path damaged =
        Files.writeString(
            folder.resolve("ca.pem"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    refused(
        Optional.of(damaged),
        Optional.empty(),
        Optional.empty(),
        "ca.pem: found a damaged certificate, expected whole ones");
  }

  @Test
  void aKeyWhereACertificateBelongsIsRefused() {
    refused(
        Optional.of(file("client-key.pem")),
        Optional.empty(),
        Optional.empty(),
        "client-key.pem: found no certificate, expected PEM with -----BEGIN CERTIFICATE-----");
  }

  @Test
  void aCertificateWhereAKeyBelongsIsRefused() {
    refused(
        Optional.empty(),
        Optional.of(file("client.pem")),
        Optional.of(file("client.pem")),
        "client.pem: found no private key, expected PEM with -----BEGIN PRIVATE KEY-----");
  }

  @Test
  void oneOfTheTwoAloneIsRefused() {
    refused(
        Optional.empty(),
        Optional.of(file("client.pem")),
        Optional.empty(),
        "client.pem is given without its key");
    refused(
        Optional.empty(),
        Optional.empty(),
        Optional.of(file("client-key.pem")),
        "client-key.pem is given without its certificate");
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() {
    refused(
        Optional.empty(),
        Optional.of(file("client.pem")),
        Optional.of(file("server-key.pem")),
        "server-key.pem does not belong to the certificate");
    refused(
        Optional.empty(),
        Optional.of(file("client.pem")),
        Optional.of(file("client-ec-key.pem")),
        "client-ec-key.pem does not belong to the certificate");
  }

  @Test
  void anEncryptedKeyIsRefused() {
    refused(
        Optional.empty(),
        Optional.of(file("client.pem")),
        Optional.of(file("client-encrypted-key.pem")),
        "client-encrypted-key.pem: found an encrypted key, expected one without a password");
  }
}
