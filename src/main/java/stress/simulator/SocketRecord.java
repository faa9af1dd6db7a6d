package stress.simulator;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What really happened on one socket; offsets are nanoseconds since the simulator's start, bytes
 * are those of message payloads.
 *
 * @param about the job's id of a progress socket, the path of another
 * @param openedNanos when the upgrade was accepted
 * @param closedNanos when the connection had ended; empty while it is open
 * @param messagesOut whole messages given to the network
 * @param messagesIn whole messages that came in
 * @param closeCode the code of the first close frame; empty when there was none or it had none
 * @param endedBy empty while the socket is open
 */
public record SocketRecord(
    SocketKind kind,
    String about,
    long openedNanos,
    OptionalLong closedNanos,
    long messagesOut,
    long bytesOut,
    long messagesIn,
    long bytesIn,
    OptionalInt closeCode,
    Optional<SocketEnder> endedBy) {}
