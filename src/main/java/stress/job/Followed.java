package stress.job;

import java.time.Duration;
import java.util.Optional;
import stress.client.JobReference;

/**
 * A job that is to be followed.
 *
 * @param index of its start; decides its share of the poll jitter
 * @param acceptedAt the instant of its acceptance
 * @param firstWait what the answer's {@code Retry-After} asked for
 */
record Followed(
    JobReference reference, long index, long acceptedAt, Optional<Duration> firstWait) {}
