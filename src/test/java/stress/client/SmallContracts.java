package stress.client;

import java.util.Optional;
import stress.contract.Api;
import stress.contract.BuiltInContracts;
import stress.contract.Contract;
import stress.contract.ContractReader;

/** Contracts for tests: the built-in one, and one short enough to be read at a glance. */
public final class SmallContracts {
  private static final String STATUS =
      """
      status:
        path: /jobs/{id}
        word: /status
        case: ignore
        words: {waiting: waiting, running: running, succeeded: done, failed: failed,
                cancelled: cancelled, timed_out: late, not_found: gone}
        progress: /progress
        times: {created: /created, started: /started, ended: /ended}
        error: /error
        id: /id
      """;

  private SmallContracts() {}

  public static Contract read(String text) {
    return new ContractReader(name -> Optional.empty()).read("small.yaml", text);
  }

  /** What a text describes, with jobs or without. */
  public static Api api(String text) {
    return new ContractReader(name -> Optional.empty()).api("small.yaml", text);
  }

  public static Contract monteCarlo() {
    return new BuiltInContracts(name -> Optional.empty())
        .find(BuiltInContracts.DEFAULT)
        .orElseThrow();
  }

  /** Submit to {@code /submit/INDEX}, look at {@code /jobs/ID}. */
  public static Contract small() {
    return read(
        "name: small\nsubmit: {path: '/submit/{index}', id: /id, state: status}\n" + STATUS);
  }

  /** The small one with a socket, cancelling, two queue metrics and two ready calls. */
  public static Contract full() {
    return read(
        "name: full\nsubmit: {path: '/submit/{index}', id: /id, state: status}\n"
            + STATUS
            + """
              cancel: {method: DELETE, path: '/jobs/{id}'}
              queueMetrics:
                - {path: /metrics, depth: /depth, running: /running}
                - {path: /old/metrics, depth: /waiting}
              ready: [{path: /readyz}, {path: /healthz}]
              socket:
                path: /jobs/{id}/events
                frames: status
                sequence: /n
                error: /fault
              """);
  }

  /** The id stands in {@code Location}. */
  public static Contract located() {
    return read(
        "name: located\nsubmit: {path: /jobs, accept: 2xx, id: {header: Location},"
            + " address: {header: Location}}\n"
            + STATUS);
  }

  /** As the located one, and a {@code Retry-After} header says nothing. */
  public static Contract deaf() {
    return read("name: deaf\nsubmit: {path: /jobs, id: /id}\n" + STATUS + "  retryAfter: false\n");
  }
}
