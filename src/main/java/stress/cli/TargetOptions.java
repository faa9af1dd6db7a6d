package stress.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import stress.client.TargetBase;
import stress.contract.Contract;
import stress.contract.ContractFiles;
import stress.transport.TargetUrl;

/** What is tested, and how it is reached. */
public final class TargetOptions {
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

  Contract contract(ContractFiles files) {
    return files.find(contract);
  }

  /**
   * Where the contract's calls go.
   *
   * @throws UsageError when neither option nor contract names a base
   */
  TargetBase base(Contract api) {
    TargetUrl given =
        url.orElseGet(
            () ->
                TargetUrl.parse(
                    api.base()
                        .orElseThrow(
                            () ->
                                new UsageError(
                                    "--url is missing: the contract '"
                                        + api.name()
                                        + "' names no base; expected --url http://HOST:PORT"))));
    if (given.query().isPresent()) {
      throw new UsageError(
          "--url " + given.display() + "?…: a base has no query; queries belong in the contract");
    }
    TargetUrl socket =
        url.isEmpty() && api.socketBase().isPresent()
            ? TargetUrl.parse(api.socketBase().get())
            : given.webSocket();
    Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(header -> added.put(header.name(), header.value()));
    return new TargetBase(given.http(), socket, added);
  }

  /**
   * @throws UsageError when a time is too short to mean anything
   */
  void check() {
    UsageError.unless(requestTimeout.toMillis() >= 1, "--request-timeout", "expected at least 1ms");
    UsageError.unless(connectTimeout.toMillis() >= 1, "--connect-timeout", "expected at least 1ms");
  }
}
