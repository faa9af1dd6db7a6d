package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.contract.Contracts.body;
import static stress.contract.Contracts.fixture;
import static stress.contract.Contracts.json;
import static stress.contract.Contracts.submitted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Every shape that a contract file must be able to say: one fixture and one test each. */
class ShapesTest {
  private static final Values THIRD = Values.forSubmission(1, 2, "r");

  @Test
  void emptyAnswerWithLocation() {
    Contract contract = fixture("accepted-with-location.yaml");
    assertThat(contract.submit().call().accepts(202)).isTrue();
    assertThat(contract.submit().call().accepts(200)).isFalse();
    assertThat(submitted(contract, "", Map.of("Location", "/jobs/a%2Fb%20c%25d/?x=1#y")))
        .isEqualTo(new SubmitReading.Accepted("a/b c%d", Optional.empty(), Optional.empty()));
    assertThat(submitted(contract, "", Map.of("Location", "http://host/")))
        .isEqualTo(
            new SubmitReading.Unreadable(
                "The address 'http://host/' has no last path segment to take the job's id from"));
    assertThat(submitted(contract, "", Map.of()))
        .isEqualTo(
            new SubmitReading.Unreadable(
                "The answer has no header 'Location' to take the job's id from"));
  }

  @Test
  void operationLocation() {
    Contract contract = fixture("operation-location.yaml");
    String address = "https://host/operations/77?api-version=2024-01-01";
    assertThat(submitted(contract, "", Map.of("Operation-Location", address)))
        .isEqualTo(new SubmitReading.Accepted("77", Optional.of(address), Optional.empty()));
    assertThat(contract.submit().call().render(THIRD).target())
        .isEqualTo("/analyze?api-version=2024-01-01");
    assertThat(contract.status().retryAfter()).isTrue();
  }

  @Test
  void retryAfterCanBeIgnored() {
    assertThat(fixture("retry-after-ignored.yaml").status().retryAfter()).isFalse();
  }

  @Test
  void bigId() {
    Contract contract = fixture("big-id.yaml");
    assertThat(submitted(contract, "{\"id\":2733382000000000049}", Map.of()))
        .isEqualTo(
            new SubmitReading.Accepted("2733382000000000049", Optional.empty(), Optional.empty()));
    String longer = "123456789012345678901234567890";
    assertThat(submitted(contract, "{\"id\":" + longer + "}", Map.of()))
        .isEqualTo(new SubmitReading.Accepted(longer, Optional.empty(), Optional.empty()));
    assertThat(contract.socket().orElseThrow().messages(Values.forJob("2733382000000000049")))
        .containsExactly("{\"subscribe\":2733382000000000049}");
    assertThat(contract.socket().orElseThrow().messages(Values.forJob("0077")))
        .containsExactly("{\"subscribe\":\"0077\"}");
    assertThat(contract.status().rule().read(json("{\"id\":9007199254740993}")).id())
        .contains("9007199254740993");
  }

  @Test
  void oddId() {
    Contract contract = fixture("odd-id.yaml");
    Values job = Values.forJob("a/b c%d");
    assertThat(contract.status().call().render(job).target())
        .isEqualTo("/jobs/a%2Fb%20c%25d/state?job=a%2Fb%20c%25d");
    assertThat(contract.cancel().orElseThrow().render(job).target())
        .isEqualTo("/jobs/a%2Fb%20c%25d");
    assertThat(contract.cancel().orElseThrow().method()).isEqualTo("DELETE");
    assertThat(contract.socket().orElseThrow().target(job)).isEqualTo("/ws/a%2Fb%20c%25d");
    assertThat(contract.socket().orElseThrow().target(Values.forJob("ü~")))
        .isEqualTo("/ws/%C3%BC~");
  }

