package stress.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What really happened on the sockets. The first six members are about progress sockets alone; echo
 * and push sockets are in {@code kinds}, {@code latest} and {@code delays}.
 *
 * @param opened upgrades accepted
 * @param refused upgrades answered with an HTTP status
 * @param open sockets open at the moment of the snapshot
 * @param framesSent text frames given to the network
 * @param closedByServer close frames sent first, by code
 * @param closedByClient ends that the client began, by code; 1006 when it just went away
 * @param kinds every kind, the progress sockets too
 * @param latest one record a socket, in the order in which they were opened, the latest 20 000
 * @param forgotten how many earlier records there were
 * @param delays kind of fault ({@code echo.delay}) → how long messages were held back; kinds that
 *     held nothing back are absent
 */
public record SocketTruth(
    long opened,
    long refused,
    long open,
    long framesSent,
    Map<Integer, Long> closedByServer,
    Map<Integer, Long> closedByClient,
    Map<SocketKind, SocketTotals> kinds,
    List<SocketRecord> latest,
    long forgotten,
    Map<String, DelayTruth> delays) {
  public SocketTruth {
    closedByServer = Map.copyOf(closedByServer);
    closedByClient = Map.copyOf(closedByClient);
    kinds = Map.copyOf(kinds);
    latest = List.copyOf(latest);
    delays = Map.copyOf(delays);
  }

  /** The totals of one kind. */
  public SocketTotals of(SocketKind kind) {
    return Optional.ofNullable(kinds.get(kind)).orElseThrow();
  }

  /** How long that kind of fault held messages back; empty when it held none. */
  public Optional<DelayTruth> delayed(String kind) {
    return Optional.ofNullable(delays.get(kind));
  }
}
