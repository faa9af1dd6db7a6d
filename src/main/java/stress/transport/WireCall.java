package stress.transport;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One bare connection to be opened.
 *
 * @param url whose scheme, host and port count
 * @param receiveBuffer bytes that the system may take in ahead of us, where that matters
 * @param timeout for connecting, TLS included
 */
public record WireCall(TargetUrl url, OptionalInt receiveBuffer, Duration timeout) {}
