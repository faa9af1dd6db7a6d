package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;
import static stress.websocket.SocketBench.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.client.SmallContracts;
import stress.client.SocketClient;
import stress.client.TargetBase;
import stress.measure.ClockOffset;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Interval;
import stress.measure.Series;
import stress.transport.FakeHttp.Reply;
import stress.transport.FakeSockets;
import stress.transport.TargetUrl;

/** The jobs that connections are about. */
class SocketJobsTest {
  private static final long MILLI = 1_000_000;
  private static final String DONE = "{\"status\":\"done\"}";

  private static SocketBench opening() {
    return SocketBench.withJobs(FakeSockets.Line::opened);
  }

  private static List<String> posts(SocketBench bench) {
    return bench.http.lines().stream().filter(line -> line.startsWith("POST")).toList();
  }

  private static List<String> looks(SocketBench bench) {
    return bench.http.lines().stream().filter(line -> line.startsWith("GET")).toList();
  }

  private static List<String> dialled(SocketBench bench) {
    return bench.sockets.lines().stream().map(line -> line.call().url()).toList();
  }

  @Test
  void eachConnectionHasAJobOfItsOwn() {
    SocketBench bench = opening().begin(load(2));
    assertThat(bench.pipeline.opening()).isEqualTo(2);
    assertThat(bench.sockets.lines()).isEmpty();
    bench.pass(20);

    assertThat(posts(bench)).containsExactly("POST /submit/0", "POST /submit/1");
    assertThat(dialled(bench))
        .containsExactly("ws://h:1/jobs/j0/events", "ws://h:1/jobs/j1/events");
    assertThat(bench.counted(Counter.ACCEPTED, Counter.STARTED)).containsExactly(2, 0);
    assertThat(bench.samples(Series.SUBMIT_SERVICE))
        .isEqualTo(Distribution.of(20 * MILLI, 20 * MILLI));
    assertThat(bench.pipeline.left()).extracting(job -> job.id()).containsExactly("j0", "j1");
  }

  @ParameterizedTest
  @CsvSource({
    "503, true, REFUSED, STATUS_SERVER",
    "0, false, UNSENT, CONNECTION_REFUSED",
    "0, true, OUTCOME_UNKNOWN, CONNECTION_REFUSED"
  })
  void aFailedSubmissionEndsThatTry(int status, boolean sent, Counter counter, ErrorKind kind) {
    SocketBench bench = opening();
    bench.submissions =
        reply ->
            (status == 0
                    ? Reply.broken(ErrorKind.CONNECTION_REFUSED, sent)
                    : Reply.status(status, "full"))
                .after(Duration.ofMillis(3));
    bench.begin(load(2)).pass(3);

    assertThat(bench.counted(counter)).isEqualTo(2);
    assertThat(bench.counted(Counter.CONNECTIONS_WITHOUT_JOB, Counter.CONNECTIONS_TRIED))
        .containsExactly(2, 2);
    assertThat(bench.unaccounted()).isEqualTo("0 tries, 0 openings");
    assertThat(bench.ledger.errors().entries()).extracting(ErrorEntry::count).containsExactly(2L);
    assertThat(bench.error().kind()).isEqualTo(kind);
    Interval all = bench.flip();
    assertThat(all.of(Series.SUBMIT_FAILED_SERVICE))
        .isEqualTo(Distribution.of(3 * MILLI, 3 * MILLI));
    assertThat(all.of(Series.SUBMIT_SERVICE).count()).isZero();
    assertThat(bench.completed).isTrue();
    assertThat(bench.sockets.lines()).isEmpty();
  }

  @Test
  void oneJobForAllAndWhenItEndsOneNewJobForAllRenewals() {
    SocketBench bench = opening().begin(with(load(3), JobsPer.RUN)).pass(20);
    assertThat(posts(bench)).containsExactly("POST /submit/0");
    assertThat(dialled(bench)).hasSize(3).containsOnly("ws://h:1/jobs/j0/events");
    for (int i = 0; i < 3; i++) {
      bench.line(i).message(DONE);
      bench.line(i).closed(1000, "");
    }
    bench.pass(20);

    assertThat(posts(bench)).containsExactly("POST /submit/0", "POST /submit/1");
    assertThat(dialled(bench).subList(3, 6)).containsOnly("ws://h:1/jobs/j1/events");
    assertThat(bench.pipeline.open()).isEqualTo(3);
    assertThat(bench.pipeline.left()).extracting(job -> job.id()).containsExactly("j1");
    assertThat(bench.counted(Counter.CONNECTIONS_RENEWED, Counter.ACCEPTED)).containsExactly(3, 2);
  }

