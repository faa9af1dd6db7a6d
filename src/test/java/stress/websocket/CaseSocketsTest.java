package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.measure.CaseResult.Verdict.AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NOT_APPLICABLE;
import static stress.measure.CaseResult.Verdict.NOT_AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NO_REACTION;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import stress.contract.Meaning;
import stress.measure.CaseResult;
import stress.measure.Closer;
import stress.measure.ErrorKind;
import stress.transport.FakeHttp;
import stress.transport.FakeSockets;

/** Subscriptions at a bad moment and many at once, against scripted sockets. */
final class CaseSocketsTest {
  private final CaseBench bench = new CaseBench();

  private static void is(CaseResult result, CaseResult.Verdict verdict, String reaction) {
    assertThat(result.reaction()).isEqualTo(reaction);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  private CaseResult run(String id, Consumer<FakeSockets.Line> script) {
    bench.sockets = script;
    return bench.run(id);
  }

  private static Consumer<FakeSockets.Line> telling(String... words) {
    return line -> {
      line.opened();
      for (String word : words) {
        line.message("{\"status\":\"" + word + "\"}");
      }
    };
  }

  private Consumer<FakeSockets.Line> every400ms(String word) {
    return line -> {
      line.opened();
      for (int i = 0; i < 4; i++) {
        bench.later(
            Duration.ofMillis(400L * i), () -> line.message("{\"status\":\"" + word + "\"}"));
      }
    };
  }

  @Test
  void anUnknownJobIsRefusedOrToldToBeUnknown() {
    is(
        run("unknown-job", line -> line.refused(404)),
        AS_EXPECTED,
        "refused with HTTP 404 after 0.0 ms");
    assertThat(bench.fakeSockets.lines().get(0).call().url())
        .isEqualTo("ws://target:9000/base/jobs/stress-no-such-job/events");
    is(run("unknown-job", telling("gone")), AS_EXPECTED, "accepted, told 'gone', stayed open");
    is(
        run(
            "unknown-job",
            telling("gone")
                .andThen(l -> bench.later(Duration.ofMillis(5), () -> l.closed(4404, "no job")))),
        AS_EXPECTED,
        "accepted, told 'gone', closed with 4404 'no job'");
    is(
        run("unknown-job", telling().andThen(l -> l.message("{\"fault\":\"no such job\"}"))),
        AS_EXPECTED,
        "accepted, sent a message that the contract cannot read, told the error 'no such job',"
            + " stayed open");
    is(
        run("unknown-job", telling().andThen(l -> l.closed(Closer.NETWORK, 1006, ""))),
        AS_EXPECTED,
        "accepted, cut the connection without a close frame");
  }

  @Test
  void anUnknownJobMustNotBeToldToWaitUnlessTheContractAllowsIt() {
    is(
        run("unknown-job", every400ms("waiting")),
        NOT_AS_EXPECTED,
        "accepted, told 'waiting', a message every 400 ms, stayed open");
    bench.unknownJob = Set.of(Meaning.NOT_FOUND, Meaning.WAITING);
    is(
        run("unknown-job", every400ms("waiting")),
        AS_EXPECTED,
        "accepted, told 'waiting', a message every 400 ms, stayed open");
    is(
        run("unknown-job", telling("waiting", "running")),
        NOT_AS_EXPECTED,
        "accepted, told 'waiting', then 'running', stayed open");
    is(run("unknown-job", telling("done")), NOT_AS_EXPECTED, "accepted, told 'done', stayed open");
    is(
        run("unknown-job", line -> line.refused(500)),
        NOT_AS_EXPECTED,
        "refused with HTTP 500 after 0.0 ms");
  }

  @Test
  void greetingsAndSilenceAreNoReaction() {
    CaseResult greeted = run("unknown-job", telling("hi"));
    is(greeted, NO_REACTION, "accepted, told 'hi', stayed open");
    assertThat(greeted.nanos()).isEqualTo(5_000_000_000L);
    is(run("unknown-job", telling()), NO_REACTION, "accepted, stayed open");
    is(run("unknown-job", line -> {}), NO_REACTION, "did not answer the upgrade");
    assertThat(bench.fakeSockets.open()).isZero();
  }

  @Test
  void afterItsEndAJobIsToldToHaveEnded() {
    is(run("after-end", telling("done")), AS_EXPECTED, "accepted, told 'done', stayed open");
    assertThat(bench.fakeSockets.lines().get(0).call().url())
        .isEqualTo("ws://target:9000/base/jobs/job0/events");
    is(run("after-end", telling("gone")), AS_EXPECTED, "accepted, told 'gone', stayed open");
    is(
        run("after-end", line -> line.refused(410)),
        AS_EXPECTED,
        "refused with HTTP 410 after 0.0 ms");
    is(
        run("after-end", telling().andThen(l -> l.closed(1000, ""))),
        AS_EXPECTED,
        "accepted, closed with 1000");
    is(
        run("after-end", telling("running")),
        NOT_AS_EXPECTED,
        "accepted, told 'running', stayed open");
    is(
        run("after-end", telling("failed")),
        NOT_AS_EXPECTED,
        "accepted, told 'failed', stayed open");
    is(run("after-end", telling()), NO_REACTION, "accepted, stayed open");
  }

  @Test
  void theEndIsAwaitedButNotForEver() {
    long end = Duration.ofMillis(900).toNanos();
    bench.status =
        id ->
            FakeHttp.Reply.status(
                200, CaseBench.job(id, bench.time.nanos() < end ? "running" : "done"));
    is(run("after-end", telling("done")), AS_EXPECTED, "accepted, told 'done', stayed open");
    assertThat(bench.fakeSockets.lines().get(0).dialled()).isEqualTo(1_000_000_000L);
    bench.status = id -> FakeHttp.Reply.status(200, CaseBench.job(id, "running"));
    is(run("after-end", telling("done")), NOT_APPLICABLE, "the job had not ended after 30s");
  }

  @Test
  void aHundredOnOneJobAreAllToldTheSameEnd() {
    is(
        run(
            "hundred-on-one",
            line -> {
              bench.later(Duration.ofMillis(30), line::opened);
              bench.later(Duration.ofMillis(250), () -> line.message("{\"status\":\"done\"}"));
            }),
        AS_EXPECTED,
        "opened all 100, told 100 'succeeded' after 250 ms");
    assertThat(bench.fakeSockets.lines())
        .hasSize(100)
        .allMatch(line -> line.call().url().endsWith("/jobs/job0/events"));
    assertThat(bench.fakeSockets.open()).isZero();
  }

  @Test
  void aHundredOnOneJobWithOneLeftOut() {
    int[] count = {0};
    is(
        run(
            "hundred-on-one",
            line -> (count[0]++ == 40 ? telling("failed") : telling("done")).accept(line)),
        NOT_AS_EXPECTED,
        "opened all 100, told 1 'failed', told 99 'succeeded' after 0.0 ms");
    count[0] = 0;
    is(
        run(
            "hundred-on-one",
            line -> {
              if (count[0]++ == 40) {
                line.opened();
                line.closed(1000, "");
              } else {
                telling("done").accept(line);
              }
            }),
        NOT_AS_EXPECTED,
        "opened all 100, told 99 'succeeded', told 1 no end after 0.0 ms");
    count[0] = 0;
    is(
        run(
            "hundred-on-one",
            line -> {
              if (count[0]++ == 40) {
                line.refused(503);
              } else {
                telling("done").accept(line);
              }
            }),
        NOT_AS_EXPECTED,
        "opened 99 of 100; another: refused with HTTP 503");
  }

  @Test
  void aHundredThatAreNotAnsweredOrHaveNoEnd() {
    is(run("hundred-on-one", line -> {}), NO_REACTION, "did not answer the upgrade after 5.0 s");
    is(
        run("hundred-on-one", telling("running")),
        NOT_APPLICABLE,
        "opened all 100, but the job had not ended after 30s");
    is(
        run("hundred-on-one", line -> line.failed(ErrorKind.PORTS)),
        NOT_APPLICABLE,
        "could not be carried out: no local port left");
  }

  @Test
  void withoutJobsAHundredOnOneAddressOpen() {
    bench.jobs = false;
    is(run("hundred-on-one", telling()), AS_EXPECTED, "opened all 100 after 0.0 ms");
    is(run("unknown-job", telling()), NOT_APPLICABLE, "the target has no jobs");
    is(run("after-end", telling()), NOT_APPLICABLE, "the target has no jobs");
  }
}
