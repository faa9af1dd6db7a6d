package stress.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import stress.clock.ManualTime;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.HttpCall;

/** A target of the small contract: its jobs wait, run and end as a test's function says. */
final class FakeJobs implements Function<HttpCall, Reply> {
  /** What becomes of a submission. */
  sealed interface Fate {}

  /** A job of its own: waits, runs, then has this word; {@code ever} long means stuck. */
  record Life(Duration waiting, Duration running, String word) implements Fate {}

  /** No job: this reply. */
  record NoJob(Reply reply) implements Fate {}

  /** The job of an earlier submission. */
  record Merged(long into) implements Fate {}

  /** A job that is forgotten at once. */
  record Forgotten() implements Fate {}

  private final ManualTime time;
  private final Duration answering;
  private final LongFunction<Fate> fates;
  private final Map<String, Long> accepted = new HashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private final List<Long> submitted = new ArrayList<>();

  FakeJobs(ManualTime time, Duration answering, LongFunction<Fate> fates) {
    this.time = time;
    this.answering = answering;
    this.fates = fates;
  }

  static Life life(long waitingMillis, long runningMillis, String word) {
    return new Life(Duration.ofMillis(waitingMillis), Duration.ofMillis(runningMillis), word);
  }

  /** The indexes of all submissions so far, in order. */
  List<Long> submitted() {
    return List.copyOf(submitted);
  }

  @Override
  public Reply apply(HttpCall call) {
    String line = FakeHttp.line(call);
    String last = line.substring(line.lastIndexOf('/') + 1);
    return line.contains("/submit/") ? submit(Long.parseLong(last)) : look(last);
  }

  private Reply submit(long index) {
    submitted.add(index);
    Fate fate = fates.apply(index);
    if (fate instanceof NoJob none) {
      return none.reply();
    }
    if (fate instanceof Life life) {
      lives.put("j" + index, life);
      accepted.put("j" + index, time.nanos());
    }
    long id = fate instanceof Merged merged ? merged.into() : index;
    return Reply.status(201, "{\"id\":\"j" + id + "\",\"status\":\"waiting\"}").after(answering);
  }

  private Reply look(String id) {
    Life life = lives.get(id);
    return life == null
        ? Reply.status(404, "").after(answering)
        : Reply.status(200, "{\"id\":\"" + id + "\",\"status\":\"" + word(id, life) + "\"}")
            .after(answering);
  }

  private String word(String id, Life life) {
    long age = time.nanos() - accepted.get(id);
    if (age < life.waiting().toNanos()) {
      return "waiting";
    }
    return age < life.waiting().plus(life.running()).toNanos() ? "running" : life.word();
  }
}
