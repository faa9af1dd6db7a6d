package stress.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.clock.ManualTime;
import stress.contract.Contract;
import stress.contract.Meaning;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.TargetUrl;

/** Looks at a job, one request each. */
class JobLookTest {
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

  private ProgressEvent look(Contract contract, Reply reply) {
    return await(client(contract, reply).look(new JobReference("7", Optional.empty())));
  }

  private static ErrorSignature signature(Phase phase, ErrorKind kind, int status, String detail) {
    return new ErrorSignature(phase, kind, OptionalInt.of(status), detail);
  }

  @ParameterizedTest
  @CsvSource({
    "waiting, WAITING",
    "RUNNING, RUNNING",
    "Done, SUCCEEDED",
    "late, TIMED_OUT",
    "gone, NOT_FOUND",
    "napping, UNKNOWN",
  })
  void aLookGivesTheWordAsSentAndItsMeaning(String word, Meaning meaning) {
    ProgressEvent event =
        look(SmallContracts.small(), Reply.status(200, "{\"status\":\"" + word + "\"}"));

    assertThat(event)
        .isInstanceOfSatisfying(
            ProgressEvent.Seen.class,
            seen -> {
              assertThat(seen.reading().word()).contains(word);
              assertThat(seen.reading().meaning()).isEqualTo(meaning);
              assertThat(seen.source()).isEqualTo(ProgressEvent.Source.POLL);
              assertThat(seen.looked()).isZero();
              assertThat(seen.at()).isEqualTo(ANSWERED.toNanos());
            });
  }

  @Test
  void aMissingJobIsSeenAsNotFound() {
    ProgressEvent event = look(SmallContracts.small(), Reply.status(404, "nothing"));

    assertThat(event)
        .isInstanceOfSatisfying(
            ProgressEvent.Seen.class,
            seen -> {
              assertThat(seen.reading().meaning()).isEqualTo(Meaning.NOT_FOUND);
              assertThat(seen.reading().word()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | oops             | STATUS_SERVER | Retry-After 9 s",
        "200 | ''               | BODY_EMPTY    | ''",
        "200 | {                | BODY_NOT_JSON | no Content-Type",
        "200 | {\"progress\":1} | NO_STATUS     | ''",
      })
  void aLookThatTellsNothingIsUnclear(int status, String body, ErrorKind kind, String detail) {
    ProgressEvent event =
        look(SmallContracts.small(), Reply.status(status, body).with("Retry-After", "9"));

    assertThat(event)
        .isEqualTo(
            new ProgressEvent.Unclear(
                new Submission.Failure(signature(Phase.POLL, kind, status, detail), body),
                Optional.of(Duration.ofSeconds(9)),
                0,
                ANSWERED.toNanos()));
  }

  @Test
  void aLookThatBrokeIsUnclear() {
    ProgressEvent event =
        look(SmallContracts.small(), Reply.broken(ErrorKind.CONNECTION_LOST, true));

    assertThat(event)
        .isInstanceOfSatisfying(
            ProgressEvent.Unclear.class,
            unclear ->
                assertThat(unclear.failure().signature())
                    .isEqualTo(ErrorSignature.of(Phase.POLL, ErrorKind.CONNECTION_LOST)));
  }

  @Test
  void aLooksRetryAfterCountsWhereTheContractListens() {
    Reply reply = Reply.status(200, "{\"status\":\"waiting\"}").with("Retry-After", "4");

    assertThat(((ProgressEvent.Seen) look(SmallContracts.small(), reply)).retryAfter())
        .contains(Duration.ofSeconds(4));
    assertThat(((ProgressEvent.Seen) look(SmallContracts.deaf(), reply)).retryAfter()).isEmpty();
  }
}
