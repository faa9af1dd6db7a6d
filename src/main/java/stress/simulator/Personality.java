package stress.simulator;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which job API the simulator pretends to be.
 *
 * <h2>The wire shapes of {@link #OTHER}</h2>
 *
 * <p>An API of the same form that shares no shape with the other three. Ids are integers beyond
 * 2^53, written as JSON numbers: the job of index {@code i} (from 0) is {@code 2733382000000000049
 * + i}. Every JSON body has the type {@code application/json}; instants are ISO-8601 in UTC with
 * microseconds and {@code Z}. The object {@code JOB} below is
 *
 * <pre>{@code
 * {"id": 2733382000000000049,
 *  "state": "QUEUED" | "IN_PROGRESS" | "SUCCEEDED" | "FAULTED" | "ABORTED" | "EXPIRED",
 *  "finished": false,
 *  "percent": 0..100 (a number with at most 2 decimals; 0 while QUEUED),
 *  "times": {"created": instant, "started": instant | null, "ended": instant | null},
 *  "output": null | {"mean": …, "deviation": …, "percentiles": {"p5": …, …}, …},
 *  "problem": null | {"message": "…"}}
 * }</pre>
 *
 * <table>
 * <caption>Calls of the personality {@code other}</caption>
 * <tr><th>call</th><th>answer</th></tr>
 * <tr><td>{@code POST /v2/jobs} with {@code {"task": {"symbol", "from", "to", "runs", "capital"},
 * "label"}}</td><td>202 {@code {"data": {"job": {"id", "state": "QUEUED"}}}}, {@code Location:
 * /v2/jobs/ID}, {@code Retry-After: 1}; a wrong body: 400 {@code {"problem": {"message"}}}.
 * {@code from} and {@code to} are ISO dates or date-times, {@code runs} 1..10000, {@code capital} a
 * number above 0; {@code label} (optional text) is the submission's tag. Identical submissions are
 * not merged.</td></tr>
 * <tr><td>{@code GET /v2/jobs/ID}</td><td>200 {@code {"data": {"job": JOB}}}, with {@code
 * Retry-After: 1} until it is finished; 404 {@code {"problem": {"message"}}}</td></tr>
 * <tr><td>{@code DELETE /v2/jobs/ID}</td><td>202 {@code {"data": {"job": {"id", "state":
 * "ABORTED"}}}}; 404 unknown; 409 {@code {"problem": {"message"}}} when it is finished</td></tr>
 * <tr><td>{@code GET /v2/jobs?state=WORD&limit=&offset=}</td><td>200 {@code {"data": {"jobs": [JOB…],
 * "total": n}}}, oldest first, {@code limit} 1..1000 (default 100)</td></tr>
 * <tr><td>{@code GET /v2/queue}</td><td>200 {@code {"queue": {"depth": waiting, "busy": running,
 * "workers": n}, "jobs": {"total", "succeeded", "faulted", "aborted"}}}</td></tr>
 * <tr><td>{@code GET /v2/health}</td><td>200 {@code {"ok": true}}</td></tr>
 * <tr><td>WebSocket {@code /v2/jobs/ID/events}</td><td>silent until the client has sent the text
 * message {@code {"action": "subscribe"}} (further members are ignored; any other first message:
 * close 1008); then frames {@code {"event": "state" | "tick", "seq": 1…, "sent": instant, "data":
 * {"job": JOB}}}: the state at once, {@code state} at every change, {@code tick} as heartbeat; closes
 * 1000 after a terminal state. An unknown id: {@code {"event": "unknown", "seq": 1, "sent": instant,
 * "data": null}}, then close 4404.</td></tr>
 * </table>
 */
public enum Personality {
  /**
   * The default contract: 201, sockets close 1000 after a terminal status, unknown ids are told
   * {@code pending} with nulls, frames carry {@code message_sequence}.
   */
  MONTE_CARLO("monte-carlo", 4),
  /**
   * The other deployment of the same contract: submissions are answered 200, upper-case symbols are
   * refused with 400, {@code priority} is a word, progress of an unknown id is a 500, sockets never
   * close and go on with heartbeats, unknown ids are told {@code not_found}, unknown socket paths
   * are refused with 403, heartbeats do not move {@code last_updated}.
   */
  MONTE_CARLO_OPEN("monte-carlo-open", 4),
  /** The same platform today: query parameters, one frame a second, two jobs at a time. */
  MONTE_CARLO_ASYNC("monte-carlo-async", 2),
  /** The API described above. */
  OTHER("other", 4);

  private final String text;
  private final int usualWorkers;

  Personality(String text, int usualWorkers) {
    this.text = text;
    this.usualWorkers = usualWorkers;
  }

  /** The name on the command line. */
  public String text() {
    return text;
  }

  /** How many jobs run at a time where nothing else is asked. */
  public int usualWorkers() {
    return usualWorkers;
  }

  /**
   * Reads a name of the command line.
   *
   * @throws IllegalArgumentException naming the text and the names there are
   */
  public static Personality parse(String name) {
    return Arrays.stream(values())
        .filter(each -> each.text.equals(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is not a personality; expected one of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Personality::text).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return text;
  }
}
