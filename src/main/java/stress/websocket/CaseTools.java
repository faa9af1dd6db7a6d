package stress.websocket;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import stress.client.JobClient;
import stress.client.SocketClient;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.contract.Meaning;
import stress.transport.TargetUrl;
import stress.transport.Wires;

/**
 * What the error cases work with.
 *
 * @param sockets for clients that behave; those that do not take its handshake
 * @param jobs hands in jobs of its own run key; absent for a target without jobs
 * @param wires for clients that misbehave
 * @param base of the target's sockets
 * @param unknownJob what the contract lets a target say of a job that there is not
 * @param patience how long a reaction is awaited
 * @param jobTime how long a job may take to end
 */
public record CaseTools(
    SocketClient sockets,
    Optional<JobClient> jobs,
    Wires wires,
    TargetUrl base,
    Set<Meaning> unknownJob,
    NanoClock clock,
    Timers timers,
    Duration patience,
    Duration jobTime) {
  /** What a target may say of a job that there is not, unless its contract says more. */
  public static final Set<Meaning> NO_SUCH_JOB = Set.of(Meaning.NOT_FOUND);

  public CaseTools {
    unknownJob = Set.copyOf(unknownJob);
  }
}
