package stress.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a simulator needs to serve https and wss, as PEM texts that were checked.
 *
 * @param certificate the server's certificate, then the others of its chain
 * @param key the certificate's private key, PKCS#8, not encrypted
 * @param clientCa clients must show a certificate that one of these issued; empty: they need none
 */
public record SimulatorTls(String certificate, String key, Optional<String> clientCa) {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /**
   * @throws IllegalArgumentException saying which of the three is wrong and what was expected
   */
  public SimulatorTls {
    Certificate own = certificates("the certificate", certificate).iterator().next();
    if (!belongs(key(key, own.getPublicKey().getAlgorithm()), own)) {
      throw new IllegalArgumentException(
          "the key does not belong to the certificate; expected the private key of the first one");
    }
    clientCa.ifPresent(ca -> certificates("the client CA", ca));
  }

  private static Collection<? extends Certificate> certificates(String which, String pem) {
    String expected = which + " is not one; expected PEM with BEGIN CERTIFICATE";
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
      if (found.isEmpty() || !pem.contains("-----BEGIN CERTIFICATE-----")) {
        throw new IllegalArgumentException(expected);
      }
      return found;
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException(expected, broken);
    }
  }

  private static PrivateKey key(String pem, String algorithm) {
    Matcher matcher = KEY.matcher(pem);
    String expected =
        "the key is not one; expected PEM with BEGIN PRIVATE KEY (PKCS#8, not encrypted; 'openssl"
            + " pkcs8 -topk8 -nodes' makes it) for a certificate with "
            + algorithm;
    if (!matcher.find()) {
      throw new IllegalArgumentException(expected);
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(1).strip());
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IllegalArgumentException(expected, broken);
    }
  }

  /** Signs a few bytes with one and verifies them with the other. */
  private static boolean belongs(PrivateKey key, Certificate certificate) {
    try {
      String algorithm = certificate.getPublicKey().getAlgorithm();
      String name = algorithm.startsWith("Ed") ? algorithm : "SHA256with" + signing(algorithm);
      Signature signature = Signature.getInstance(name);
      byte[] sample = {1, 2, 3};
      signature.initSign(key);
      signature.update(sample);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(sample);
      return signature.verify(signed);
    } catch (GeneralSecurityException broken) {
      return false;
    }
  }

  private static String signing(String algorithm) {
    return algorithm.equals("EC") ? "ECDSA" : algorithm;
  }

  /** The key is not for logs. */
  @Override
  public String toString() {
    return "SimulatorTls[clientCa=" + clientCa.isPresent() + "]";
  }

  void serve(HttpServerOptions options) {
    options
        .setSsl(true)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .setCertValue(Buffer.buffer(certificate))
                .setKeyValue(Buffer.buffer(key)));
    clientCa.ifPresent(
        ca ->
            options
                .setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(ca))));
  }
}
