package stress.transport;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a WebSocket was opened: an instant for the end of each phase, on the run's clock. A phase
 * that there was not (a name that needed no resolving, no TLS) is absent.
 *
 * @param dialled when dialling began
 * @param resolved when the host's addresses were known
 * @param connected when the TCP connection stood
 * @param secured when the TLS handshake was over
 * @param upgraded when the 101 was there
 * @param address the address that was dialled, without the port
 * @param subprotocol the one that the target chose
 * @param deflate whether permessage-deflate was agreed on
 * @param redirects how many redirects led here
 */
public record Handshake(
    long dialled,
    OptionalLong resolved,
    long connected,
    OptionalLong secured,
    long upgraded,
    String address,
    Optional<String> subprotocol,
    boolean deflate,
    int redirects) {}
