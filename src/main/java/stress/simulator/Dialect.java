package stress.simulator;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/** One API: its paths, words and shapes. Event loop only. */
interface Dialect {
  /** What the request asks for. */
  Route route(HttpMethod method, List<String> path);

  /**
   * Does what is asked and says the answer.
   *
   * @throws Refusal when the request is wrong
   */
  Answer answer(Route route, Call call);

  /** The answer to a submission that gave this job. */
  Answer accepted(Job job);

  /** An error in this API's shape. */
  Answer error(int code, String message);

  /** The job whose socket has that path. */
  Optional<String> socketOf(List<String> path);

  /** The status with which upgrades of other paths are refused. */
  int refusalOfPath();

  FeedStyle feed();
}
