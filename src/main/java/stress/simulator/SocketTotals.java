package stress.simulator;

import java.util.Map;

/**
 * What happened on all sockets of one kind.
 *
 * @param opened upgrades accepted
 * @param refused upgrades answered with an HTTP status
 * @param open sockets open at the moment of the snapshot
 * @param messagesOut whole messages given to the network
 * @param bytesOut their payloads
 * @param messagesIn whole messages that came in
 * @param bytesIn their payloads
 * @param closedByServer close frames sent first, by code
 * @param closedByClient ends that the client began, by code: 1005 for a close frame without one,
 *     1006 when it just went away
 */
public record SocketTotals(
    long opened,
    long refused,
    long open,
    long messagesOut,
    long bytesOut,
    long messagesIn,
    long bytesIn,
    Map<Integer, Long> closedByServer,
    Map<Integer, Long> closedByClient) {
  public SocketTotals {
    closedByServer = Map.copyOf(closedByServer);
    closedByClient = Map.copyOf(closedByClient);
  }
}