  @Test
  void doneBoolean() {
    StatusRule rule = fixture("done-boolean.yaml").status().rule();
    assertThat(rule.read(json("{\"name\":\"x\"}")).meaning()).isEqualTo(Meaning.RUNNING);
    assertThat(rule.read(json("{\"done\":false}")).meaning()).isEqualTo(Meaning.RUNNING);
    assertThat(rule.read(json("{\"done\":true,\"error\":null}")).meaning())
        .isEqualTo(Meaning.SUCCEEDED);
    StatusReading failed = rule.read(json("{\"done\":true,\"error\":{\"message\":\"no\"}}"));
    assertThat(failed.meaning()).isEqualTo(Meaning.FAILED);
    assertThat(failed.error()).contains("no");
    StatusReading odd = rule.read(json("{\"done\":\"yes\"}"));
    assertThat(odd.meaning()).isEqualTo(Meaning.UNKNOWN);
    assertThat(odd.remarks()).containsExactly("the value at /done is not a boolean: yes");
    assertThat(rule.result(json("{\"response\":{\"n\":1}}"))).contains(json("{\"n\":1}"));
  }

  @Test
  void nestedProgressInPercent() {
    StatusRule rule = fixture("progress-percent-nested.yaml").status().rule();
    StatusReading reading =
        rule.read(json("{\"data\":[{\"state\":\"working\",\"progress\":{\"percent\":45}}]}"));
    assertThat(reading.progress()).isEqualTo(OptionalDouble.of(0.45));
    assertThat(reading.meaning()).isEqualTo(Meaning.RUNNING);
    StatusReading over = rule.read(json("{\"data\":[{\"state\":\"ok\"}],\"progress\":101}"));
    assertThat(over.progress()).isEqualTo(OptionalDouble.of(1.01));
    assertThat(over.remarks()).containsExactly("the progress 101 is outside 0..100");
  }

  @Test
  void finishedAtOnce() {
    String answer = "{\"job\":{\"id\":\"7\",\"state\":\"failed\",\"why\":\"full\"}}";
    SubmitReading.Accepted accepted =
        (SubmitReading.Accepted) submitted(fixture("finished-at-once.yaml"), answer, Map.of());
    assertThat(accepted.id()).isEqualTo("7");
    StatusReading state = accepted.state().orElseThrow();
    assertThat(state.meaning()).isEqualTo(Meaning.FAILED);
    assertThat(state.error()).contains("full");
  }

  @Test
  void otherPointersAndCases() {
    Contract contract = fixture("other-pointer-and-case.yaml");
    StatusRule rule = contract.status().rule();
    String frame =
        "{\"now\":null,\"task\":{\"phase\":\"SUCCEEDED\",\"created\":1700000000123,"
            + "\"finished\":\"2026-07-01T12:00:00\",\"updated\":\"2026-07-01T12:00:00+00:00\"}}";
    StatusReading reading = rule.read(json(frame));
    assertThat(reading.word()).contains("SUCCEEDED");
    assertThat(reading.meaning()).isEqualTo(Meaning.SUCCEEDED);
    assertThat(reading.times())
        .isEqualTo(
            new ServerTimes(
                Optional.of(Instant.parse("2023-11-14T22:13:20.123Z")),
                Optional.empty(),
                Optional.of(Instant.parse("2026-07-01T10:00:00Z")),
                Optional.of(Instant.parse("2026-07-01T12:00:00Z"))));
    assertThat(rule.read(json("{\"task\":{\"phase\":3}}")).meaning()).isEqualTo(Meaning.FAILED);
    assertThat(contract.status().meaningOf(410)).contains(Meaning.CANCELLED);
    assertThat(contract.status().meaningOf(500)).isEmpty();
    String links = "{\"task\":{\"uuid\":\"u\",\"links\":{\"self\":\"/v2/tasks/u\"}}}";
    assertThat(submitted(contract, links, Map.of()))
        .isEqualTo(new SubmitReading.Accepted("u", Optional.of("/v2/tasks/u"), Optional.empty()));
  }

  @Test
  void statusCodesOnly() {
    Contract contract = fixture("status-codes-only.yaml");
    assertThat(contract.status().meaningOf(202)).contains(Meaning.RUNNING);
    assertThat(contract.status().meaningOf(200)).contains(Meaning.SUCCEEDED);
    assertThat(submitted(contract, "", Map.of("X-Job-Id", "a/b")))
        .isEqualTo(new SubmitReading.Accepted("a/b", Optional.empty(), Optional.empty()));
  }

