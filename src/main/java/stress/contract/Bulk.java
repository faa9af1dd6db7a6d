package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * How many jobs are handed in with one request.
 *
 * @param maximum jobs in one request
 * @param job the body of one job: the submission's
 * @param items where the answer has the array of its jobs
 * @param id where each element of that array has the job's id
 * @param state how each element tells the job's state, where it does
 */
public record Bulk(
    Call call,
    int maximum,
    Template job,
    Pointers items,
    IdRule.InBody id,
    Optional<StatusRule> state) {
  /**
   * Writes the request.
   *
   * @param batch the values of the request itself; its index is the batch's
   * @param jobs the values of each job, at most {@code maximum}
   */
  public Rendered render(Values batch, List<Values> jobs) {
    if (jobs.isEmpty() || jobs.size() > maximum) {
      throw new IllegalArgumentException(
          "A bulk submission takes 1 to " + maximum + " jobs, not " + jobs.size());
    }
    return call.render(batch.withJobs(TemplateWriter.documents(job, jobs)));
  }

  /** Reads an accepted answer, one reading an element; never throws. */
  public List<SubmitReading> read(JsonNode answer) {
    return SubmitAnswer.readEach(this, answer);
  }
}
