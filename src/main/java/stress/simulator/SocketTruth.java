package stress.simulator;

import java.util.Map;

/**
 * What really happened on the progress sockets; echo sockets are not counted here.
 *
 * @param opened upgrades accepted
 * @param refused upgrades answered with an HTTP status
 * @param open sockets open at the moment of the snapshot
 * @param framesSent text frames given to the network
 * @param closedByServer close frames sent, by code
 * @param closedByClient ends that the client began, by code; 1006 when it just went away
 */
public record SocketTruth(
    long opened,
    long refused,
    long open,
    long framesSent,
    Map<Integer, Long> closedByServer,
    Map<Integer, Long> closedByClient) {
  public SocketTruth {
    closedByServer = Map.copyOf(closedByServer);
    closedByClient = Map.copyOf(closedByClient);
  }
}
