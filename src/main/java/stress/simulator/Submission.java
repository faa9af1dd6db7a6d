package stress.simulator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A valid request for a simulation.
 *
 * @param symbol in lower case
 * @param sameness equal for submissions that a merging server takes for one
 * @param tag what the client marked it with
 * @param timeoutNanos how long the job may run
 */
record Submission(
    String symbol,
    LocalDate from,
    LocalDate to,
    int runs,
    double capital,
    String sameness,
    Optional<String> tag,
    OptionalLong timeoutNanos) {}
