package stress.simulator;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What really happened to one job.
 *
 * @param id as it stands in answers, without quotes
 * @param index 0 for the first job accepted
 * @param tag what the submission was marked with, where it was
 * @param acceptedNanos instants on the clock given to the simulator
 * @param startedNanos when a worker took it
 * @param endedNanos with a set service time exactly that much after the start
 * @param acceptedAt the same instants as told to clients, cut to microseconds
 * @param outcome {@code waiting}, {@code running}, {@code stuck}, {@code completed}, {@code
 *     failed}, {@code cancelled} or {@code timeout}; the first terminal one where it changed later
 * @param submissions how many submissions were answered with this id; more than 1 when identical
 *     ones were merged or a duplicate was injected
 */
public record JobTruth(
    String id,
    long index,
    Optional<String> tag,
    long acceptedNanos,
    OptionalLong startedNanos,
    OptionalLong endedNanos,
    Instant acceptedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    String outcome,
    long submissions) {}
