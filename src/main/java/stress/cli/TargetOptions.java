package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import stress.client.TargetBase;
import stress.contract.Api;
import stress.contract.Contract;
import stress.contract.Socket;
import stress.transport.TargetUrl;

/** What is tested, and how it is reached. */
public final class TargetOptions implements Titled {
  @Option(
      names = "--url",
      paramLabel = "URL",
      converter = UrlConverter.class,
      description = "Base of the API (default: the contract's)")
  Optional<TargetUrl> url = Optional.empty();

  @Option(names = "--simulate", description = "Test a simulator that runs within this command")
  boolean simulate;

  @Option(
      names = "--contract",
      paramLabel = "NAME|FILE",
      description = "The API (default: monte-carlo)")
  String contract = "monte-carlo";

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      converter = HeaderConverter.class,
      description = "Sent with each request, never shown; repeatable")
  List<AddedHeader> headers = new ArrayList<>();

  @Option(
      names = "--wait-for-target",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Wait for the target (default: one try)")
  Optional<Duration> waitForTarget = Optional.empty();

  @Option(
      names = "--request-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "For a request, to its last byte (default: 30s)")
  Duration requestTimeout = Duration.ofSeconds(30);

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "For a connection, TLS included (default: 5s)")
  Duration connectTimeout = Duration.ofSeconds(5);

  /**
   * Where the calls go.
   *
   * @param access headers that say who we are; those given by {@code --header} replace them
   * @throws UsageError when neither option nor contract names a base
   */
  TargetBase base(Api api, Map<String, String> access) {
    TargetUrl given = url.orElseGet(() -> TargetUrl.parse(usualBase(api)));
    if (given.query().isPresent() && api instanceof Contract) {
      throw new UsageError(
          "--url " + given.display() + ": a base has no query; queries belong in the contract");
    }
    TargetUrl socket =
        url.isEmpty() && api.socketBase().isPresent()
            ? TargetUrl.parse(api.socketBase().get())
            : given.webSocket();
    return new TargetBase(given.http(), socket, headers(access));
  }

  /**
   * The simulator as the target; what is a socket alone finds one of its sockets there.
   *
   * @param simulator its address
   */
  TargetBase simulated(String simulator, Api api, Map<String, String> access) {
    boolean answers = api.findSocket().flatMap(Socket::echo).isPresent();
    String path = api instanceof Contract ? "" : answers ? "/echo" : "/push";
    TargetUrl where = TargetUrl.parse(simulator + path);
    return new TargetBase(where.http(), where.webSocket(), headers(access));
  }

  private static String usualBase(Api api) {
    return api.base()
        .or(api::socketBase)
        .orElseThrow(
            () ->
                new UsageError(
                    "--url is missing: the contract '"
                        + api.name()
                        + "' names no base; expected --url "
                        + (api instanceof Contract ? "http" : "ws")
                        + "://HOST:PORT"));
  }

  private Map<String, String> headers(Map<String, String> access) {
    Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    added.putAll(access);
    headers.forEach(header -> added.put(header.name(), header.value()));
    return added;
  }

  /**
   * @throws UsageError when a time is too short to mean anything
   */
  void check() {
    UsageError.unless(requestTimeout.toMillis() >= 1, "--request-timeout", "expected at least 1ms");
    UsageError.unless(connectTimeout.toMillis() >= 1, "--connect-timeout", "expected at least 1ms");
  }

  @Override
  public String title() {
    return "Target";
  }
}
