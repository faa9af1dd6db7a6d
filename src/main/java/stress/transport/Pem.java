package stress.transport;

import io.vertx.core.VertxException;
import io.vertx.core.net.impl.pkcs1.PrivateKeyParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and private keys from PEM files (RFC 7468). */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private record Block(String label, byte[] bytes) {}

  private Pem() {}

  /**
   * All certificates of a file, at least one.
   *
   * @throws IllegalArgumentException with a sentence that names the file
   */
  static List<X509Certificate> certificates(Path file) throws CertificateException {
    List<X509Certificate> found = new ArrayList<>();
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    for (Block block : blocks(file)) {
      if (block.label().endsWith("CERTIFICATE")) {
        try {
          found.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
        } catch (CertificateException damaged) {
          throw wrong(file, "a damaged certificate", "whole ones", damaged);
        }
      }
    }
    if (found.isEmpty()) {
      throw wrong(file, "no certificate", "PEM with -----BEGIN CERTIFICATE-----", null);
    }
    return found;
  }

  /**
   * The private key of a file.
   *
   * @throws IllegalArgumentException with a sentence that names the file
   */
  static PrivateKey key(Path file) throws GeneralSecurityException {
    for (Block block : blocks(file)) {
      try {
        switch (block.label()) {
          case "PRIVATE KEY":
            return pkcs8(file, block.bytes());
          case "RSA PRIVATE KEY":
            return KeyFactory.getInstance("RSA")
                .generatePrivate(PrivateKeyParser.getRSAKeySpec(block.bytes()));
          case "EC PRIVATE KEY":
            return KeyFactory.getInstance("EC")
                .generatePrivate(PrivateKeyParser.getECKeySpec(block.bytes()));
          case "ENCRYPTED PRIVATE KEY":
            throw wrong(file, "an encrypted key", "one without a password", null);
          default:
            break; // such as the parameters of a curve, or the certificate
        }
      } catch (VertxException | InvalidKeySpecException damaged) {
        throw wrong(file, "a damaged key", "a whole one", damaged);
      }
    }
    throw wrong(file, "no private key", "PEM with -----BEGIN PRIVATE KEY-----", null);
  }

  private static PrivateKey pkcs8(Path file, byte[] bytes) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException another) {
        continue; // the key says which algorithm it is for; asking each is simpler than reading it
      }
    }
    throw wrong(file, "a key of another kind", "one for RSA, EC or EdDSA", null);
  }

  /** Whether what the private key signs is verified by the public one. */
  static boolean belong(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
    if (!own.getAlgorithm().equals(shown.getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (own.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> own.getAlgorithm();
        };
    byte[] words = "stress".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(own);
    signing.update(words);
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(shown);
    verifying.update(words);
    return verifying.verify(signing.sign());
  }

  private static List<Block> blocks(Path file) {
    Matcher block = BLOCK.matcher(text(file));
    List<Block> blocks = new ArrayList<>();
    while (block.find()) {
      try {
        blocks.add(new Block(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
      } catch (IllegalArgumentException damaged) {
        throw wrong(file, "a block that is not base64", "PEM", damaged);
      }
    }
    if (blocks.isEmpty()) {
      throw wrong(file, "no PEM", "text with lines such as -----BEGIN CERTIFICATE-----", null);
    }
    return blocks;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException absent) {
      throw new IllegalArgumentException(file + ": there is no such file", absent);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(file + " cannot be read: " + unreadable, unreadable);
    }
  }

  private static IllegalArgumentException wrong(
      Path file, String found, String expected, Exception cause) {
    return new IllegalArgumentException(
        file + ": found " + found + ", expected " + expected, cause);
  }
}
