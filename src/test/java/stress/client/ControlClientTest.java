package stress.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.client.ControlClient.Readiness;
import stress.clock.ManualTime;
import stress.contract.Api;
import stress.contract.Contract;
import stress.contract.QueueReading;
import stress.measure.ErrorKind;
import stress.transport.FakeHttp;
import stress.transport.FakeHttp.Reply;
import stress.transport.HttpCall;
import stress.transport.TargetUrl;

class ControlClientTest {
  private static final Contract FULL = SmallContracts.full();

  private final ManualTime time = new ManualTime();
  private FakeHttp http;

  private ControlClient control(Api contract, Function<String, Reply> target) {
    http = new FakeHttp(time, call -> target.apply(FakeHttp.line(call)));
    TargetUrl url = TargetUrl.parse("http://h:1");
    return new ControlClient(
        contract, http, new TargetBase(url, url.webSocket(), Map.of()), Duration.ofSeconds(5));
  }

  private <T> T await(Uni<T> uni) {
    List<T> items = new ArrayList<>();
    uni.subscribe().with(items::add);
    time.settle();
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  @Test
  void theFirstCandidateThatIsReadyIsTheLastThatIsAsked() {
    ControlClient control = control(FULL, line -> Reply.status(200, ""));

    assertThat(await(control.ready()))
        .isEqualTo(new Readiness(true, true, "answered 200", Optional.empty()));
    assertThat(http.lines()).containsExactly("GET /readyz");
  }

  @Test
  void aSocketAloneIsAskedByItsReadyCallsOnly() {
    Api feed = SmallContracts.api("name: t\nready: [{path: /up}]\nsocket: {}");
    assertThat(await(control(feed, line -> Reply.status(503, "")).ready()))
        .isEqualTo(new Readiness(true, false, "answered 503", Optional.empty()));
    assertThat(http.lines()).containsExactly("GET /up");

    ControlClient silent =
        control(SmallContracts.api("name: t\nsocket: {}"), line -> Reply.status(200, ""));
    assertThat(await(silent.ready()))
        .isEqualTo(
            new Readiness(
                true, true, "not asked: the contract has no ready calls", Optional.empty()));
    assertThat(http.lines()).isEmpty();
    assertThat(silent.canCancel()).isFalse();
  }

  @Test
  void theNextCandidateIsAskedWhenOneIsNotReady() {
    ControlClient control =
        control(FULL, line -> Reply.status(line.equals("GET /healthz") ? 204 : 404, ""));

    assertThat(await(control.ready()))
        .isEqualTo(new Readiness(true, true, "answered 204", Optional.empty()));
    assertThat(http.lines()).containsExactly("GET /readyz", "GET /healthz");
  }

  @Test
  void aTargetThatAnswersWithoutBeingReadyIsReached() {
    ControlClient control =
        control(FULL, line -> Reply.status(line.equals("GET /healthz") ? 503 : 404, ""));

    assertThat(await(control.ready()))
        .isEqualTo(new Readiness(true, false, "answered 503", Optional.empty()));
  }

  @Test
  void aTargetThatCannotBeReachedIsAskedOnce() {
    ControlClient control =
        control(FULL, line -> Reply.broken(ErrorKind.CONNECTION_REFUSED, false));

    assertThat(await(control.ready()))
        .isEqualTo(
            new Readiness(
                false, false, "connection refused", Optional.of(ErrorKind.CONNECTION_REFUSED)));
    assertThat(http.lines()).containsExactly("GET /readyz");
  }

  @Test
  void withoutReadyCallsAnyAnswerIsReady() {
    ControlClient control = control(SmallContracts.small(), line -> Reply.status(404, ""));

    assertThat(await(control.ready()))
        .isEqualTo(new Readiness(true, true, "answered 404", Optional.empty()));
    assertThat(http.lines()).containsExactly("GET /");
  }

  @Test
  void withoutReadyCallsTheBaseIsAskedWithTheContractsHeaders() {
    Contract withKey =
        SmallContracts.read(
            "name: keyed\nheaders: {X-Key: k1}\n"
                + "submit: {path: '/submit/{index}', id: /id}\n"
                + "status: {path: '/jobs/{id}', word: /s, words: {succeeded: done}}\n");
    HttpCall probe = control(withKey, line -> Reply.never()).probe();

    assertThat(probe.url()).isEqualTo("http://h:1/");
    assertThat(probe.headers()).containsExactly(Map.entry("X-Key", "k1"));
  }

  @Test
  void aQueueClaimIsReadWithItsPath() {
    ControlClient control = control(FULL, line -> Reply.status(200, "{\"depth\":4,\"running\":2}"));

    ControlClient.QueueAnswer answer = await(control.queue(FULL.queueMetrics().get(0)));

    assertThat(answer)
        .isEqualTo(
            new ControlClient.QueueAnswer(
                Optional.of(
                    new QueueReading(OptionalLong.of(4), OptionalLong.of(2), OptionalLong.empty())),
                "/metrics"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | nothing | 404 at /metrics",
        "500 | oops    | 500 at /metrics",
        "200 | <html>  | answer is not JSON at /metrics",
        "200 | ''      | empty answer at /metrics",
      })
  void whatIsNoClaimGivesItsReason(int status, String body, String reason) {
    ControlClient control = control(FULL, line -> Reply.status(status, body));

    assertThat(await(control.queue(FULL.queueMetrics().get(0))))
        .isEqualTo(new ControlClient.QueueAnswer(Optional.empty(), reason));
  }

  @Test
  void aBrokenQueueCallGivesItsReason() {
    ControlClient control = control(FULL, line -> Reply.broken(ErrorKind.REQUEST_TIMEOUT, true));

    assertThat(await(control.queue(FULL.queueMetrics().get(1))))
        .isEqualTo(
            new ControlClient.QueueAnswer(Optional.empty(), "no answer in time at /old/metrics"));
  }

  @ParameterizedTest
  @CsvSource({"204, YES", "200, YES", "404, GONE", "409, NO", "500, NO"})
  void aJobIsCancelled(int status, ControlClient.Cancelled cancelled) {
    ControlClient control = control(FULL, line -> Reply.status(status, ""));

    assertThat(await(control.cancel(new JobReference("a/b", Optional.empty()))))
        .isEqualTo(cancelled);
    assertThat(http.lines()).containsExactly("DELETE /jobs/a%2Fb");
  }

  @Test
  void aBrokenCancelCancelledNothing() {
    ControlClient control = control(FULL, line -> Reply.broken(ErrorKind.REQUEST_TIMEOUT, true));

    assertThat(await(control.cancel(new JobReference("1", Optional.empty()))))
        .isEqualTo(ControlClient.Cancelled.NO);
  }

  @Test
  void onlyAContractWithACancelCallCanCancel() {
    assertThat(control(FULL, line -> Reply.never()).canCancel()).isTrue();
    assertThat(control(SmallContracts.small(), line -> Reply.never()).canCancel()).isFalse();
  }
}