  @Test
  void aLateTellingOfTheOldJobsEndDoesNotEndTheNewOne() {
    SocketBench bench = opening().begin(with(load(2), JobsPer.RUN)).pass(20);
    bench.line(0).message(DONE);
    bench.line(0).closed(1000, "");
    bench.pass(20);
    bench.line(1).message(DONE);
    bench.line(1).closed(1000, "");
    bench.pass(20);

    assertThat(posts(bench)).containsExactly("POST /submit/0", "POST /submit/1");
    assertThat(dialled(bench).subList(2, 4)).containsOnly("ws://h:1/jobs/j1/events");
  }

  @Test
  void whenTheOneSubmissionFailsAllThatWaitForItHaveNoJob() {
    SocketBench bench = opening();
    bench.submissions = reply -> Reply.status(500, "").after(SocketBench.ANSWERING);
    bench.begin(with(load(3), JobsPer.RUN)).pass(20);

    assertThat(bench.counted(Counter.REFUSED, Counter.CONNECTIONS_WITHOUT_JOB))
        .containsExactly(1, 3);
    assertThat(bench.completed).isTrue();
  }

  @Test
  void anIdHandedOutTwiceIsAFinding() {
    SocketBench bench = opening();
    bench.submissions = r -> Reply.status(201, "{\"id\":\"same\"}").after(SocketBench.ANSWERING);
    bench.begin(load(2)).pass(20);

    assertThat(bench.counted(Counter.ACCEPTED, Counter.MERGED)).containsExactly(2, 1);
    assertThat(bench.ledger.identity().findings())
        .containsExactly(new IdentityFinding(Identity.ID_TWICE, 1, List.of("same")));
    assertThat(bench.pipeline.left()).hasSize(1);
    assertThat(bench.pipeline.open()).isEqualTo(2);
  }

  @Test
  void aSubmissionOnTheWireAtTheEndIsOfUnknownOutcome() {
    SocketBench bench = opening();
    bench.submissions = reply -> Reply.never();
    bench.begin(load(2)).pass(10_000);

    assertThat(bench.counted(Counter.OUTCOME_UNKNOWN, Counter.CONNECTIONS_ABANDONED))
        .containsExactly(2, 2);
    assertThat(bench.completed).isTrue();
    assertThat(bench.unaccounted()).isEqualTo("0 tries, 0 openings");
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void theCreationOfAJobTellsWhereTheTargetsClockStands() {
    SocketBench bench = opening();
    bench.look = "{\"status\":\"waiting\",\"created\":\"2026-01-01T00:00:02.010000001Z\"}";
    bench.begin(load(1)).pass(39);
    assertThat(bench.pipeline.facts().clock()).isEmpty();
    bench.pass(1);

    // created at some time between 0 and 20 ms of ours: 1_990 … 2_010 ms ahead
    assertThat(looks(bench)).containsExactly("GET /jobs/j0");
    assertThat(bench.pipeline.facts().clock())
        .contains(new ClockOffset(2_000 * MILLI + 1, 10 * MILLI, 1, true));
  }

  @Test
  void theFirstTwentyJobsAreLookedAtAndThenOneASecond() {
    SocketBench bench = opening();
    bench.look = "{\"status\":\"waiting\",\"created\":\"2026-01-01T00:00:00.000000001Z\"}";
    bench.begin(load(50), 10);
    bench.pass(1_999);
    assertThat(looks(bench)).hasSize(20);
    bench.pass(3_100);

    // answered 20 ms after each tenth of a second: the 20th at 1.92 s
    assertThat(looks(bench))
        .hasSize(23)
        .endsWith("GET /jobs/j19", "GET /jobs/j29", "GET /jobs/j39", "GET /jobs/j49");
  }

  @Test
  void aTargetThatDoesNotTellIsNotAskedForEver() {
    SocketBench bench = opening().begin(load(10), 10);
    bench.pass(1_100);

    assertThat(looks(bench)).hasSize(3);
  }

  @Test
  void withoutParsingNobodyAsks() {
    SocketBench bench = opening().begin(with(load(1), Parsing.NONE)).pass(50);

    assertThat(looks(bench)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void looksAreGivenUpAtTheEnd(boolean cancelled) {
    SocketBench bench = opening().begin(with(load(1), OnEnd.STOP)).pass(20);
    if (cancelled) {
      bench.running.cancel();
    } else {
      bench.line(0).message(DONE);
      bench.line(0).closed(1000, "");
    }

    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
    assertThat(bench.counted(Counter.OUTCOME_UNKNOWN)).isZero();
  }

  @Test
  void socketsAboutJobsNeedAWayToSubmitThem() {
    TargetUrl url = TargetUrl.parse("http://h:1");
    SocketClient client =
        new SocketClient(
            SmallContracts.full().socket().orElseThrow(),
            call -> null,
            new TargetBase(url, url.webSocket(), Map.of()),
            Duration.ofSeconds(1));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new SocketPipelines(client, Optional.empty(), () -> 0, () -> null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the contract's sockets are about jobs: expected a way to submit them");
  }
}
