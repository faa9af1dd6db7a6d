package stress.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;

/** What the templates of one request can refer to; immutable, so any thread may hold it. */
public final class Values {
  private static final Values NONE =
      new Values(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private record Submission(long seed, long index, String runTag) {}

  private final Optional<Submission> submission;
  private final Optional<String> id;
  private final Optional<ArrayNode> jobs;
  private final Optional<String> mark;

  private Values(
      Optional<Submission> submission,
      Optional<String> id,
      Optional<ArrayNode> jobs,
      Optional<String> mark) {
    this.submission = submission;
    this.id = id;
    this.jobs = jobs;
    this.mark = mark;
  }

  /**
   * For a submission (and for the call that submits many).
   *
   * @param seed the run's; decides every draw together with the index
   * @param index of the start within the run, from 0
   * @param runTag a text that no other run of the same target has
   */
  public static Values forSubmission(long seed, long index, String runTag) {
    return new Values(
        Optional.of(new Submission(seed, index, runTag)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** For the calls and the socket that are about one job: status, cancel, socket. */
  public static Values forJob(String id) {
    return new Values(Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty());
  }

  /**
   * For a message that the target sends back.
   *
   * @param mark a text that no other message under way has
   */
  public static Values forMessage(String mark) {
    return new Values(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(mark));
  }

  /** For the calls that are about the target: list, queue metrics, ready. */
  public static Values none() {
    return NONE;
  }

  /** These values and the finished bodies of a bulk submission. */
  Values withJobs(ArrayNode bodies) {
    return new Values(submission, id, Optional.of(bodies), mark);
  }

  long index() {
    return submission().index();
  }

  String tag() {
    return submission().runTag() + "-" + submission().index();
  }

  String id() {
    return id.orElseThrow(() -> absent("the id of a job"));
  }

  String mark() {
    return mark.orElseThrow(() -> absent("the mark of a message"));
  }

  ArrayNode jobs() {
    return jobs.orElseThrow(() -> absent("the jobs of a bulk submission"));
  }

  /** A number from 0 to {@code count - 1} that only seed, index and place decide. */
  long draw(String place, long count) {
    long bits = mix(submission().seed());
    bits = mix(bits ^ submission().index());
    for (int i = 0; i < place.length(); i++) {
      bits = mix(bits ^ place.charAt(i));
    }
    return Long.remainderUnsigned(bits, count);
  }

  /** The SplitMix64 step: spelled out so that no Java version can change the bodies of a seed. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private Submission submission() {
    return submission.orElseThrow(() -> absent("the index and seed of a submission"));
  }

  private static IllegalArgumentException absent(String what) {
    return new IllegalArgumentException("The template asks for " + what + ", which is not known");
  }
}
