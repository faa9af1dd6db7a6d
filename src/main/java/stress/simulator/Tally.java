package stress.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the simulator does. Any thread; a snapshot is consistent. */
final class Tally {
  private final Map<String, Long> requests = new HashMap<>();
  private final Map<String, Map<Integer, Long>> answers = new HashMap<>();
  private final Map<String, Long> faults = new HashMap<>();
  private final Map<Integer, Long> closedByServer = new HashMap<>();
  private final Map<Integer, Long> closedByClient = new HashMap<>();
  private long socketsAsked;
  private long opened;
  private long refused;
  private long open;
  private long frames;
  private long merged;
  private boolean finished;

  /** The number of this request at its endpoint, from 0. */
  synchronized long request(String endpoint) {
    return requests.merge(endpoint, 1L, Long::sum) - 1;
  }

  synchronized void answer(String endpoint, int code) {
    answers.computeIfAbsent(endpoint, name -> new HashMap<>()).merge(code, 1L, Long::sum);
  }

  synchronized void fault(String kind) {
    faults.merge(kind, 1L, Long::sum);
  }

  synchronized void merged() {
    merged++;
  }

  /** The number of this upgrade, from 0. */
  synchronized long socketAsked() {
    return socketsAsked++;
  }

  synchronized void socketOpened() {
    opened++;
    open++;
  }

  synchronized void socketRefused() {
    refused++;
  }

  synchronized void frame() {
    frames++;
  }

  synchronized void closedByServer(int code) {
    closedByServer.merge(code, 1L, Long::sum);
  }

  /** The server stops: what closes from now on is its own doing. */
  synchronized void finish() {
    finished = true;
  }

  synchronized void closedByClient(int code) {
    if (finished) {
      return;
    }
    closedByClient.merge(code, 1L, Long::sum);
  }

  synchronized void socketGone() {
    open--;
  }

  synchronized Truth truth(List<JobTruth> jobs) {
    Map<String, Map<Integer, Long>> copy = new HashMap<>();
    answers.forEach((endpoint, codes) -> copy.put(endpoint, Map.copyOf(new TreeMap<>(codes))));
    return new Truth(
        jobs,
        requests,
        copy,
        faults,
        new SocketTruth(opened, refused, open, frames, closedByServer, closedByClient),
        merged);
  }
}
