package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.contract.Contracts.body;
import static stress.contract.Contracts.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInContractsTest {
  private static final Set<String> SYMBOLS = Set.of("aapl", "amzn", "fb", "googl", "msft", "nflx");
  private static final LocalDate FIRST = LocalDate.of(2014, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2018, 3, 31);

  private final BuiltInContracts builtIn = new BuiltInContracts(name -> Optional.empty());

  private Contract contract(String name) {
    return builtIn.find(name).orElseThrow();
  }

  @Test
  void namesTheDefaultFirst() {
    assertThat(builtIn.names()).containsExactly("monte-carlo", "monte-carlo-async", "echo", "none");
    assertThat(builtIn.find("echo")).isEmpty();
    assertThat(builtIn.find("none")).isEmpty();
    assertThat(builtIn.text("none")).isEmpty();
    assertThat(builtIn.api("nobody")).isEmpty();
  }

  @Test
  void bodiesStayWhereThereIsData() {
    Call submit = contract("monte-carlo").submit().call();
    Set<String> symbols = new HashSet<>();
    Set<String> tags = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      JsonNode body = json(body(submit.render(Values.forSubmission(42, i, "run"))));
      assertThat(body.fieldNames())
          .toIterable()
          .containsExactly(
              "symbol", "start_date", "end_date", "num_runs", "initial_capital", "strategy_params");
      LocalDate start = LocalDateTime.parse(body.get("start_date").textValue()).toLocalDate();
      LocalDate end = LocalDateTime.parse(body.get("end_date").textValue()).toLocalDate();
      assertThat(start).isBetween(FIRST, LAST);
      assertThat(end).isBetween(start.plusDays(30), LAST);
      assertThat(body.get("num_runs").intValue()).isBetween(1, 10_000);
      assertThat(body.get("initial_capital").decimalValue()).isPositive();
      symbols.add(body.get("symbol").textValue());
      tags.add(body.at("/strategy_params/tag").textValue());
    }
    assertThat(symbols).isEqualTo(SYMBOLS);
    assertThat(tags).hasSize(500).contains("run-0", "run-499");
  }

  @Test
  void theSameSeedGivesTheSameBytesInAnyOrder() {
    Call submit = contract("monte-carlo").submit().call();
    String first = body(submit.render(Values.forSubmission(42, 0, "run")));
    String third = body(submit.render(Values.forSubmission(42, 2, "run")));
    assertThat(body(submit.render(Values.forSubmission(42, 0, "run")))).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
    assertThat(body(submit.render(Values.forSubmission(43, 0, "run")))).isNotEqualTo(first);
    // The exact bytes: a change here breaks the promise that a seed gives the same run for ever.
    assertThat(first)
        .isEqualTo(
            "{\"symbol\":\"msft\",\"start_date\":\"2015-12-27T00:00:00\",\"end_date\":\"2016-07-24T00:00:00\",\"num_runs\""
                + ":791,\"initial_capital\":32571.74,\"strategy_params\":{\"short_window\":14,\"long_window\":31,\"tag\":\"run-0\"}}");
  }

  @Test
  void monteCarloWords() {
    StatusRule rule = contract("monte-carlo").status().rule();
    Map<String, Meaning> table =
        Map.ofEntries(
            Map.entry("connecting", Meaning.NOTHING),
            Map.entry("pending", Meaning.WAITING),
            Map.entry("submitted", Meaning.WAITING),
            Map.entry("queued", Meaning.WAITING),
            Map.entry("retry", Meaning.WAITING),
            Map.entry("retrying", Meaning.WAITING),
            Map.entry("processing", Meaning.RUNNING),
            Map.entry("RUNNING", Meaning.RUNNING),
            Map.entry("Completed", Meaning.SUCCEEDED),
            Map.entry("FAILED", Meaning.FAILED),
            Map.entry("cancelled", Meaning.CANCELLED),
            Map.entry("timeout", Meaning.TIMED_OUT),
            Map.entry("not_found", Meaning.NOT_FOUND),
            Map.entry("archived", Meaning.UNKNOWN));
    table.forEach(
        (word, meaning) -> assertThat(rule.words().meaningOf(word)).as(word).isEqualTo(meaning));
    Socket socket = contract("monte-carlo").socket().orElseThrow();
    assertThat(socket.rule().orElseThrow().words().meaningOf("connecting"))
        .isEqualTo(Meaning.NOTHING);
    assertThat(socket.target(Values.forJob("x"))).isEqualTo("/api/v1/monte-carlo/jobs/x/progress");
  }

  @Test
  void monteCarloAsync() {
    Contract contract = contract("monte-carlo-async");
    Rendered rendered = contract.submit().call().render(Values.forSubmission(1, 1, "r"));
    assertThat(rendered.target())
        .matches(
            "/api/v1/monte-carlo/async\\?symbol=[a-z]+&start_date=201\\d-\\d\\d-\\d\\d"
                + "&end_date=201\\d-\\d\\d-\\d\\d&num_runs=\\d+&initial_capital=\\d+\\.\\d\\d"
                + "&method=bootstrap&strategy=sma_crossover&sma_short=\\d+&sma_long=\\d+");
    assertThat(rendered.body()).isEmpty();
    assertThat(contract.queueMetrics()).isEmpty();
    assertThat(contract.socket().orElseThrow().closesAtEnd()).isTrue();
    assertThat(contract.socket().orElseThrow().target(Values.forJob("x")))
        .isEqualTo("/api/v1/monte-carlo/ws/x");
  }

  @Test
  void bulkRepeatsTheSubmission() {
    Contract contract = contract("monte-carlo");
    Bulk bulk = contract.bulk().orElseThrow();
    List<Values> jobs = List.of(Values.forSubmission(1, 4, "r"), Values.forSubmission(1, 5, "r"));
    JsonNode body = json(body(bulk.render(Values.forSubmission(1, 2, "r"), jobs)));
    Call single = contract.submit().call();
    assertThat(body.get("jobs").get(0)).isEqualTo(json(body(single.render(jobs.get(0)))));
    assertThat(body.get("jobs").get(1)).isEqualTo(json(body(single.render(jobs.get(1)))));
    assertThat(body.get("batch_name").textValue()).isEqualTo("batch-r-2");
    assertThat(bulk.maximum()).isEqualTo(50);
    assertThat(bulk.read(json("{\"jobs\":[{\"job_id\":\"a\"},{\"message\":\"full\"}]}")))
        .hasSize(2)
        .element(1)
        .isEqualTo(new SubmitReading.Unreadable("The answer has no job id at /job_id"));
    assertThat(bulk.read(json("{}")))
        .containsExactly(new SubmitReading.Unreadable("The answer has no array of jobs at /jobs"));
  }
}
