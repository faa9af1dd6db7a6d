package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.simulator.LiveSimulator.JOBS;
import static stress.simulator.LiveSimulator.body;

import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The older API, both deployments, over real sockets. */
final class MonteCarloIT {
  private static SimulatorConfig quick() {
    return SimulatorConfig.defaults().withJobTime("50ms");
  }

  @Test
  void aJobIsSubmittedFollowedAndItsTimesAreTheTruth() {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      LiveSimulator.Reply accepted = live.post(JOBS, body("t1").encode());
      assertThat(accepted.code()).isEqualTo(201);
      assertThat(accepted.json().getString("status")).isEqualTo("pending");
      String id = accepted.json().getString("job_id");
      JsonObject done =
          live.poll(JOBS + "/" + id, answer -> answer.getString("status").equals("completed"));
      assertThat(done.getDouble("progress")).isEqualTo(1.0);
      JsonObject result = done.getJsonObject("result");
      assertThat(result.getInteger("runs_simulated")).isEqualTo(200);
      assertThat(result.getJsonObject("percentiles").getDouble("p5"))
          .isLessThan(result.getJsonObject("percentiles").getDouble("p95"));
      JobTruth truth = live.truth().jobs().get(0);
      assertThat(truth.id()).isEqualTo(id);
      assertThat(truth.tag()).contains("t1");
      assertThat(truth.outcome()).isEqualTo("completed");
      assertThat(truth.endedNanos().getAsLong() - truth.startedNanos().getAsLong())
          .isEqualTo(50_000_000L);
      JsonObject metadata = done.getJsonObject("metadata");
      LocalDateTime started = LocalDateTime.parse(metadata.getString("started_at"));
      LocalDateTime ended = LocalDateTime.parse(metadata.getString("completed_at"));
      assertThat(started.toInstant(ZoneOffset.UTC)).isEqualTo(truth.startedAt().orElseThrow());
      assertThat(ended.toInstant(ZoneOffset.UTC)).isEqualTo(truth.endedAt().orElseThrow());
      assertThat(ChronoUnit.MICROS.between(started, ended)).isBetween(50_000L, 50_001L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "num_runs, 0, num_runs",
    "num_runs, 10001, num_runs",
    "initial_capital, 0, initial_capital",
    "symbol, '\"\"', symbol",
    "start_date, '\"2015-01-01T00:00:00Z\"', start_date",
    "end_date, '\"2014-12-01\"', end_date",
    "strategy_params, 3, strategy_params",
    "priority, '\"high\"', priority",
    "timeout_seconds, 59, timeout_seconds",
  })
  void aWrongFieldIsA422ThatNamesIt(String field, String value, String named) {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      JsonObject wrong = body("x").mergeIn(new JsonObject("{\"" + field + "\":" + value + "}"));
      LiveSimulator.Reply reply = live.post(JOBS, wrong.encode());
      assertThat(reply.code()).isEqualTo(422);
      JsonObject detail = reply.json().getJsonArray("detail").getJsonObject(0);
      assertThat(detail.getJsonArray("loc")).isEqualTo(new JsonArray(List.of("body", named)));
      assertThat(live.truth().jobs()).isEmpty();
      assertThat(live.truth().answered("submit", 422)).isEqualTo(1);
    }
  }

  @Test
  void wrongBodiesAndUnknownSymbolsAreRefused() {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      assertThat(live.post(JOBS, "{broken").code()).isEqualTo(422);
      assertThat(live.post(JOBS, "").code()).isEqualTo(422);
      assertThat(live.post(JOBS, "[1]").code()).isEqualTo(422);
      assertThat(live.post(JOBS, body("x").put("symbol", "ibm").encode()).code()).isEqualTo(400);
      assertThat(live.post(JOBS, body("x").put("symbol", "AAPL").encode()).code()).isEqualTo(201);
      assertThat(live.get("/nowhere").code()).isEqualTo(404);
      assertThat(live.get("/api/v1/monte-carlo/queue/metrics").code()).isEqualTo(404);
      assertThat(live.get("/api/healthz").code()).isEqualTo(200);
      assertThat(live.get("/api/readyz").code()).isEqualTo(200);
    }
  }

  @Test
  void identicalJobsInFlightAreMerged() {
    SimulatorConfig slow = quick().withJobTime("10s");
    try (LiveSimulator live = new LiveSimulator(slow)) {
      String first = live.submit("same");
      assertThat(live.submit("same")).isEqualTo(first);
      assertThat(live.submit("other")).isNotEqualTo(first);
      assertThat(live.truth().merged()).isEqualTo(1);
      assertThat(live.truth().jobs().get(0).submissions()).isEqualTo(2);
      assertThat(live.delete(JOBS + "/" + first).code()).isEqualTo(204);
      assertThat(live.submit("same")).isNotEqualTo(first);
    }
  }

  @Test
  void listProgressMetricsAndCancel() {
    SimulatorConfig slow = quick().withJobTime("10s").withWorkers(1);
    try (LiveSimulator live = new LiveSimulator(slow)) {
      List<String> ids = List.of(live.submit("a"), live.submit("b"), live.submit("c"));
      JsonObject metrics = live.get("/api/v1/monte-carlo/metrics").json();
      assertThat(metrics.getInteger("running_jobs")).isEqualTo(1);
      assertThat(metrics.getInteger("queue_depth")).isEqualTo(2);
      assertThat(metrics.getInteger("worker_count")).isEqualTo(1);
      JsonArray pending =
          new JsonArray(live.get(JOBS + "?status_filter=pending&limit=1&offset=1").body());
      assertThat(pending).hasSize(1);
      assertThat(pending.getJsonObject(0).getString("job_id")).isEqualTo(ids.get(2));
      assertThat(live.get(JOBS + "?limit=1001").code()).isEqualTo(422);
      JsonObject progress = live.get(JOBS + "/" + ids.get(1) + "/progress").json();
      assertThat(progress.getString("status")).isEqualTo("pending");
      assertThat(progress.getValue("progress")).isNull();
      assertThat(progress.getInteger("total_runs")).isEqualTo(1000);
      assertThat(live.delete(JOBS + "/" + ids.get(0)).code()).isEqualTo(204);
      assertThat(live.delete(JOBS + "/" + ids.get(0)).code()).isEqualTo(404);
      assertThat(live.delete(JOBS + "/nobody").code()).isEqualTo(404);
      assertThat(live.get(JOBS + "/nobody").code()).isEqualTo(404);
      assertThat(live.get(JOBS + "/nobody/progress").code()).isEqualTo(404);
      assertThat(live.truth().jobs())
          .extracting(JobTruth::outcome)
          .containsExactly("cancelled", "running", "waiting");
    }
  }

  @Test
  void bulk() {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      JsonArray jobs = new JsonArray().add(body("a")).add(body("b").put("symbol", "ibm"));
      LiveSimulator.Reply reply =
          live.post(JOBS + "/bulk", new JsonObject().put("jobs", jobs).encode());
      assertThat(reply.code()).isEqualTo(201);
      assertThat(reply.json().getInteger("successful_submissions")).isEqualTo(1);
      assertThat(reply.json().getInteger("failed_submissions")).isEqualTo(1);
      jobs.add(body("c").put("num_runs", -1));
      LiveSimulator.Reply wrong =
          live.post(JOBS + "/bulk", new JsonObject().put("jobs", jobs).encode());
      assertThat(wrong.code()).isEqualTo(422);
      assertThat(wrong.json().getJsonArray("detail").getJsonObject(0).getJsonArray("loc"))
          .isEqualTo(new JsonArray(List.of("body", "jobs", 2, "num_runs")));
      assertThat(live.truth().jobs()).hasSize(1);
    }
  }

  @Test
  void theSocketTellsStateUpdatesAndTheEndAndCloses() {
    SimulatorConfig config = quick().withJobTime("500ms");
    try (LiveSimulator live = new LiveSimulator(config)) {
      String id = live.submit("s");
      List<String> seen =
          live.socket(JOBS + "/" + id + "/progress").until(text -> text.startsWith("close"));
      assertThat(new JsonObject(seen.get(0)).getString("status")).isEqualTo("connecting");
      assertThat(new JsonObject(seen.get(1)).getString("status")).isEqualTo("running");
      assertThat(new JsonObject(seen.get(1)).getInteger("message_sequence")).isEqualTo(1);
      JsonObject last = new JsonObject(seen.get(seen.size() - 2));
      assertThat(last.getString("status")).isEqualTo("completed");
      assertThat(last.getInteger("message_sequence")).isEqualTo(seen.size() - 2);
      assertThat(LocalDateTime.parse(last.getString("completed_at")).toInstant(ZoneOffset.UTC))
          .isEqualTo(live.truth().jobs().get(0).endedAt().orElseThrow());
      assertThat(seen.get(seen.size() - 1)).isEqualTo("close 1000");
      SocketTruth sockets = live.truth().sockets();
      assertThat(sockets.opened()).isEqualTo(1);
      assertThat(sockets.framesSent()).isEqualTo(seen.size() - 1L);
      assertThat(sockets.closedByServer()).containsOnly(java.util.Map.entry(1000, 1L));
    }
  }

  @Test
  void theFirstFramesComeInTheSegmentOfTheUpgrade() throws IOException {
    try (LiveSimulator live = new LiveSimulator(quick());
        Socket socket = new Socket("127.0.0.1", live.simulator.port())) {
      String upgrade =
          "GET "
              + JOBS
              + "/"
              + live.submit("s")
              + "/progress HTTP/1.1\r\nHost: x\r\n"
              + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
      socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      byte[] first = new byte[8192];
      int length = socket.getInputStream().read(first);
      assertThat(new String(first, 0, length, StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 101 ")
          .contains("\"connecting\"")
          .contains("\"message_sequence\":1");
    }
  }

  @Test
  void anUnknownIdIsToldPendingForEver() {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      LiveSimulator.Seen seen = live.socket(JOBS + "/nobody/progress");
      assertThat(seen.next()).contains("connecting");
      assertThat(new JsonObject(seen.next()).getString("status")).isEqualTo("pending");
      assertThat(new JsonObject(seen.next()).getInteger("message_sequence")).isEqualTo(2);
    }
  }

  @Test
  void theOtherDeploymentNeverClosesAndSaysNotFound() {
    SimulatorConfig open = quick().withPersonality(Personality.MONTE_CARLO_OPEN);
    try (LiveSimulator live = new LiveSimulator(open)) {
      LiveSimulator.Reply accepted = live.post(JOBS, body("x").put("priority", "high").encode());
      assertThat(accepted.code()).isEqualTo(200);
      assertThat(live.post(JOBS, body("x").put("priority", 2).encode()).code()).isEqualTo(422);
      assertThat(live.post(JOBS, body("x").put("symbol", "AAPL").encode()).code()).isEqualTo(400);
      assertThat(live.get(JOBS + "/nobody/progress").code()).isEqualTo(500);
      String id = accepted.json().getString("job_id");
      LiveSimulator.Seen seen = live.socket(JOBS + "/" + id + "/progress");
      seen.until(text -> text.contains("\"completed\""));
      String heartbeat = seen.next();
      assertThat(heartbeat).contains("\"completed\"");
      assertThat(seen.next()).as("last_updated stands still").isEqualTo(heartbeat);
      LiveSimulator.Seen nobody = live.socket(JOBS + "/nobody/progress");
      nobody.next();
      assertThat(nobody.next()).contains("not_found");
      assertThat(nobody.next()).contains("not_found");
    }
  }

  @ParameterizedTest
  @CsvSource({"MONTE_CARLO, 404", "MONTE_CARLO_OPEN, 403"})
  void anUnknownPathIsRefusedAtTheUpgrade(Personality personality, int code) {
    try (LiveSimulator live = new LiveSimulator(quick().withPersonality(personality))) {
      assertThatThrownBy(() -> live.socket("/nowhere"))
          .cause()
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class,
              refused -> assertThat(refused.getStatus()).isEqualTo(code));
      assertThat(live.truth().sockets().refused()).isEqualTo(1);
    }
  }

  @Test
  void computedJobsSimulateEveryRun() {
    try (LiveSimulator live = new LiveSimulator(quick().withJobTime("compute"))) {
      String id = live.submit("c");
      JsonObject done =
          live.poll(JOBS + "/" + id, answer -> answer.getString("status").equals("completed"));
      assertThat(done.getJsonObject("result").getInteger("runs_simulated")).isEqualTo(1000);
      assertThat(done.getJsonObject("result").getInteger("steps_simulated")).isEqualTo(522);
    }
  }

  @Test
  void truthIsServedAsJsonAndEchoEchoes() {
    try (LiveSimulator live = new LiveSimulator(quick())) {
      String id = live.submit("q");
      JsonObject truth = live.get("/simulator/truth").json();
      JsonObject job = truth.getJsonArray("jobs").getJsonObject(0);
      assertThat(job.getString("id")).isEqualTo(id);
      assertThat(job.getLong("accepted_nanos"))
          .isEqualTo(live.truth().jobs().get(0).acceptedNanos());
      assertThat(truth.getJsonObject("answers").getJsonObject("submit").getInteger("201"))
          .isEqualTo(1);
      LiveSimulator.Seen echo = live.socket("/echo");
      echo.socket().writeTextMessage("hello");
      assertThat(echo.next()).isEqualTo("hello");
      echo.socket().binaryMessageHandler(bytes -> echo.events().add("bytes " + bytes.length()));
      echo.socket().writeBinaryMessage(io.vertx.core.buffer.Buffer.buffer(new byte[100_000]));
      assertThat(echo.next()).isEqualTo("bytes 100000");
      assertThat(live.truth().sockets().opened()).isZero();
    }
  }
}
