package stress.transport;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import stress.clock.ManualTime;
import stress.clock.Timers;
import stress.measure.ErrorKind;

/** A target on manual time: each call is answered as a test's function says, and written down. */
public final class FakeHttp implements Http {
  /**
   * What comes of a call.
   *
   * @param after so long after it was sent; absent for never
   * @param status absent for no answer
   */
  public record Reply(
      Optional<Duration> after,
      Optional<Integer> status,
      Map<String, String> headers,
      byte[] body,
      ErrorKind broken,
      boolean sent) {
    public static Reply status(int status, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new Reply(
          Optional.of(Duration.ZERO), Optional.of(status), Map.of(), bytes, ErrorKind.OTHER, true);
    }

    public static Reply broken(ErrorKind kind, boolean sent) {
      return new Reply(
          Optional.of(Duration.ZERO), Optional.empty(), Map.of(), new byte[0], kind, sent);
    }

    public static Reply never() {
      return new Reply(
          Optional.empty(), Optional.empty(), Map.of(), new byte[0], ErrorKind.OTHER, true);
    }

    public Reply after(Duration time) {
      return new Reply(Optional.of(time), status, headers, body, broken, sent);
    }

    public Reply with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name.toLowerCase(Locale.ROOT), value);
      return new Reply(after, status, more, body, broken, sent);
    }

    public Reply withBody(byte[] bytes) {
      return new Reply(after, status, headers, bytes, broken, sent);
    }
  }

  /** A call and when it was sent. */
  public record Sent(HttpCall call, long at) {
    /** Method, path and query. */
    public String line() {
      return FakeHttp.line(call);
    }
  }

  private final ManualTime time;
  private final Function<HttpCall, Reply> target;
  private final List<Sent> sent = new ArrayList<>();
  private int open;
  private int aborted;

  public FakeHttp(ManualTime time, Function<HttpCall, Reply> target) {
    this.time = time;
    this.target = target;
  }

  /** Method, path and query of a call. */
  public static String line(HttpCall call) {
    return call.method() + " " + call.url().replaceFirst("^https?://[^/]*", "");
  }

  @Override
  public Uni<HttpOutcome> send(HttpCall call) {
    return Uni.createFrom().emitter(emitter -> begin(call, emitter));
  }

  private void begin(HttpCall call, UniEmitter<? super HttpOutcome> emitter) {
    long started = time.nanos();
    sent.add(new Sent(call, started));
    Reply reply = target.apply(call);
    open++;
    boolean[] done = {false};
    Optional<Timers.Timer> timer =
        reply
            .after()
            .map(
                after ->
                    time.at(
                        started + after.toNanos(),
                        () -> {
                          open--;
                          done[0] = true;
                          emitter.complete(outcome(reply, started));
                        }));
    emitter.onTermination(
        () -> {
          if (!done[0]) {
            open--;
            aborted++;
            timer.ifPresent(Timers.Timer::cancel);
          }
        });
  }

  private HttpOutcome outcome(Reply reply, long started) {
    return reply.status().isPresent()
        ? new HttpOutcome.Answered(
            reply.status().get(), reply.headers(), reply.body(), started, time.nanos())
        : new HttpOutcome.Broken(reply.broken(), "", reply.sent(), started, time.nanos());
  }

  /** All calls so far. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Method, path and query of all calls so far. */
  public List<String> lines() {
    return sent.stream().map(Sent::line).toList();
  }

  /** Calls that have no outcome yet. */
  public int open() {
    return open;
  }

  /** Calls that were cancelled before they had an outcome. */
  public int aborted() {
    return aborted;
  }
}
