package stress.simulator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes wrong, as data: faults separated by {@code ;}, each {@code target.name=value:P%}.
 *
 * <p>{@code P} is the share of requests, jobs or sockets that are hit, a decimal number from 0 to
 * 100; without {@code :P%} all are. Whether something is hit is a pure function of the seed, the
 * fault and the number of the request at that endpoint (of the job, of the socket), so a run
 * repeats. Spaces around the separators do not matter. Durations are written as everywhere: {@code
 * 200ms}, {@code 2s}.
 *
 * <p>{@code ENDPOINT} below is one of {@code submit}, {@code status}, {@code progress}, {@code
 * list}, {@code cancel}, {@code bulk}, {@code metrics}, {@code queue}, {@code health}, {@code
 * ready}. "No effect" means that the request is as if it had never been sent: no job is made, none
 * is cancelled.
 *
 * <table>
 * <caption>Faults of a request: the first one written that hits decides the answer</caption>
 * <tr><th>text</th><th>the client sees</th><th>effect on the server</th></tr>
 * <tr><td>{@code ENDPOINT.status=503}, {@code =429+2s}</td><td>that status (400..599), with {@code
 * Retry-After: 2} (rounded up to seconds)</td><td>none</td></tr>
 * <tr><td>{@code ENDPOINT.reset}</td><td>a TCP reset, no answer</td><td>none</td></tr>
 * <tr><td>{@code ENDPOINT.silence}</td><td>no answer, the connection stays open</td><td>none</td></tr>
 * <tr><td>{@code ENDPOINT.type=text/html}</td><td>200, that type, a small page instead of the
 * answer</td><td>none (something in front of the server answered)</td></tr>
 * <tr><td>{@code submit.duplicate}</td><td>the usual answer with the id accepted last</td><td>no new
 * job; no fault while there is no job</td></tr>
 * <tr><td>{@code submit.lost}</td><td>a TCP reset, no answer</td><td>as usual: a job is
 * accepted</td></tr>
 * <tr><td>{@code ENDPOINT.malformed}</td><td>the usual status, JSON cut off in the middle</td><td>as
 * usual: a job is accepted</td></tr>
 * <tr><td>{@code ENDPOINT.empty}</td><td>204 and no body</td><td>as usual: a job is accepted</td></tr>
 * </table>
 *
 * <table>
 * <caption>Faults of a request that go together with those, or with each other</caption>
 * <tr><td>{@code ENDPOINT.delay=200ms}, {@code =200ms~50ms}</td><td>it is handled that much later
 * (evenly ± the second duration): what the server does, it does after the pause</td></tr>
 * <tr><td>{@code ENDPOINT.notype}</td><td>the usual answer has no {@code Content-Type}</td></tr>
 * <tr><td>{@code ENDPOINT.gzip}</td><td>the usual answer's body is compressed, asked for or
 * not</td></tr>
 * </table>
 *
 * <table>
 * <caption>Faults of a job: the number is the job's index</caption>
 * <tr><td>{@code job.stuck}</td><td>it starts, gets to 50 % and never ends; its worker goes on with
 * other jobs</td></tr>
 * <tr><td>{@code job.fail}</td><td>it ends as failed instead of completed</td></tr>
 * <tr><td>{@code job.word=exploded}</td><td>in the first half of its running that word is told instead
 * of running; counted when told first</td></tr>
 * <tr><td>{@code job.twice}</td><td>500 ms after it has completed its status turns to failed; counted
 * then</td></tr>
 * <tr><td>{@code job.back}</td><td>when half is done its progress is told 30 points lower until 80 %;
 * counted when a lower progress was really told after a higher one</td></tr>
 * <tr><td>{@code job.oddid}</td><td>its id is {@code a/b c%d-INDEX} (not on the personality {@code
 * other}, whose ids are numbers)</td></tr>
 * </table>
 *
 * <table>
 * <caption>Faults of a progress socket: the number counts the upgrades asked for</caption>
 * <tr><td>{@code socket.refuse=503}</td><td>the upgrade is answered with that status
 * (400..599)</td></tr>
 * <tr><td>{@code socket.close=1011}</td><td>instead of the third frame {@code {"error": …}} and a close
 * with that code (1000..1014 or 3000..4999)</td></tr>
 * <tr><td>{@code socket.drop}</td><td>instead of the third frame the TCP connection is closed without a
 * close frame</td></tr>
 * <tr><td>{@code socket.silence}</td><td>from the third frame on nothing, and the socket stays
 * open</td></tr>
 * <tr><td>{@code socket.delay=50ms~10ms}</td><td>each frame leaves that much after its timestamp, evenly
 * ±, in order; counted once a socket</td></tr>
 * <tr><td>{@code socket.lost}</td><td>the frame with the terminal status is not sent; where the server
 * does not close, heartbeats repeat the last state before it</td></tr>
 * <tr><td>{@code socket.duplicate}</td><td>the frame with the terminal status is sent twice, the same
 * bytes</td></tr>
 * <tr><td>{@code socket.any-path}</td><td>an unknown path is accepted instead of refused, and told what
 * an unknown job's socket is told</td></tr>
 * </table>
 *
 * <table>
 * <caption>Faults of {@code /echo} and {@code /push}: the number counts the upgrades asked for of that
 * kind; where the share is one of messages, it is the message's number on that socket</caption>
 * <tr><td>{@code echo.refuse=503}, {@code push.refuse=429+2s}</td><td>as {@code socket.refuse}, which
 * takes a {@code Retry-After}, too</td></tr>
 * <tr><td>{@code echo.close=1011}, {@code echo.drop}, {@code echo.silence}, and of {@code
 * push}</td><td>instead of the third answer or message a close with that code, an end of the TCP
 * connection, nothing any more</td></tr>
 * <tr><td>{@code echo.delay=50ms~10ms}</td><td>that share of messages is answered that much later, in
 * order; counted once a message</td></tr>
 * <tr><td>{@code echo.lost}, {@code echo.duplicate}</td><td>that share of messages is not answered, is
 * answered twice</td></tr>
 * <tr><td>{@code push.delay=50ms~10ms}</td><td>as {@code socket.delay}</td></tr>
 * <tr><td>{@code push.gap}</td><td>before that share of messages one sequence number is
 * skipped</td></tr>
 * </table>
 *
 * <p>{@code server.stall=2s@5s}: the server freezes for 2 s, 5 s after its first request: what
 * comes in is handled, and frames leave, when the freeze is over; jobs go on. It has no {@code :P%}
 * and may be written several times.
 *
 * <p>A fault is counted in {@link Truth#faults()} when it is done: a socket that ended before its
 * third frame was not dropped. Of two faults {@code socket.close}, {@code drop} and {@code silence}
 * that hit one socket, the first one written is done.
 */
public final class Faults {
  private static final Faults NONE = new Faults(List.of());
  private final List<FaultRule> rules;

  Faults(List<FaultRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return NONE;
  }

  /**
   * Reads faults; an empty text is none.
   *
   * @throws IllegalArgumentException naming the wrong part, its place and what was expected
   */
  public static Faults parse(String text) {
    return new Faults(new FaultGrammar(text).rules());
  }

  /** Whether nothing goes wrong. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The rules of one target, in the order written. */
  List<FaultRule> of(String target) {
    return rules.stream().filter(rule -> rule.target().equals(target)).toList();
  }

  /** The text that is read back as these faults. */
  @Override
  public String toString() {
    return rules.stream().map(FaultRule::toString).collect(Collectors.joining("; "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Faults that && rules.equals(that.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }
}
