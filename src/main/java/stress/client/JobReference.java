package stress.client;

import java.util.Optional;

/**
 * How a job is named when it is asked for.
 *
 * @param id a token, never a number
 * @param statusTarget path and query at which the target wants to be asked, where it gave one
 */
public record JobReference(String id, Optional<String> statusTarget) {}
