package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Counter;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Identity;
import stress.measure.ScenarioResult;

/** Answers that clients stumble over: ids, words, types and codings. */
final class AnswersIT {
  private static Ran run(String url, int jobs) {
    return Launch.of(
            "--url",
            url,
            "--jobs",
            "" + jobs,
            "--poll-interval",
            "50ms",
            "--timeout",
            "60s",
            "--format",
            "json")
        .run();
  }

  private static ScenarioResult good(String url, int jobs) {
    Ran ran = run(url, jobs);
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.scenario().count(Counter.SUCCEEDED)).isEqualTo(jobs);
    assertThat(ran.scenario().errors()).isEmpty();
    return ran.scenario();
  }

  @Test
  void aNumberBeyondTwoToThe53IsAnIdWithAllItsDigits() {
    try (RawTarget target =
        new RawTarget(
            RawTarget.json(201, "{\"job_id\":2733382000000000049,\"status\":\"pending\"}"),
            RawTarget.json(200, "{\"job_id\":2733382000000000049,\"status\":\"completed\"}"))) {
      assertThat(good(target.url(), 1).identity()).isEmpty();
      assertThat(target.looks()).containsOnly("/api/v1/monte-carlo/jobs/2733382000000000049");
    }
  }

  @Test
  void anIdWithSlashSpaceAndPercentIsEncodedOnce() {
    try (RawTarget target =
        new RawTarget(
            RawTarget.json(201, "{\"job_id\":\"a/b c%d\",\"status\":\"pending\"}"),
            RawTarget.json(200, "{\"job_id\":\"a/b c%d\",\"status\":\"completed\"}"))) {
      assertThat(good(target.url(), 1).identity()).isEmpty();
      assertThat(target.looks()).containsOnly("/api/v1/monte-carlo/jobs/a%2Fb%20c%25d");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "socket"})
  void oddIdsOfTheSimulator(String follow) {
    try (LiveTarget target = LiveTarget.withFaults("job.oddid:100%")) {
      Ran ran =
          Launch.of("--url", target.url(), "--jobs", "5", "--follow", follow, "--cleanup").run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(target.truth().jobs()).allMatch(job -> job.id().startsWith("a/b c%d-"));
      assertThat(target.truth().jobsWith("completed")).isEqualTo(5);
    }
  }

  @Test
  void statusWordsInUpperCase() {
    try (RawTarget target =
        new RawTarget(
            RawTarget.json(201, "{\"job_id\":\"one\",\"status\":\"PENDING\"}"),
            RawTarget.json(200, "{\"job_id\":\"one\",\"status\":\"COMPLETED\"}"))) {
      assertThat(good(target.url(), 1).identity()).isEmpty();
    }
  }

  @Test
  void anUnknownWordIsAFindingAndNotAnEnd() {
    AtomicInteger looks = new AtomicInteger();
    try (RawTarget target =
        new RawTarget(
            RawTarget.json(201, "{\"job_id\":\"one\",\"status\":\"pending\"}"),
            response ->
                RawTarget.json(
                        200,
                        "{\"job_id\":\"one\",\"status\":\""
                            + (looks.incrementAndGet() < 3 ? "exploded" : "completed")
                            + "\"}")
                    .accept(response))) {
      ScenarioResult result = good(target.url(), 1);
      assertThat(result.identity())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.kind()).isEqualTo(Identity.UNKNOWN_WORD);
                assertThat(finding.count()).isEqualTo(2);
                assertThat(finding.samples()).containsExactly("exploded");
              });
    }
  }

  @Test
  void htmlWith200IsNoJob() {
    try (LiveTarget target = LiveTarget.withFaults("submit.type=text/html:100%")) {
      refused(target, ErrorKind.BODY_NOT_JSON);
    }
  }

  @Test
  void anAnswerWithoutABodyIsNoJob() {
    try (LiveTarget target = LiveTarget.withFaults("submit.empty:100%")) {
      refused(target, ErrorKind.BODY_EMPTY);
    }
  }

  private static void refused(LiveTarget target, ErrorKind kind) {
    Ran ran = run(target.url(), 5);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
    assertThat(ran.scenario().count(Counter.REFUSED)).isEqualTo(5);
    assertThat(ran.scenario().errors())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.signature().kind()).isEqualTo(kind);
              assertThat(entry.count()).isEqualTo(5);
            });
    assertThat(target.submissions()).isEqualTo(5);
  }

  /** Looks that tell nothing are repeated: the job settles, and the errors are counted. */
  @Test
  void htmlAndEmptyAnswersToLooksAreLookedAtAgain() {
    AtomicInteger looks = new AtomicInteger();
    try (RawTarget target =
        new RawTarget(
            RawTarget.json(201, "{\"job_id\":\"one\",\"status\":\"pending\"}"),
            response -> {
              switch (looks.incrementAndGet()) {
                case 1 -> response.putHeader("Content-Type", "text/html").end("<h1>Hello</h1>");
                case 2 -> response.setStatusCode(204).end();
                default ->
                    RawTarget.json(200, "{\"job_id\":\"one\",\"status\":\"completed\"}")
                        .accept(response);
              }
            })) {
      Ran ran = run(target.url(), 1);
      assertThat(ran.code()).as(ran.toString()).isZero();
      ScenarioResult result = ran.scenario();
      assertThat(result.count(Counter.SUCCEEDED)).isEqualTo(1);
      assertThat(result.count(Counter.POLL_ERRORS)).isEqualTo(2);
      assertThat(errors(result, ErrorKind.BODY_NOT_JSON)).isEqualTo(1);
      assertThat(errors(result, ErrorKind.BODY_EMPTY)).isEqualTo(1);
    }
  }

  private static long errors(ScenarioResult result, ErrorKind kind) {
    return result.errors().stream()
        .filter(entry -> entry.signature().kind() == kind)
        .mapToLong(ErrorEntry::count)
        .sum();
  }

  @Test
  void answersWithoutContentType() {
    understood("submit.notype:100%; status.notype:100%; metrics.notype:100%; ready.notype:100%");
  }

  @Test
  void answersInGzip() {
    understood("submit.gzip:100%; status.gzip:100%; metrics.gzip:100%; ready.gzip:100%");
  }

  private static void understood(String faults) {
    try (LiveTarget target = LiveTarget.withFaults(faults)) {
      ScenarioResult result = good(target.url(), 5);
      assertThat(result.queue().orElseThrow().unavailable()).isEmpty();
      assertThat(result.notes()).isEmpty();
    }
  }
}
