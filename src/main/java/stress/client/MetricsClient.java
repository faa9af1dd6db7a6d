package stress.client;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import stress.transport.ContentCoding;
import stress.transport.Http;
import stress.transport.HttpCall;
import stress.transport.HttpOutcome;
import stress.transport.TargetUrl;

/** Fetches a page of metrics, beside the load and on the control plane's connections. */
public final class MetricsClient {
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Http http;
  private final TargetUrl url;
  private final Duration timeout;

  /**
   * @param url http or https; a user information becomes an Authorization header
   */
  public MetricsClient(Http http, TargetUrl url, Duration timeout) {
    this.http = http;
    this.url = url;
    this.timeout = timeout;
  }

  /**
   * A page, or why there is none.
   *
   * @param why in words; empty when there is a page
   */
  public record Fetched(Optional<MetricsPage> page, String why) {}

  /** What came, not yet parsed: pages can be large, and the event loop measures. */
  public Uni<HttpOutcome> fetch() {
    Map<String, String> headers =
        new TargetBase(url, url, Map.of()).headers(Map.of("Accept", "text/plain"), url);
    return http.send(
        new HttpCall("GET", url.address(""), headers, Optional.empty(), new byte[0], timeout));
  }

  /** Reads what came. Any thread. */
  public static Fetched read(HttpOutcome outcome) {
    if (outcome instanceof HttpOutcome.Broken broken) {
      return new Fetched(Optional.empty(), broken.kind().text());
    }
    HttpOutcome.Answered answer = (HttpOutcome.Answered) outcome;
    if (answer.status() != 200) {
      return new Fetched(Optional.empty(), "answered " + answer.status());
    }
    if (answer.body().length > LARGEST) {
      return new Fetched(Optional.empty(), "the page is larger than 16 MiB");
    }
    try {
      MetricsPage page =
          MetricsPage.parse(new String(ContentCoding.undo(answer), StandardCharsets.UTF_8));
      return page.isEmpty()
          ? new Fetched(Optional.empty(), "the answer is no Prometheus text")
          : new Fetched(Optional.of(page), "");
    } catch (IOException damaged) {
      return new Fetched(Optional.empty(), "the answer is damaged");
    }
  }
}
