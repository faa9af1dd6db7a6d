package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a WebSocket is asked for and what is taken from it. */
public final class WireOptions implements Titled {
  private static final long MOST = 1L << 30;

  @Option(
      names = "--subprotocol",
      paramLabel = "NAME",
      split = ",",
      description = "To offer instead of the contract's; repeatable")
  List<String> subprotocols = new ArrayList<>();

  @Option(names = "--origin", paramLabel = "ORIGIN", description = "The Origin header to send")
  Optional<String> origin = Optional.empty();

  @Option(
      names = "--local-address",
      paramLabel = "ADDRESS",
      split = ",",
      description = "To dial from, in turn; repeatable")
  List<String> localAddresses = new ArrayList<>();

  @Option(
      names = "--max-message",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description = "Longest message taken (default: 16MiB)")
  Size maxMessage = new Size(16L << 20);

  @Option(names = "--deflate", description = "Offer permessage-deflate")
  boolean deflate;

  @Option(names = "--follow-redirects", description = "Follow redirects of the upgrade, at most 5")
  boolean followRedirects;

  /** The headers that these options stand for. */
  Map<String, String> headers() {
    return origin.map(value -> Map.of("Origin", value)).orElseGet(Map::of);
  }

  void check() {
    UsageError.unless(
        maxMessage.bytes() >= 1 && maxMessage.bytes() <= MOST,
        "--max-message " + maxMessage,
        "expected 1 byte to 1GiB");
    for (String address : localAddresses) {
      UsageError.unless(
          address.matches("[0-9A-Fa-f:.]+(%\\w+)?"),
          "--local-address " + address,
          "expected an IP address of this machine such as 127.0.0.2");
    }
    for (String name : subprotocols) {
      UsageError.unless(
          name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
          "--subprotocol " + name,
          "expected a name without spaces");
    }
    origin.ifPresent(
        o ->
            UsageError.unless(
                o.matches("[!-~]+"), "--origin", "expected an origin such as https://example.org"));
  }

  @Override
  public String title() {
    return "WebSocket";
  }
}
