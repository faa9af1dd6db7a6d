package stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.verdict.Symptoms.closed;
import static stress.verdict.Symptoms.cpu;
import static stress.verdict.Symptoms.failing;
import static stress.verdict.Symptoms.growing;
import static stress.verdict.Symptoms.jobs;
import static stress.verdict.Symptoms.level;
import static stress.verdict.Symptoms.queue;
import static stress.verdict.Symptoms.sockets;
import static stress.verdict.Symptoms.usage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.Distribution;
import stress.measure.ErrorKind;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Monitored.Kind;
import stress.measure.OwnHost;
import stress.measure.Phase;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.measure.SampleWatched;
import stress.measure.ScenarioResult;
import stress.measure.Series;

/** Each rule of diagnosis recognises what it is about, and leaves alone what is near to it. */
class DiagnosesTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  /** A rule with a scenario that makes it fire, its evidence, and one that does not. */
  record Case(String rule, ScenarioResult fires, String evidence, ScenarioResult silent) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Case on(
      String rule, SampleWatched.Copy fires, String evidence, SampleWatched.Copy silent) {
    return new Case(rule, fires.result(), evidence, silent.result());
  }

  static List<Case> cases() {
    return Stream.of(reach(), statuses(), closes(), jobCases(), queues(), targets(), own())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Case> reach() {
    return List.of(
        on(
            "name-not-resolved",
            failing(Phase.SUBMIT, ErrorKind.DNS, 1_000),
            "1 000 of 1 000 submissions found no address for the name of the host",
            failing(Phase.SUBMIT, ErrorKind.CONNECTION_REFUSED, 1_000)),
        on(
            "connection-refused",
            failing(Phase.SUBMIT, ErrorKind.CONNECTION_REFUSED, 1_000),
            "1 000 of 1 000 submissions were refused at connect",
            failing(Phase.SUBMIT, ErrorKind.CONNECT_TIMEOUT, 1_000)),
        on(
            "connect-timeout",
            failing(Phase.SUBMIT, ErrorKind.CONNECT_TIMEOUT, 3),
            "3 of 1 000 submissions got no answer to connecting",
            failing(Phase.SUBMIT, ErrorKind.REQUEST_TIMEOUT, 3)),
        on(
            "certificate",
            failing(Phase.SUBMIT, ErrorKind.TLS, OptionalInt.empty(), "unknown issuer", 1_000),
            "1 000 of 1 000 submissions failed in the TLS handshake, unknown issuer",
            failing(Phase.SUBMIT, ErrorKind.CONNECTION_LOST, 1_000)),
        on(
            "no-answer",
            failing(Phase.POLL, ErrorKind.REQUEST_TIMEOUT, 5),
            "5 of 12 345 looks at a job's status got no answer in time",
            failing(Phase.POLL, ErrorKind.CONNECTION_LOST, 5)),
        on(
            "connection-lost",
            failing(Phase.POLL, ErrorKind.CONNECTION_LOST, 5),
            "5 of 12 345 looks at a job's status lost their connection before an answer",
            failing(Phase.POLL, ErrorKind.REQUEST_TIMEOUT, 5)));
  }

  private static Case status(String rule, ErrorKind kind, int status, int other) {
    return on(
        rule,
        failing(Phase.SUBMIT, kind, OptionalInt.of(status), "", 310),
        status + " on 31 % of submissions",
        failing(Phase.SUBMIT, kind, OptionalInt.of(other), "", 310));
  }

  private static List<Case> statuses() {
    return List.of(
        on(
            "rate-limited",
            failing(
                Phase.SUBMIT, ErrorKind.STATUS_CLIENT, OptionalInt.of(429), "Retry-After 2 s", 310),
            "429 on 31 % of submissions, Retry-After 2 s",
            failing(Phase.SUBMIT, ErrorKind.STATUS_CLIENT, OptionalInt.of(400), "", 310)),
        status("unavailable", ErrorKind.STATUS_SERVER, 503, 500),
        status("credentials", ErrorKind.STATUS_CLIENT, 401, 404),
        status("credentials", ErrorKind.STATUS_CLIENT, 403, 409),
        status("not-found", ErrorKind.STATUS_CLIENT, 404, 400),
        status("bad-request", ErrorKind.STATUS_CLIENT, 422, 429),
        status("server-error", ErrorKind.STATUS_SERVER, 500, 503),
        status("gateway", ErrorKind.STATUS_SERVER, 504, 500),
        on(
            "credentials",
            sockets(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, OptionalInt.of(401), 62),
            "401 on 100 % of connections",
            sockets(Phase.SOCKET, ErrorKind.UPGRADE_REFUSED, OptionalInt.of(404), 62)),
        on(
            "contract-misfit",
            failing(Phase.SUBMIT, ErrorKind.NO_ID, OptionalInt.of(200), "text/html", 1_000),
            "1 000 of 1 000 submissions were answered with no job id",
            failing(Phase.SUBMIT, ErrorKind.BODY_TOO_LARGE, OptionalInt.of(200), "", 1_000)),
        on(
            "redirected",
            failing(Phase.SUBMIT, ErrorKind.STATUS_REDIRECT, OptionalInt.of(308), "", 7),
            "7 of 1 000 submissions were redirected",
            failing(Phase.SUBMIT, ErrorKind.STATUS_UNEXPECTED, OptionalInt.of(299), "", 7)));
  }

  private static Case close(String rule, int code) {
    return on(
        rule,
        closed(Closer.TARGET, code, 40),
        "40 of 200 opened connections were closed by the target with " + code,
        closed(Closer.TARGET, code, 1));
  }

  private static List<Case> closes() {
    return List.of(
        close("closed-policy", 1008),
        close("closed-server-error", 1011),
        close("closed-overloaded", 1013),
        close("closed-going-away", 1001),
        on(
            "cut",
            closed(Closer.NETWORK, 1006, 2),
            "2 of 200 opened connections ended without a close frame",
            closed(Closer.TARGET, 1000, 200)),
        on(
            "message-too-large",
            sockets(Phase.SOCKET, ErrorKind.MESSAGE_TOO_LARGE, OptionalInt.of(1009), 3),
            "3 of 62 connections ended because a message was larger than we take",
            sockets(Phase.SOCKET, ErrorKind.PROTOCOL_ERROR, OptionalInt.of(1002), 3)));
  }

  private static final Counts UNSETTLED =
      Counts.ZERO.with(Counter.STARTED, 20).with(Counter.ACCEPTED, 20).with(Counter.CUT, 20);

  private static SampleWatched.Copy unsettled() {
    return jobs()
        .counts(UNSETTLED)
        .points(List.of())
        .time(Series.QUEUEING_HIGH, Distribution.EMPTY)
        .time(Series.TOTAL_HIGH, Distribution.EMPTY)
        .elapsed(Duration.ofSeconds(60));
  }

  private static List<Case> jobCases() {
    Counts cut = UNSETTLED.with(Counter.CUT, 4).with(Counter.SUCCEEDED, 16);
    Counts failed = UNSETTLED.with(Counter.CUT, 0).with(Counter.FAILED, 20);
    return List.of(
        on(
            "no-workers",
            unsettled(),
            "none of 20 jobs left the queue in 1 min",
            unsettled().counts(cut)),
        on(
            "no-workers",
            unsettled().counts(UNSETTLED.with(Counter.CUT, 0)),
            "none of 20 jobs left the queue in 1 min",
            unsettled().counts(UNSETTLED.with(Counter.CUT, 0)).elapsed(Duration.ofMillis(9_900))),
        on(
            "own-timeout",
            jobs().counts(cut).time(Series.TOTAL_HIGH, Distribution.of(4 * SECOND, 9 * SECOND)),
            "4 of 20 jobs were given up by our own --timeout; those that settled took p50 4 s, p99"
                + " 9 s",
            jobs().counts(cut.with(Counter.CUT, 0))),
        on(
            "jobs-failing",
            jobs().counts(failed),
            "20 of 20 jobs ended otherwise than succeeded",
            jobs()
                .counts(
                    Counts.ZERO
                        .with(Counter.ACCEPTED, 100)
                        .with(Counter.SUCCEEDED, 99)
                        .with(Counter.FAILED, 1))),
        on(
            "id-twice",
            jobs().identity(new IdentityFinding(Identity.ID_TWICE, 5, List.of("job-1"))),
            "5 submissions got an id that had been handed out before, such as job-1",
            jobs().identity(new IdentityFinding(Identity.FOREIGN, 5, List.of("job-1")))),
        on(
            "coarse-polling",
            jobs()
                .time(Series.PROCESSING_LOW, Distribution.of(10 * MS))
                .time(Series.PROCESSING_HIGH, Distribution.of(110 * MS)),
            "a job's processing is only known to take between 10 ms and 110 ms (p50)",
            jobs()
                .time(Series.PROCESSING_LOW, Distribution.of(100 * MS))
                .time(Series.PROCESSING_HIGH, Distribution.of(200 * MS))),
        on(
            "slow-answers",
            jobs().points(List.of()).time(Series.SUBMIT_SERVICE, Distribution.of(1_200 * MS)),
            "submissions are answered in p95 1.2 s",
            jobs().time(Series.SUBMIT_SERVICE, Distribution.of(490 * MS))),
        on(
            "slow-answers",
            jobs().points(List.of()).time(Series.SUBMIT_SERVICE, Distribution.of(1_200 * MS)),
            "submissions are answered in p95 1.2 s",
            jobs()
                .points(List.of())
                .time(Series.SUBMIT_SERVICE, Distribution.of(1_200 * MS))
                .time(Series.LOOP_LAG, Symptoms.times(30, 300 * MS))));
  }

  private static List<Case> queues() {
    return List.of(
        on(
            "p99-follows-queue",
            queue(20, i -> 5 * i, i -> (100 + 40L * i) * MS),
            "p99 of the time of a job follows the queue (correlation 1 over 20 points, at most 95"
                + " jobs waiting or running)",
            queue(20, i -> 5 * i, i -> (i % 2 == 0 ? 100 : 900) * MS)),
        on(
            "p99-follows-queue",
            queue(10, i -> 5 * i, i -> (100 + 40L * i) * MS),
            "p99 of the time of a job follows the queue (correlation 1 over 10 points, at most 45"
                + " jobs waiting or running)",
            queue(9, i -> 5 * i, i -> (100 + 40L * i) * MS)),
        on(
            "queue-grows",
            queue(20, i -> 3 * i + i % 2, i -> 100 * MS),
            "while jobs were submitted the queue grew from 2 to 56 jobs",
            queue(20, i -> 30 + 9 * (i % 2), i -> 100 * MS)));
  }

  private static List<Case> targets() {
    return List.of(
        on(
            "target-cpu",
            cpu(OptionalDouble.of(2), 20, i -> i < 12 ? 1.9 : 0.4),
            "the target used more than 80 % of its 2 cores in 60 % of the time (pid 4711)",
            cpu(OptionalDouble.of(2), 20, i -> i < 9 ? 1.9 : 0.4)),
        on(
            "target-cpu",
            cpu(OptionalDouble.of(0.5), 11, i -> 0.45),
            "the target used more than 80 % of its 50 % of a core in 100 % of the time (pid 4711)",
            cpu(OptionalDouble.of(0.5), 10, i -> 0.45)),
        on(
            "target-one-thread",
            cpu(OptionalDouble.of(64), 20, i -> 1.0),
            "the target used about one core in 100 % of the time (pid 4711)",
            cpu(OptionalDouble.of(64), 20, i -> 1.4)),
        on(
            "target-memory-grows",
            growing(Kind.MEMORY, "memory", 120, i -> (100 << 20) + i * (1 << 20) + (i % 3) * 999),
            "the target's memory grew steadily, after the first quarter of the run from 134 MiB to"
                + " 215 MiB (pid 4711)",
            growing(Kind.MEMORY, "memory", 120, i -> Math.min(30, i) * (10 << 20) + i % 3)),
        on(
            "target-descriptors-grow",
            growing(Kind.DESCRIPTORS, "descriptors", 120, i -> 100 + i),
            "the target's open descriptors grew steadily, after the first quarter of the run from"
                + " 134 to 215 (pid 4711)",
            growing(Kind.DESCRIPTORS, "descriptors", 60, i -> 100 + i)),
        on(
            "target-queue-grows",
            level(Kind.SERIES, "jobs_waiting", 40, i -> 2 * i),
            "jobs_waiting grew from 3 to 75",
            level(Kind.SERIES, "jobs_done_total", 40, i -> 2 * i)));
  }

  private static List<Case> own() {
    OwnHost throttled = SampleWatched.host(0.5, 100, 40);
    return List.of(
        on(
            "generator-bottleneck",
            jobs()
                .generator(SampleWatched.health(throttled))
                .time(Series.LOOP_LAG, Symptoms.times(30, 80 * MS)),
            "the generator was the bottleneck, because the process was given 50 % of a core (cgroup"
                + " quota) and was throttled in 40 % of the quota's periods",
            jobs().generator(SampleWatched.health(throttled))),
        on(
            "generator-throttled",
            jobs().generator(SampleWatched.health(throttled)),
            "the process was given 50 % of a core (cgroup quota) and was throttled in 40 % of the"
                + " quota's periods",
            jobs().generator(SampleWatched.health(SampleWatched.host(0.5, 100, 10)))),
        on(
            "generator-descriptors",
            usage(Optional.of(Symptoms.of(984, 1_024)), Optional.empty()),
            "of 1 024 file descriptors only 40 were left",
            usage(Optional.of(Symptoms.of(800, 1_024)), Optional.empty())),
        on(
            "generator-ports",
            usage(Optional.empty(), Optional.of(Symptoms.of(28_000, 28_232))),
            "of 28 232 local ports only 232 were left",
            usage(Optional.empty(), Optional.of(Symptoms.of(20_000, 28_232)))));
  }

  private static List<Diagnosis> diagnosed(ScenarioResult result, String rule) {
    return Diagnoses.of(SampleWatched.of(SampleRuns.good(), result)).stream()
        .filter(diagnosis -> diagnosis.rule().equals(rule))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void recognises(Case one) {
    assertThat(diagnosed(one.fires(), one.rule()))
        .singleElement()
        .extracting(Diagnosis::evidence)
        .isEqualTo(one.evidence());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leaves_alone(Case one) {
    assertThat(diagnosed(one.silent(), one.rule())).isEmpty();
  }

  @Test
  void every_rule_is_among_the_cases_and_has_its_own_name() {
    List<String> rules = Diagnoses.rules().stream().map(DiagnosisRule::id).toList();
    assertThat(rules).doesNotHaveDuplicates();
    assertThat(cases()).extracting(Case::rule).containsAll(rules);
  }

  @Test
  void every_diagnosis_is_one_sentence_that_says_what_to_do() {
    for (Case one : cases()) {
      Diagnosis diagnosis = diagnosed(one.fires(), one.rule()).get(0);
      assertThat(diagnosis.advice()).doesNotEndWith(".").hasSizeGreaterThan(20);
      assertThat(diagnosis.sentence())
          .isEqualTo(diagnosis.evidence() + ": " + diagnosis.advice() + ".");
    }
  }

  @Test
  void a_good_run_needs_no_advice() {
    assertThat(Diagnoses.of(SampleRuns.good())).isEmpty();
    assertThat(Diagnoses.of(SampleRuns.batched())).isEmpty();
    assertThat(Diagnoses.of(SampleSockets.concurrent())).isEmpty();
  }

  @Test
  void advice_decides_no_exit_code() {
    RunResult good = SampleRuns.good();
    ScenarioResult coarse = jobCases().get(5).fires();
    Judgement judgement = Judge.judge(SampleWatched.of(good, coarse));
    assertThat(judgement.diagnosis()).extracting(Diagnosis::rule).containsExactly("coarse-polling");
    assertThat(judgement.exit()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void a_target_that_was_never_reached_is_diagnosed_from_the_note() {
    ScenarioResult result = Symptoms.unreached("http://localhost:8000: connection refused");
    assertThat(diagnosed(result, "connection-refused"))
        .extracting(Diagnosis::sentence)
        .containsExactly(
            "the target was never reached, http://localhost:8000: connection refused: nothing"
                + " listens on http://localhost:8000, or a firewall refuses; start the target, or"
                + " correct the port in --url.");
    assertThat(diagnosed(result, "no-workers")).isEmpty();
  }
}
