package stress.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whom we trust and who we are in TLS, from PEM files: authorities beside those of the JDK, and a
 * client certificate with its key.
 *
 * <p>Nothing is loaded where nothing was given; then the JDK's defaults hold.
 */
public final class Tls {
  /** Of stores that never leave the memory; some users of them do not take an empty one. */
  private static final String PASSWORD = "in memory";

  private final Optional<KeyStore> trust;
  private final Optional<KeyStore> identity;
  private final boolean insecure;
  private SSLContext context;

  private Tls(Optional<KeyStore> trust, Optional<KeyStore> identity, boolean insecure) {
    this.trust = trust;
    this.identity = identity;
    this.insecure = insecure;
  }

  /** The JDK's trust, and no certificate of our own. */
  public static Tls usual() {
    return new Tls(Optional.empty(), Optional.empty(), false);
  }

  /**
   * Reads the files.
   *
   * @param ca certificates of authorities that are trusted beside the JDK's
   * @param certificate our own, with the chain behind it, if any
   * @param key of our certificate: PKCS#8, PKCS#1 or SEC 1, not encrypted
   * @param insecure whether neither chain nor host name of the target's certificate is checked
   * @throws IllegalArgumentException with a sentence that names the file and what was expected
   */
  public static Tls of(
      Optional<Path> ca, Optional<Path> certificate, Optional<Path> key, boolean insecure) {
    if (certificate.isPresent() != key.isPresent()) {
      Path given = certificate.or(() -> key).orElseThrow();
      throw new IllegalArgumentException(
          certificate.isPresent()
              ? "the certificate " + given + " is given without its key, expected both"
              : "the key " + given + " is given without its certificate, expected both");
    }
    try {
      Optional<KeyStore> trust =
          ca.isPresent() ? Optional.of(trust(Pem.certificates(ca.get()))) : Optional.empty();
      Optional<KeyStore> identity =
          certificate.isPresent()
              ? Optional.of(identity(certificate.get(), key.orElseThrow()))
              : Optional.empty();
      return new Tls(trust, identity, insecure);
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalArgumentException(
          "the TLS files cannot be used: " + broken.getMessage(), broken);
    }
  }

  private static KeyStore trust(List<X509Certificate> added)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    int number = 0;
    for (TrustManager manager : trustManagers(null)) {
      if (manager instanceof X509TrustManager usual) {
        for (X509Certificate authority : usual.getAcceptedIssuers()) {
          store.setCertificateEntry("jdk-" + number++, authority);
        }
      }
    }
    for (X509Certificate authority : added) {
      store.setCertificateEntry("added-" + number++, authority);
    }
    return store;
  }

  private static KeyStore identity(Path certificate, Path key)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> chain = Pem.certificates(certificate);
    PrivateKey own = Pem.key(key);
    if (!Pem.belong(own, chain.get(0).getPublicKey())) {
      throw new IllegalArgumentException(
          "the key " + key + " does not belong to the certificate " + certificate);
    }
    KeyStore store = empty();
    store.setKeyEntry("own", own, PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static TrustManager[] trustManagers(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Whether any certificate of a target is taken. */
  public boolean insecure() {
    return insecure;
  }

  /** The authorities, where some were added. */
  Optional<KeyStore> trust() {
    return trust;
  }

  /** Our certificate and key, where given; protected by the password of {@link #password}. */
  Optional<KeyStore> identity() {
    return identity;
  }

  /** Of the stores above: they only live in memory. */
  static String password() {
    return PASSWORD;
  }

  /** What judges a target's certificate, where authorities were added. */
  Optional<X509TrustManager> trustManager() {
    try {
      return trust.isPresent() ? first(trustManagers(trust.get())) : Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The authorities were fine before", impossible);
    }
  }

  private static Optional<X509TrustManager> first(TrustManager[] managers) {
    return Arrays.stream(managers)
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst();
  }

  /** What shows our certificate, where there is one. */
  Optional<X509KeyManager> keyManager() {
    return identity.isEmpty()
        ? Optional.empty()
        : Arrays.stream(keyManagers())
            .filter(X509KeyManager.class::isInstance)
            .map(X509KeyManager.class::cast)
            .findFirst();
  }

  private KeyManager[] keyManagers() {
    try {
      if (identity.isEmpty()) {
        return null; // which means none to an SSLContext
      }
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(identity.get(), PASSWORD.toCharArray());
      return factory.getKeyManagers();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The certificate was fine before", impossible);
    }
  }

  /**
   * The TLS of one connection to a host, whose name it sends (SNI) and looks for in the target's
   * certificate. Event loop.
   */
  SSLEngine engine(String host, int port) {
    SSLEngine engine = context().createSSLEngine(host, port);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    if (!insecure) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (Names.literal(host).isEmpty() && host.matches("[A-Za-z0-9.-]+") && !host.endsWith(".")) {
      parameters.setServerNames(List.of(new SNIHostName(host)));
    }
    engine.setSSLParameters(parameters);
    return engine;
  }

  private SSLContext context() {
    if (context == null) {
      try {
        SSLContext made = SSLContext.getInstance("TLS");
        TrustManager[] trusted =
            insecure
                ? new TrustManager[] {new TrustsAll()}
                : trust.isPresent() ? trustManagers(trust.get()) : null;
        made.init(keyManagers(), trusted, null);
        context = made;
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("Every Java platform has TLS", impossible);
      }
    }
    return context;
  }
}
