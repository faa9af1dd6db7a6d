package stress.simulator;

import java.util.List;
import java.util.Map;

/**
 * What the simulator did until now; an immutable snapshot.
 *
 * <p>Endpoints are {@code submit}, {@code status}, {@code progress}, {@code list}, {@code cancel},
 * {@code bulk}, {@code metrics}, {@code queue}, {@code health}, {@code ready}, {@code socket}
 * (refused upgrades), {@code unknown}; {@code /simulator/truth} and {@code /echo} are not counted.
 *
 * @param jobs in the order of acceptance
 * @param requests endpoint → requests received, whether answered or not
 * @param answers endpoint → status code → answers given to the network
 * @param faults kind as in the fault grammar without its value ({@code submit.status}) → how often
 *     it was done; kinds that were never done are absent
 * @param sockets progress sockets
 * @param merged submissions that were answered with the id of an identical job in flight
 */
public record Truth(
    List<JobTruth> jobs,
    Map<String, Long> requests,
    Map<String, Map<Integer, Long>> answers,
    Map<String, Long> faults,
    SocketTruth sockets,
    long merged) {
  public Truth {
    jobs = List.copyOf(jobs);
    requests = Map.copyOf(requests);
    answers = Map.copyOf(answers);
    faults = Map.copyOf(faults);
  }

  /** How many answers of that code the endpoint gave; 0 when none. */
  public long answered(String endpoint, int code) {
    return answers.getOrDefault(endpoint, Map.of()).getOrDefault(code, 0L);
  }

  /** How often that kind of fault was done; 0 when never. */
  public long injected(String kind) {
    return faults.getOrDefault(kind, 0L);
  }

  /** How many jobs have that outcome. */
  public long jobsWith(String outcome) {
    return jobs.stream().filter(job -> job.outcome().equals(outcome)).count();
  }
}
