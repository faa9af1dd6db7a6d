package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.simulator.LiveSimulator.JOBS;
import static stress.simulator.LiveSimulator.body;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every fault, as a client sees it and as the truth counts it. */
final class FaultsIT {
  private static LiveSimulator with(String faults) {
    return new LiveSimulator(
        SimulatorConfig.defaults()
            .withJobTime("50ms")
            .withLookInterval(java.time.Duration.ofMillis(20))
            .withHeartbeat(java.time.Duration.ofMillis(40))
            .withFaults(faults));
  }

  private static LiveSimulator.Reply submit(LiveSimulator live) {
    return live.post(JOBS, body("f" + live.truth().jobs().size()).encode());
  }

  @Test
  void aShareOfSubmissionsIsRefusedTheSameWayEachTime() {
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (LiveSimulator live = with("submit.status=429+2s:30%")) {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          codes.add(submit(live).code());
        }
        runs.add(codes);
        long refused = codes.stream().filter(code -> code == 429).count();
        assertThat(refused).isBetween(4L, 20L);
        assertThat(live.truth().answered("submit", 429)).isEqualTo(refused);
        assertThat(live.truth().injected("submit.status")).isEqualTo(refused);
        assertThat(live.truth().jobs()).hasSize((int) (40 - refused));
      }
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0));
  }

  @Test
  void retryAfterIsInSeconds() {
    try (LiveSimulator live = with("submit.status=429+1500ms")) {
      assertThat(submit(live).headers().get("Retry-After")).isEqualTo("2");
    }
  }

  @Test
  void aResetHasNoEffectButALostAnswerHas() {
    try (LiveSimulator live = with("submit.reset")) {
      assertThatThrownBy(() -> submit(live)).rootCause().hasMessageContaining("reset");
      assertThat(live.truth().jobs()).isEmpty();
      assertThat(live.truth().injected("submit.reset")).isEqualTo(1);
      assertThat(live.truth().requests()).containsEntry("submit", 1L);
      assertThat(live.truth().answers()).doesNotContainKey("submit");
    }
    try (LiveSimulator live = with("submit.lost")) {
      assertThatThrownBy(() -> submit(live)).rootCause().hasMessageContaining("reset");
      assertThat(live.truth().jobs()).hasSize(1);
      assertThat(live.truth().injected("submit.lost")).isEqualTo(1);
    }
  }

  @Test
  void silenceNeverAnswers() {
    try (LiveSimulator live = with("submit.silence")) {
      var answer =
          live.send(HttpMethod.POST, JOBS, body("s").encode(), Map.of())
              .toCompletionStage()
              .toCompletableFuture();
      assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(live.truth().injected("submit.silence")).isEqualTo(1);
      assertThat(live.truth().jobs()).isEmpty();
    }
  }

  @Test
  void shapesOfAnswers() throws IOException {
    try (LiveSimulator live = with("submit.malformed")) {
      LiveSimulator.Reply reply = submit(live);
      assertThat(reply.code()).isEqualTo(201);
      assertThatThrownBy(reply::json).isInstanceOf(io.vertx.core.json.DecodeException.class);
      assertThat(live.truth().jobs()).hasSize(1);
    }
    try (LiveSimulator live = with("submit.type=text/html")) {
      LiveSimulator.Reply reply = submit(live);
      assertThat(reply.code()).isEqualTo(200);
      assertThat(reply.headers().get("Content-Type")).isEqualTo("text/html");
      assertThat(reply.body().toString()).startsWith("<!doctype html>");
      assertThat(live.truth().jobs()).isEmpty();
    }
    try (LiveSimulator live = with("submit.empty")) {
      LiveSimulator.Reply reply = submit(live);
      assertThat(reply.code()).isEqualTo(204);
      assertThat(reply.body().length()).isZero();
      assertThat(live.truth().jobs()).hasSize(1);
    }
    try (LiveSimulator live = with("submit.notype; submit.gzip")) {
      LiveSimulator.Reply reply = submit(live);
      assertThat(reply.headers().contains("Content-Type")).isFalse();
      assertThat(reply.headers().get("Content-Encoding")).isEqualTo("gzip");
      byte[] plain =
          new GZIPInputStream(new ByteArrayInputStream(reply.body().getBytes())).readAllBytes();
      assertThat(new JsonObject(io.vertx.core.buffer.Buffer.buffer(plain)).getString("job_id"))
          .isEqualTo(live.truth().jobs().get(0).id());
      assertThat(live.truth().faults())
          .containsOnly(Map.entry("submit.notype", 1L), Map.entry("submit.gzip", 1L));
    }
  }

  @Test
  void aDelayHoldsTheWholeRequestBack() {
    try (LiveSimulator live = with("submit.delay=120ms~20ms")) {
      long sent = System.nanoTime();
      assertThat(submit(live).code()).isEqualTo(201);
      assertThat(live.truth().jobs().get(0).acceptedNanos() - sent)
          .isGreaterThanOrEqualTo(100_000_000L);
      assertThat(live.truth().injected("submit.delay")).isEqualTo(1);
    }
  }

  @Test
  void aDuplicateAnswersTheLastIdAndMakesNoJob() {
    try (LiveSimulator live = with("submit.duplicate")) {
      String first = live.submit("a");
      assertThat(live.submit("b")).isEqualTo(first);
      assertThat(live.truth().jobs()).hasSize(1);
      assertThat(live.truth().jobs().get(0).submissions()).isEqualTo(2);
      assertThat(live.truth().injected("submit.duplicate")).isEqualTo(1);
    }
  }

  @Test
  void jobsFailTurnAndHaveOddIds() {
    try (LiveSimulator live = with("job.fail")) {
      String id = live.submit("a");
      live.poll(JOBS + "/" + id, answer -> answer.getString("status").equals("failed"));
      assertThat(live.truth().jobs().get(0).outcome()).isEqualTo("failed");
      assertThat(live.truth().injected("job.fail")).isEqualTo(1);
    }
    try (LiveSimulator live = with("job.twice; job.oddid")) {
      assertThat(live.submit("a")).isEqualTo("a/b c%d-0");
      String path = JOBS + "/a%2Fb%20c%25d-0";
      live.poll(path, answer -> answer.getString("status").equals("completed"));
      live.poll(path, answer -> answer.getString("status").equals("failed"));
      assertThat(live.truth().jobs().get(0).outcome()).isEqualTo("completed");
      assertThat(live.truth().injected("job.twice")).isEqualTo(1);
    }
  }

  @Test
  void wordsAndProgressAreBent() {
    try (LiveSimulator live = with("job.word=exploded; job.back")) {
      List<Double> progress = new ArrayList<>();
      List<String> words = new ArrayList<>();
      String id = live.submit("a");
      live.poll(
          JOBS + "/" + id,
          answer -> {
            words.add(answer.getString("status"));
            if (answer.getDouble("progress") != null) {
              progress.add(answer.getDouble("progress"));
            }
            return answer.getString("status").equals("completed");
          });
      assertThat(words).contains("exploded").endsWith("completed");
      assertThat(progress).isNotEqualTo(progress.stream().sorted().toList());
      assertThat(live.truth().injected("job.word")).isEqualTo(1);
      assertThat(live.truth().injected("job.back")).isEqualTo(1);
    }
  }

  @Test
  void stuckJobsNeverEndAndHoldNoWorker() {
    try (LiveSimulator live = with("job.stuck:50%")) {
      for (int i = 0; i < 20; i++) {
        submit(live);
      }
      live.poll(
          "/api/v1/monte-carlo/metrics",
          metrics ->
              metrics.getInteger("completed_jobs") + live.truth().injected("job.stuck") == 20);
      long stuck = live.truth().jobsWith("stuck");
      assertThat(stuck).isBetween(3L, 17L).isEqualTo(live.truth().injected("job.stuck"));
    }
  }

  private static List<String> seenOnSocket(LiveSimulator live) {
    String id = live.submit("s");
    return live.socket(JOBS + "/" + id + "/progress").until(text -> text.startsWith("close"));
  }

  @Test
  void socketsCloseDropAndAreRefused() {
    try (LiveSimulator live = with("socket.close=1011")) {
      List<String> seen = seenOnSocket(live);
      assertThat(seen).hasSize(4);
      assertThat(seen.get(2)).contains("\"error\"");
      assertThat(seen.get(3)).isEqualTo("close 1011");
      assertThat(live.truth().sockets().closedByServer()).containsOnly(Map.entry(1011, 1L));
    }
    try (LiveSimulator live = with("socket.drop")) {
      List<String> seen = seenOnSocket(live);
      assertThat(seen).hasSize(3);
      assertThat(seen.get(2)).isIn("close none", "close 1006");
      assertThat(live.truth().injected("socket.drop")).isEqualTo(1);
      assertThat(live.truth().sockets().closedByServer()).isEmpty();
    }
    try (LiveSimulator live = with("socket.refuse=503")) {
      assertThatThrownBy(() -> seenOnSocket(live))
          .cause()
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class,
              refused -> assertThat(refused.getStatus()).isEqualTo(503));
      assertThat(live.truth().injected("socket.refuse")).isEqualTo(1);
    }
  }

  @Test
  void completionFramesAreLostOrDoubled() {
    try (LiveSimulator live = with("socket.lost")) {
      List<String> seen = seenOnSocket(live);
      assertThat(seen).noneMatch(text -> text.contains("completed\""));
      assertThat(seen).endsWith("close 1000");
      assertThat(live.truth().injected("socket.lost")).isEqualTo(1);
    }
    try (LiveSimulator live = with("socket.duplicate; socket.delay=30ms~5ms")) {
      List<String> seen = seenOnSocket(live);
      assertThat(seen.get(seen.size() - 3)).isEqualTo(seen.get(seen.size() - 2));
      assertThat(seen).endsWith("close 1000");
      assertThat(live.truth().faults())
          .containsOnly(Map.entry("socket.duplicate", 1L), Map.entry("socket.delay", 1L));
    }
  }

  @Test
  void aStallHoldsAnswersAndFramesBack() {
    try (LiveSimulator live = with("server.stall=700ms@200ms")) {
      long before = System.nanoTime();
      String id = live.submit("s");
      LiveSimulator.Seen seen = live.socket(JOBS + "/" + id + "/progress");
      while (live.truth().injected("server.stall") == 0) {
        Thread.onSpinWait();
      }
      assertThat(submit(live).code()).isEqualTo(201);
      assertThat(live.truth().jobs().get(1).acceptedNanos())
          .isGreaterThanOrEqualTo(before + 900_000_000L);
      seen.until(text -> text.startsWith("close"));
    }
  }
}
