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
  private final SocketTally sockets = new SocketTally();
  private long merged;

  /** The part that counts sockets. */
  SocketTally sockets() {
    return sockets;
  }

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

  synchronized Truth truth(List<JobTruth> jobs) {
    Map<String, Map<Integer, Long>> copy = new HashMap<>();
    answers.forEach((endpoint, codes) -> copy.put(endpoint, Map.copyOf(new TreeMap<>(codes))));
    return new Truth(jobs, requests, copy, faults, sockets.truth(), merged);
  }
}
