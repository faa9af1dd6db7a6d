package stress.client;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import stress.contract.StatusReading;

/**
 * What one message of a connection says.
 *
 * @param status of the job, where the contract's messages are about one
 * @param sequence the target's own number of the message
 * @param time when it was made, by the target's clock
 * @param error a fault of the target (not of the job), in its own words
 */
public record MessageReading(
    Optional<StatusReading> status,
    OptionalLong sequence,
    Optional<Instant> time,
    Optional<String> error) {}
