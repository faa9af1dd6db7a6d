package stress.contract;

import java.util.List;
import java.util.Optional;

/**
 * An API of the form "submit a job, then poll or stream its progress".
 *
 * @param base where the HTTP calls go unless the user says otherwise, without a slash at the end
 * @param socketBase where the socket goes; absent means the HTTP base with its scheme exchanged
 * @param headers of every request and of the socket's handshake; already part of each call
 * @param queueMetrics candidates: the first that answers with an accepted code is used
 * @param ready calls that say whether the target is up, candidates likewise
 */
public record Contract(
    String name,
    String description,
    Optional<String> base,
    Optional<String> socketBase,
    List<Header> headers,
    Submit submit,
    Follow status,
    Optional<Call> cancel,
    Optional<Call> list,
    Optional<Bulk> bulk,
    List<QueueMetrics> queueMetrics,
    List<Call> ready,
    Optional<Socket> socket)
    implements Api {
  public Contract {
    headers = List.copyOf(headers);
    queueMetrics = List.copyOf(queueMetrics);
    ready = List.copyOf(ready);
  }
}
