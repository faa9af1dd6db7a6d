package stress.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.Option;
import stress.transport.Tls;

/** How the target is trusted, and who we are to it. */
public final class AccessOptions implements Titled {
  @Option(names = "--ca", paramLabel = "FILE", description = "Trust these authorities, too (PEM)")
  Optional<Path> ca = Optional.empty();

  @Option(names = "--cert", paramLabel = "FILE", description = "Our certificate (PEM), with --key")
  Optional<Path> cert = Optional.empty();

  @Option(names = "--key", paramLabel = "FILE", description = "Its private key (PEM)")
  Optional<Path> key = Optional.empty();

  @Option(names = "--insecure", description = "Trust any certificate, for any host")
  boolean insecure;

  @Option(
      names = "--bearer",
      paramLabel = "SECRET",
      converter = SecretConverter.class,
      description = "Token to send: env:NAME or file:PATH")
  Optional<Secret> bearer = Optional.empty();

  @Option(
      names = "--basic",
      paramLabel = "SECRET",
      converter = SecretConverter.class,
      description = "USER:PASSWORD to send: env:NAME or file:PATH")
  Optional<Secret> basic = Optional.empty();

  /**
   * @throws UsageError when the options contradict each other
   */
  void check() {
    UsageError.unless(
        cert.isPresent() == key.isPresent(),
        cert.isPresent() ? "--cert" : "--key",
        "a certificate and its key come together; expected --cert FILE --key FILE");
    UsageError.unless(
        !(insecure && ca.isPresent()),
        "--insecure",
        "trusts anybody, so --ca would mean nothing; expected one of them");
    UsageError.unless(
        !(bearer.isPresent() && basic.isPresent()),
        "--bearer and --basic",
        "both set the Authorization header; expected one of them");
  }

  /**
   * Whom we trust, and who we are in TLS.
   *
   * @throws UsageError when a file is not what it should be
   */
  Tls tls() {
    try {
      return Tls.of(ca, cert, key, insecure);
    } catch (IllegalArgumentException wrong) {
      List<String> given = new ArrayList<>();
      ca.ifPresent(file -> given.add("--ca"));
      cert.ifPresent(file -> given.add("--cert"));
      key.ifPresent(file -> given.add("--key"));
      throw new UsageError(String.join(", ", given) + ": " + wrong.getMessage());
    }
  }

  /**
   * The header that says who we are, if we say so.
   *
   * @param environment the value of a variable
   * @throws UsageError when the secret is not where the option says
   */
  Map<String, String> headers(Function<String, Optional<String>> environment) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    bearer.ifPresent(
        secret -> headers.put("Authorization", "Bearer " + secret.read("--bearer", environment)));
    basic.ifPresent(
        secret -> headers.put("Authorization", "Basic " + encoded(secret, environment)));
    return headers;
  }

  private static String encoded(Secret secret, Function<String, Optional<String>> environment) {
    String pair = secret.read("--basic", environment);
    UsageError.unless(
        pair.indexOf(':') > 0, "--basic", "the secret is not USER:PASSWORD (it has no colon)");
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String title() {
    return "Access";
  }
}
