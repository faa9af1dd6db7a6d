package stress.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request, ready to be sent.
 *
 * @param url an absolute address with everything percent-encoded
 * @param contentType of the body, absent when there is none
 * @param body may be empty; not to be changed afterwards
 * @param timeout from handing it over to the last byte of the answer
 */
public record HttpCall(
    String method,
    String url,
    Map<String, String> headers,
    Optional<String> contentType,
    byte[] body,
    Duration timeout) {}
