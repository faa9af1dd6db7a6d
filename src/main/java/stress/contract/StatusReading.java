package stress.contract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one answer or frame says about a job.
 *
 * @param word the status word as it was sent, case kept
 * @param progress a fraction; 0.5 is half, also where the target speaks in percent
 * @param error the target's own words about what went wrong
 * @param id the job that the answer says it is about, where the contract names a pointer for it
 * @param remarks what was wrong in the answer without stopping the reading; at most {@value
 *     #MOST_REMARKS}, each of bounded length
 */
public record StatusReading(
    Optional<String> word,
    Meaning meaning,
    OptionalDouble progress,
    ServerTimes times,
    Optional<String> error,
    Optional<String> id,
    List<String> remarks) {
  /** More remarks than this are dropped. */
  public static final int MOST_REMARKS = 8;

  public StatusReading {
    remarks = List.copyOf(remarks);
  }
}
