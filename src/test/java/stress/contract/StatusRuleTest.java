package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.contract.Contracts.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusRuleTest {
  private static final StatusRule RULE =
      Contracts.read(
              """
              name: t
              submit: {path: /j, id: /id}
              status:
                path: /j/{id}
                word: [/state, /status]
                words: {running: run, succeeded: ok}
                progress: /progress
                times: {created: /a, started: /b, ended: /c, message: [/m, /n]}
                error: /error
                id: /id
              """)
          .status()
          .rule();

  private static TimeRule rule(String zone, TimeRule.Epoch epoch) {
    TimeRule none = TimeRule.NONE;
    return new TimeRule(
        none.created(), none.started(), none.ended(), none.message(), ZoneId.of(zone), epoch);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, UTC, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00.123456789Z, UTC, 2026-03-01T10:00:00.123456789Z",
    "2026-03-01T10:00:00.5+02:00, UTC, 2026-03-01T08:00:00.500Z",
    "2026-03-01T10:00:00-0330, UTC, 2026-03-01T13:30:00Z",
    "2026-03-01T10:00:00+01, UTC, 2026-03-01T09:00:00Z",
    "2026-03-01t10:00z, UTC, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00.123456, UTC, 2026-03-01T10:00:00.123456Z",
    "2026-03-01 10:00:00, UTC, 2026-03-01T10:00:00Z",
    "2026-03-01 10:00:00 +0000, UTC, 2026-03-01T10:00:00Z",
    "2026-03-01T10:00:00, Europe/Berlin, 2026-03-01T09:00:00Z",
    "2026-07-01T10:00:00, Europe/Berlin, 2026-07-01T08:00:00Z",
    "2026-03-01T10:00:00Z, Europe/Berlin, 2026-03-01T10:00:00Z",
    "2026-03-01, UTC, 2026-03-01T00:00:00Z",
    "1700000000, UTC, 2023-11-14T22:13:20Z",
    "1700000000123, UTC, 2023-11-14T22:13:20.123Z",
    "1700000000.25, UTC, 2023-11-14T22:13:20.250Z",
  })
  void instants(String text, String zone, Instant expected) {
    TimeRule rule = rule(zone, TimeRule.Epoch.BY_SIZE);
    assertThat(InstantText.read(json('"' + text + '"'), rule)).contains(expected);
    if (text.matches("[0-9.]+")) {
      assertThat(InstantText.read(json(text), rule)).contains(expected);
    }
  }

  @Test
  void epochRuleDecides() {
    assertThat(InstantText.read(json("5000"), rule("UTC", TimeRule.Epoch.MILLIS)))
        .contains(Instant.ofEpochSecond(5));
    assertThat(InstantText.read(json("100000000000"), rule("UTC", TimeRule.Epoch.SECONDS)))
        .contains(Instant.ofEpochSecond(100_000_000_000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"soon\"",
        "\"2026-02-30T00:00:00Z\"",
        "\"2026-03-01T25:00:00Z\"",
        "\"2026-03-01T10:00:00Zjunk\"",
        "\"+2026\"",
        "true",
        "{}",
        "[]",
        "1e1000000",
        "1e-1000000",
        "99999999999999999999999999",
        "\"999999999999999999\""
      })
  void malformedInstantsAreAbsentAndRemarked(String text) {
    StatusReading reading = RULE.read(json("{\"state\":\"run\",\"a\":" + text + "}"));
    assertThat(reading.times()).isEqualTo(ServerTimes.NONE);
    assertThat(reading.meaning()).isEqualTo(Meaning.RUNNING);
    assertThat(reading.remarks())
        .singleElement()
        .asString()
        .startsWith("the time at /a cannot be read: ");
  }

  @Test
  void aWholeAnswer() {
    String answer =
        "{\"state\":null,\"status\":\"ok\",\"progress\":0.5,\"b\":\"2026-01-01T00:00:00\",\"n\":1,"
            + "\"error\":\"\",\"id\":12}";
    assertThat(RULE.read(json(answer)))
        .isEqualTo(
            new StatusReading(
                Optional.of("ok"),
                Meaning.SUCCEEDED,
                OptionalDouble.of(0.5),
                new ServerTimes(
                    Optional.empty(),
                    Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                    Optional.empty(),
                    Optional.of(Instant.ofEpochSecond(1))),
                Optional.empty(),
                Optional.of("12"),
                java.util.List.of()));
  }

  @Test
  void anUnknownWordIsKeptAndIsNoEnd() {
    StatusReading reading = RULE.read(json("{\"state\":\"OK\"}"));
    assertThat(reading.word()).contains("OK");
    assertThat(reading.meaning()).isEqualTo(Meaning.UNKNOWN);
    assertThat(reading.meaning().terminal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no status word at /state or /status",
        "[] | no status word at /state or /status",
        "\"text\" | no status word at /state or /status",
        "{\"state\":{\"a\":1}} | the status at /state or /status is not a word: {\"a\":1}",
        "{\"state\":\"run\",\"progress\":\"50%\"} | the progress at /progress is not a number: 50%",
        "{\"state\":\"run\",\"progress\":-1} | the progress -1 is outside 0..1",
      })
  void remarks(String answer, String remark) {
    assertThat(RULE.read(json(answer)).remarks()).containsExactly(remark);
  }

  @Test
  void longTextsAreCut() {
    StatusReading reading =
        RULE.read(json("{\"state\":\"run\",\"error\":\"" + "x".repeat(9999) + "\"}"));
    assertThat(reading.error().orElseThrow()).hasSize(501);
  }

  @Test
  void onlyEndsAreTerminal() {
    Map<Meaning, Boolean> terminal =
        Map.of(
            Meaning.WAITING, false,
            Meaning.RUNNING, false,
            Meaning.SUCCEEDED, true,
            Meaning.FAILED, true,
            Meaning.CANCELLED, true,
            Meaning.TIMED_OUT, true,
            Meaning.NOT_FOUND, false,
            Meaning.NOTHING, false,
            Meaning.UNKNOWN, false);
    terminal.forEach((meaning, ends) -> assertThat(meaning.terminal()).isEqualTo(ends));
    assertThat(terminal).hasSize(Meaning.values().length);
  }
}
