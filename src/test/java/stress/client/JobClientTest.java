package stress.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.contract.Meaning;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.TargetUrl;

class JobClientTest {
  private static final Contract MONTE_CARLO = SmallContracts.monteCarlo();
  private static final Duration ANSWERED = Duration.ofMillis(20);

  private final ManualTime time = new ManualTime();
  private FakeHttp http;

  private JobClient client(Contract contract, Reply reply) {
    http = new FakeHttp(time, call -> reply.after(ANSWERED));
    TargetUrl url = TargetUrl.parse("http://h:1/base");
    return new JobClient(
        contract,
        http,
        new TargetBase(url, url.webSocket(), Map.of()),
        new RunKey(7, "run"),
        Duration.ofSeconds(5));
  }

  private <T> T await(Uni<T> uni) {
    List<T> items = new ArrayList<>();
    uni.subscribe().with(items::add);
    time.advance(Duration.ofSeconds(1));
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  private Submission submit(Contract contract, Reply reply) {
    return await(client(contract, reply).submit(3));
  }

  private Submission.Accepted accepted(Contract contract, Reply reply) {
    return (Submission.Accepted) submit(contract, reply);
  }

  private Submission.Failure refused(Contract contract, Reply reply) {
    return ((Submission.Refused) submit(contract, reply)).failure();
  }

  private ProgressEvent look(Contract contract, Reply reply) {
    return await(client(contract, reply).look(new JobReference("7", Optional.empty())));
  }

  private static ErrorSignature signature(Phase phase, ErrorKind kind, int status, String detail) {
    return new ErrorSignature(phase, kind, OptionalInt.of(status), detail);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void anySuccessWithAnIdIsAJob(int status) {
    Submission.Accepted job =
        accepted(MONTE_CARLO, Reply.status(status, "{\"job_id\":\"j1\",\"status\":\"pending\"}"));

    assertThat(job.job()).isEqualTo(new JobReference("j1", Optional.empty()));
    assertThat(job.state())
        .hasValueSatisfying(s -> assertThat(s.meaning()).isEqualTo(Meaning.WAITING));
    assertThat(job.retryAfter()).isEmpty();
    assertThat(job.ended() - job.started()).isEqualTo(ANSWERED.toNanos());
    assertThat(http.lines()).containsExactly("POST /base/api/v1/monte-carlo/jobs");
  }

  @Test
  void theSameIndexGivesTheSameBodyAndAnotherIndexAnother() {
    JobClient client = client(MONTE_CARLO, Reply.status(503, ""));
    await(client.submit(3));
    await(client.submit(3));
    await(client.submit(4));

    List<String> bodies =
        http.sent().stream()
            .map(sent -> new String(sent.call().body(), StandardCharsets.UTF_8))
            .toList();
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("\"run-3\"");
    assertThat(bodies.get(2)).isNotEqualTo(bodies.get(0)).contains("\"run-4\"");
    assertThat(http.sent().get(0).call().contentType()).contains("application/json");
    assertThat(http.sent().get(0).call().timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "503, STATUS_SERVER",
    "422, STATUS_CLIENT",
    "302, STATUS_REDIRECT",
    "199, STATUS_UNEXPECTED",
  })
  void anotherStatusIsARefusalWithASample(int status, ErrorKind kind) {
    Submission.Failure failure = refused(MONTE_CARLO, Reply.status(status, "{\"detail\":\"no\"}"));

    assertThat(failure.signature()).isEqualTo(signature(Phase.SUBMIT, kind, status, ""));
    assertThat(failure.sample()).isEqualTo("{\"detail\":\"no\"}");
  }

  @Test
  void aSampleIsTheFirstBytesOfTheDecodedAnswer() throws IOException {
    Submission.Failure failure =
        refused(
            MONTE_CARLO,
            Reply.status(500, "").withBody(gzip("e".repeat(300))).with("Content-Encoding", "gzip"));

    assertThat(failure.sample()).isEqualTo("e".repeat(200));
  }

  @Test
  void aPageIsNoJob() {
    Submission.Failure failure =
        refused(MONTE_CARLO, Reply.status(200, "<html>").with("Content-Type", "text/html"));

    assertThat(failure.signature())
        .isEqualTo(signature(Phase.SUBMIT, ErrorKind.BODY_NOT_JSON, 200, "text/html"));
    assertThat(failure.sample()).isEqualTo("<html>");
  }

  @Test
  void jsonNeedsNoContentType() {
    assertThat(accepted(MONTE_CARLO, Reply.status(200, "{\"job_id\":\"j1\"}")).job().id())
        .isEqualTo("j1");
    assertThat(refused(MONTE_CARLO, Reply.status(200, "{\"job")).signature())
        .isEqualTo(signature(Phase.SUBMIT, ErrorKind.BODY_NOT_JSON, 200, "no Content-Type"));
  }

  @Test
  void anAnswerWithoutABodyIsNoJobWhereTheBodyHasTheId() {
    assertThat(refused(MONTE_CARLO, Reply.status(204, "")).signature())
        .isEqualTo(signature(Phase.SUBMIT, ErrorKind.BODY_EMPTY, 204, ""));
  }

  @Test
  void jsonWithoutAnIdIsNoJob() {
    assertThat(refused(MONTE_CARLO, Reply.status(200, "{\"id\":1}")).signature())
        .isEqualTo(
            signature(Phase.SUBMIT, ErrorKind.NO_ID, 200, "The answer has no job id at /job_id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>"})
  void anIdInAHeaderNeedsNoBody(String body) {
    Submission.Accepted job =
        accepted(
            SmallContracts.located(),
            Reply.status(204, body).with("Location", "http://inner/v1/jobs/a%2Fb?x=1"));

    assertThat(job.job()).isEqualTo(new JobReference("a/b", Optional.of("/v1/jobs/a%2Fb?x=1")));
    assertThat(job.state()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}"})
  void aMissingHeaderIsAMissingIdWhateverTheBodyIs(String body) {
    assertThat(refused(SmallContracts.located(), Reply.status(204, body)).signature())
        .isEqualTo(
            signature(
                Phase.SUBMIT,
                ErrorKind.NO_ID,
                204,
                "The answer has no header 'Location' to take the job's id from"));
  }

  @Test
  void anAnsweredAddressIsAskedAtItsPathOnOurHost() {
    JobClient client = client(SmallContracts.located(), Reply.status(200, "{}"));

    await(client.look(new JobReference("a/b", Optional.of("/v1/jobs/a%2Fb?x=1"))));

    assertThat(http.sent().get(0).call().url()).isEqualTo("http://h:1/v1/jobs/a%2Fb?x=1");
  }

  @Test
  void aCompressedAnswerIsRead() throws IOException {
    Reply reply =
        Reply.status(200, "")
            .withBody(gzip("{\"job_id\":\"j1\"}"))
            .with("Content-Encoding", "gzip");

    assertThat(accepted(MONTE_CARLO, reply).job().id()).isEqualTo("j1");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(coded)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return coded.toByteArray();
  }

  @Test
  void aDamagedCompressionIsTold() {
    assertThat(
            refused(MONTE_CARLO, Reply.status(200, "{}").with("Content-Encoding", "gzip"))
                .signature())
        .isEqualTo(
            signature(
                Phase.SUBMIT,
                ErrorKind.BODY_NOT_JSON,
                200,
                "the body is not what its content coding 'gzip' says"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2733382000000000049", "\"2733382000000000049\""})
  void anIdBeyondDoublePrecisionKeepsItsDigits(String id) {
    assertThat(accepted(MONTE_CARLO, Reply.status(200, "{\"job_id\":" + id + "}")).job().id())
        .isEqualTo("2733382000000000049");
  }

  @Test
  void anIdIsOnePathSegmentWhateverItHolds() {
    JobClient client = client(SmallContracts.small(), Reply.status(404, ""));

    await(client.look(new JobReference("a/b c%d", Optional.empty())));

    assertThat(http.lines()).containsExactly("GET /base/jobs/a%2Fb%20c%25d");
  }

  @Test
  void aSubmissionThatWasNotSentIsKnownToHaveMadeNoJob() {
    Submission submission = submit(MONTE_CARLO, Reply.broken(ErrorKind.CONNECTION_REFUSED, false));

    assertThat(submission)
        .isEqualTo(
            new Submission.Unsent(
                new Submission.Failure(
                    ErrorSignature.of(Phase.SUBMIT, ErrorKind.CONNECTION_REFUSED), ""),
                0,
                ANSWERED.toNanos()));
  }

  @Test
  void aSubmissionThatWasSentWithoutAnAnswerHasAnUnknownOutcome() {
    Submission submission = submit(MONTE_CARLO, Reply.broken(ErrorKind.REQUEST_TIMEOUT, true));

    assertThat(submission)
        .isEqualTo(
            new Submission.Unknown(
                new Submission.Failure(
                    ErrorSignature.of(Phase.SUBMIT, ErrorKind.REQUEST_TIMEOUT), ""),
                0,
                ANSWERED.toNanos()));
    assertThat(http.sent()).hasSize(1);
  }

  @Test
  void aSubmissionsRetryAfterIsPassedOnWhereTheContractListens() {
    Reply reply = Reply.status(202, "{\"id\":\"7\"}").with("Retry-After", "4");

    assertThat(accepted(SmallContracts.small(), reply).retryAfter())
        .contains(Duration.ofSeconds(4));
    assertThat(accepted(SmallContracts.deaf(), reply).retryAfter()).isEmpty();
  }
}