  @Test
  void candidatePaths() {
    Contract contract = fixture("candidate-paths.yaml");
    assertThat(contract.queueMetrics())
        .extracting(metrics -> metrics.call().render(Values.none()).target())
        .containsExactly("/metrics", "/queue/metrics");
    assertThat(
            contract
                .queueMetrics()
                .get(0)
                .read(json("{\"queue\":{\"depth\":4,\"running\":\"x\"},\"pool\":{\"size\":2}}")))
        .isEqualTo(new QueueReading(OptionalLong.of(4), OptionalLong.empty(), OptionalLong.of(2)));
    assertThat(contract.queueMetrics().get(1).call().accepted()).hasToString("200-204");
    assertThat(contract.ready())
        .extracting(Call::accepted)
        .extracting(Codes::toString)
        .containsExactly("200", "2xx");
  }

  @Test
  void headersFromTheEnvironment() {
    Contract contract = fixture("environment-headers.yaml");
    assertThat(contract.headers())
        .containsExactly(
            new Header("Authorization", "Bearer s3cret", Optional.of("API_TOKEN")),
            new Header("X-Tenant", "public", Optional.empty()),
            new Header("X-Price", "5$", Optional.empty()));
    assertThat(contract.submit().call().render(THIRD).headers())
        .isEqualTo(
            Map.of(
                "Authorization", "Bearer s3cret",
                "x-tenant", "batch",
                "X-Price", "5$",
                "X-Priority", "low"));
    assertThat(contract.toString()).doesNotContain(Contracts.TOKEN);
    assertThat(contract.submit().call().render(THIRD).toString()).doesNotContain(Contracts.TOKEN);
  }

  @Test
  void formBody() {
    Rendered rendered = fixture("form-body.yaml").submit().call().render(THIRD);
    assertThat(body(rendered)).isEqualTo("title=run+2+%26+more&tag=r-2&symbol=aapl&symbol=msft");
    assertThat(rendered.contentType()).contains("application/x-www-form-urlencoded");
  }

  @Test
  void noBody() {
    Rendered rendered = fixture("no-body.yaml").submit().call().render(THIRD);
    assertThat(rendered.method()).isEqualTo("PUT");
    assertThat(rendered.target()).matches("/jobs/r-2\\?q=a%20b%26c&n=[1-5]&on=true");
    assertThat(rendered.body()).isEmpty();
    assertThat(rendered.contentType()).isEmpty();
  }

  @Test
  void textBody() {
    Rendered rendered = fixture("text-body.yaml").submit().call().render(THIRD);
    assertThat(body(rendered)).isEqualTo("<job n='2' tag='r-2'>{raw}</job>");
    assertThat(rendered.contentType()).contains("application/xml");
  }

  @Test
  void firstMessage() {
    Contract contract = fixture("first-message.yaml");
    Socket socket = contract.socket().orElseThrow();
    assertThat(contract.socketBase()).contains("wss://stream.example.org/live");
    assertThat(socket.target(Values.forJob("j"))).isEqualTo("/feed?v=2");
    assertThat(socket.messages(Values.forJob("j 1")))
        .containsExactly("{\"action\":\"subscribe\",\"job\":\"j 1\"}", "go j 1");
    FrameReading frame =
        socket.read(json("{\"state\":\"done\",\"pct\":1,\"seq\":12,\"fault\":\"f\"}"));
    assertThat(frame.sequence()).isEqualTo(OptionalLong.of(12));
    assertThat(frame.error()).contains("f");
    assertThat(frame.status().orElseThrow().meaning()).isEqualTo(Meaning.SUCCEEDED);
    assertThat(socket.closesAtEnd()).isTrue();
  }

  @Test
  void subprotocol() {
    Contract contract = fixture("subprotocol.yaml");
    Socket socket = contract.socket().orElseThrow();
    assertThat(socket.subprotocols()).isEqualTo(List.of("jobs.v2", "jobs.v1"));
    assertThat(socket.rule()).contains(contract.status().rule());
    assertThat(socket.closesAtEnd()).isFalse();
  }

  @Test
  void jsonWithTabs() {
    assertThat(fixture("as-json.json").name()).isEqualTo("json");
  }
}
