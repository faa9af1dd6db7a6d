package stress.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * An answer to an upgrade that was not 101.
 *
 * @param retryAfter what {@code Retry-After} asks for
 * @param location where a redirect points, without its secrets
 * @param body its first bytes
 */
public record Refusal(
    int status, Optional<Duration> retryAfter, Optional<String> location, String body) {}
