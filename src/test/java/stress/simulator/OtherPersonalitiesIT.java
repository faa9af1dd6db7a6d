package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The APIs that share little with the default one. */
final class OtherPersonalitiesIT {
  private static final String ASYNC = "/api/v1/monte-carlo/async";

  private static SimulatorConfig quick(Personality personality) {
    return SimulatorConfig.defaults()
        .withPersonality(personality)
        .withJobTime("60ms")
        .withFrameInterval(Duration.ofMillis(50))
        .withLookInterval(Duration.ofMillis(20));
  }

  @Test
  void asyncTakesItsSubmissionsFromTheQuery() {
    try (LiveSimulator live = new LiveSimulator(quick(Personality.MONTE_CARLO_ASYNC))) {
      String query =
          "?symbol=aapl&start_date=2015-01-01&end_date=2016-01-01&num_runs=100"
              + "&initial_capital=1000.5&method=bootstrap&strategy=sma_crossover&tag=t7";
      LiveSimulator.Reply accepted = live.post(ASYNC + query, "");
      assertThat(accepted.code()).isEqualTo(200);
      assertThat(accepted.json().getString("status")).isEqualTo("submitted");
      String id = accepted.json().getString("job_id");
      List<String> seen =
          live.socket("/api/v1/monte-carlo/ws/" + id).until(text -> text.startsWith("close"));
      assertThat(seen).endsWith("close 1000");
      assertThat(seen.get(seen.size() - 2)).contains("\"completed\"");
      JsonObject done = live.get(ASYNC + "/" + id).json();
      assertThat(done.getString("completed_at")).endsWith("+00:00");
      assertThat(done.getJsonObject("result").getInteger("runs_simulated")).isEqualTo(100);
      assertThat(live.get(ASYNC).json().getInteger("total")).isEqualTo(1);
      assertThat(live.delete(ASYNC + "/" + id).code()).isEqualTo(404);
      assertThat(live.get(ASYNC + "/nobody").code()).isEqualTo(404);
      assertThat(live.post(ASYNC + "?symbol=aapl", "").code()).isEqualTo(422);
      assertThat(live.truth().jobs().get(0).tag()).contains("t7");
      List<String> nobody =
          live.socket("/api/v1/monte-carlo/ws/nobody").until(text -> text.startsWith("close"));
      assertThat(nobody).hasSize(2).endsWith("close 1000");
      assertThat(nobody.get(0)).contains("not_found");
    }
  }

  @Test
  void asyncCancels() {
    SimulatorConfig slow = quick(Personality.MONTE_CARLO_ASYNC).withJobTime("10s");
    try (LiveSimulator live = new LiveSimulator(slow)) {
      String query =
          "?symbol=fb&start_date=2015-01-01&end_date=2016-01-01&num_runs=1&initial_capital=1";
      String id = live.post(ASYNC + query, "").json().getString("job_id");
      LiveSimulator.Reply cancelled = live.delete(ASYNC + "/" + id);
      assertThat(cancelled.code()).isEqualTo(200);
      assertThat(cancelled.json().getString("status")).isEqualTo("cancelled");
    }
  }

  private static String task() {
    return "{\"task\":{\"symbol\":\"msft\",\"from\":\"2015-01-01\",\"to\":\"2015-02-01\",\"runs\":10,"
        + "\"capital\":100},\"label\":\"l1\"}";
  }

  @Test
  void otherHasBigIdsPercentAndItsOwnWords() {
    try (LiveSimulator live = new LiveSimulator(quick(Personality.OTHER))) {
      LiveSimulator.Reply accepted = live.post("/v2/jobs", task());
      assertThat(accepted.code()).isEqualTo(202);
      assertThat(accepted.body().toString())
          .isEqualTo("{\"data\":{\"job\":{\"id\":2733382000000000049,\"state\":\"QUEUED\"}}}");
      assertThat(accepted.headers().get("Location")).isEqualTo("/v2/jobs/2733382000000000049");
      assertThat(accepted.headers().get("Retry-After")).isEqualTo("1");
      assertThat(live.post("/v2/jobs", task()).headers().get("Location"))
          .isEqualTo("/v2/jobs/2733382000000000050");
      JsonObject done =
          live.poll(
                  "/v2/jobs/2733382000000000049",
                  answer ->
                      answer
                          .getJsonObject("data")
                          .getJsonObject("job")
                          .getString("state")
                          .equals("SUCCEEDED"))
              .getJsonObject("data")
              .getJsonObject("job");
      assertThat(done.getDouble("percent")).isEqualTo(100);
      assertThat(done.getBoolean("finished")).isTrue();
      assertThat(done.getJsonObject("times").getString("ended")).endsWith("Z");
      assertThat(live.delete("/v2/jobs/2733382000000000049").code()).isEqualTo(409);
      assertThat(live.delete("/v2/jobs/1").code()).isEqualTo(404);
      assertThat(live.post("/v2/jobs", "{}").code()).isEqualTo(400);
      assertThat(live.get("/v2/queue").json().getJsonObject("jobs").getInteger("total"))
          .isEqualTo(2);
      assertThat(live.get("/v2/jobs?state=FAULTED").json().getJsonObject("data"))
          .isEqualTo(new JsonObject("{\"jobs\":[],\"total\":0}"));
      assertThat(live.get("/v2/health").body().toString()).isEqualTo("{\"ok\":true}");
      assertThat(live.truth().jobs().get(0).tag()).contains("l1");
    }
  }

  @Test
  void otherWaitsForASubscription() {
    try (LiveSimulator live = new LiveSimulator(quick(Personality.OTHER))) {
      live.post("/v2/jobs", task());
      String path = "/v2/jobs/2733382000000000049/events";
      LiveSimulator.Seen seen = live.socket(path);
      seen.socket().writeTextMessage("{\"action\": \"subscribe\"}");
      List<String> events = seen.until(text -> text.startsWith("close"));
      assertThat(events).endsWith("close 1000");
      assertThat(events.get(events.size() - 2)).contains("\"SUCCEEDED\"");
      LiveSimulator.Seen wrong = live.socket(path);
      wrong.socket().writeTextMessage("hello");
      assertThat(wrong.next()).isEqualTo("close 1008");
      LiveSimulator.Seen nobody = live.socket("/v2/jobs/7/events");
      nobody.socket().writeTextMessage("{\"action\":\"subscribe\"}");
      assertThat(nobody.next()).contains("\"unknown\"");
      assertThat(nobody.next()).isEqualTo("close 4404");
    }
  }
}
