package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.ErrorKind;

class TlsWordsTest {
  private static final String ALERT = "Received fatal alert: ";

  private static Exception handshake(Throwable cause) {
    return (Exception) new SSLHandshakeException("General problem").initCause(cause);
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of(
            handshake(new CertPathBuilderException("unable to find valid certification path")),
            "the certificate is not trusted (self-signed or an unknown authority)"),
        Arguments.of(
            handshake(new CertificateExpiredException("NotAfter: …")),
            "the certificate has expired"),
        Arguments.of(
            handshake(
                new CertificateException("No subject alternative DNS name matching x found.")),
            "the certificate is for another host"),
        Arguments.of(
            handshake(new CertificateException("No name matching x found")),
            "the certificate is for another host"),
        Arguments.of(
            new SSLHandshakeException(ALERT + "certificate_required"),
            "the target demands a client certificate"),
        Arguments.of(
            new SSLHandshakeException(ALERT + "bad_certificate"),
            "the target refuses our client certificate, or demands one"),
        Arguments.of(
            new SSLHandshakeException(ALERT + "handshake_failure"),
            "the target ended the TLS handshake: handshake_failure"),
        Arguments.of(
            new SSLHandshakeException(ALERT + "protocol_version"),
            "the target and stress have no version of TLS in common"),
        Arguments.of(new SSLException("strange"), "SSLException: strange"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void whatItFailedOfIsSaidInWords(Exception failure, String words) {
    assertThat(FailureKinds.of(failure)).isEqualTo(ErrorKind.TLS);
    assertThat(FailureKinds.detail(failure, ErrorKind.TLS)).isEqualTo(words);
  }
}
