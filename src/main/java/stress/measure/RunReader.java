package stress.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A tree as a run; whatever is not as the writer writes it is refused with its place. */
final class RunReader {
  /** Sums of a few dozen such numbers stay within a long. */
  static final long MOST = 1_000_000_000_000_000L;

  /** A hundred years, as nanoseconds. */
  static final long LONGEST = 3_153_600_000_000_000_000L;

  /** Each scenario's histograms take megabytes, however few bytes a file has of them. */
  private static final int MOST_SCENARIOS = 64;

  private RunReader() {}

  static RunResult run(String source, JsonNode tree) {
    JsonPlace place = new JsonPlace(source, "", tree);
    version(place);
    place.only(
        Set.of(
            "schema",
            "runId",
            "tool",
            "command",
            "conditions",
            "thresholds",
            "scenarios",
            "judgement"));
    return new RunResult(
        place.member("runId").text(),
        place.member("tool").text(),
        place.member("command").text(),
        place.member("conditions").items().stream().map(RunReader::condition).toList(),
        place.member("thresholds").texts(),
        place.member("scenarios").items(MOST_SCENARIOS).stream().map(RunReader::scenario).toList());
  }

  private static void version(JsonPlace place) {
    Optional<JsonPlace> schema =
        place.node().isObject() ? place.optional("schema") : Optional.empty();
    String found = schema.filter(s -> s.node().isTextual()).map(JsonPlace::text).orElse("");
    if (found.equals(RunFile.SCHEMA)) {
      return;
    }
    if (found.matches("stress\\.run/\\d{1,9}")) {
      String age = number(found) > number(RunFile.SCHEMA) ? "a newer" : "an older";
      throw schema
          .orElseThrow()
          .wrong("\"" + RunFile.SCHEMA + "\": the file is from " + age + " stress than this one");
    }
    throw new RunFileException(
        place.source()
            + ": not a run of stress: expected a JSON object with \"schema\": \""
            + RunFile.SCHEMA
            + "\"");
  }

  private static int number(String schema) {
    return Integer.parseInt(schema.substring(schema.indexOf('/') + 1));
  }

  private static RunResult.Condition condition(JsonPlace place) {
    place.only(Set.of("label", "value"));
    return new RunResult.Condition(place.member("label").text(), place.member("value").text());
  }

  private static ScenarioResult scenario(JsonPlace place) {
    place.only(
        Set.of(
            "scenario",
            "scheduled",
            "begun",
            "elapsedNanos",
            "end",
            "counts",
            "distributions",
            "submissions",
            "completions",
            "errors",
            "errorsBeyond",
            "identity",
            "queue",
            "sockets",
            "generator",
            "notes",
            "points",
            "monitored"));
    return new ScenarioResult(
        place.member("scenario").word(RunWords.SCENARIOS, "a scenario"),
        place.member("scheduled").flag(),
        instant(place.member("begun")),
        Duration.ofNanos(place.member("elapsedNanos").number(0, LONGEST)),
        place.member("end").word(RunWords.ENDS, "why a run ended"),
        counts(place.member("counts")),
        distributions(place.member("distributions")),
        place.member("points").items().stream().map(RunReader::point).toList(),
        place.optional("submissions").map(RunReader::window),
        place.optional("completions").map(RunReader::window),
        place.member("errors").items().stream().map(RunReader::error).toList(),
        place.member("errorsBeyond").number(0, MOST),
        place.member("identity").items().stream().map(RunReader::identity).toList(),
        place.optional("queue").map(RunReader::queue),
        place.optional("sockets").map(SocketFactsReader::facts),
        GeneratorJson.health(place.member("generator")),
        place.member("notes").texts(),
        place.optional("monitored").map(MonitoredJson::monitored).orElse(List.of()));
  }

  private static Instant instant(JsonPlace place) {
    try {
      return Instant.parse(place.text());
    } catch (DateTimeParseException wrong) {
      throw place.wrong("an instant such as 2026-01-31T12:00:00Z");
    }
  }

  private static Counts counts(JsonPlace place) {
    place.only(RunWords.COUNTERS.keySet());
    long[] numbers = new long[Counter.values().length];
    place
        .members()
        .forEach(
            (id, number) -> numbers[RunWords.COUNTERS.get(id).ordinal()] = number.number(0, MOST));
    return Counts.owning(numbers);
  }

  private static Map<Series, Distribution> distributions(JsonPlace place) {
    place.only(RunWords.SERIES.keySet());
    Map<Series, Distribution> distributions = new EnumMap<>(Series.class);
    place
        .members()
        .forEach((id, entry) -> distributions.put(RunWords.SERIES.get(id), distribution(entry)));
    return distributions;
  }

  /** The summary is there for people and is passed over: it follows from the histogram. */
  private static Distribution distribution(JsonPlace place) {
    place.only(Set.of("summary", "histogram"));
    JsonPlace histogram = place.member("histogram");
    return histogram.made(() -> Distribution.decode(histogram.text()));
  }

  private static Window window(JsonPlace place) {
    place.only(Set.of("startNanos", "endNanos"));
    return place.made(
        () ->
            new Window(
                place.member("startNanos").number(0, LONGEST),
                place.member("endNanos").number(0, LONGEST)));
  }

  private static ErrorEntry error(JsonPlace place) {
    place.only(
        Set.of("phase", "kind", "code", "detail", "count", "firstNanos", "lastNanos", "sample"));
    OptionalInt code =
        place
            .optional("code")
            .map(c -> OptionalInt.of((int) c.number(Integer.MIN_VALUE, Integer.MAX_VALUE)))
            .orElse(OptionalInt.empty());
    return new ErrorEntry(
        new ErrorSignature(
            place.member("phase").word(RunWords.PHASES, "a phase"),
            place.member("kind").word(RunWords.KINDS, "a kind of failure"),
            code,
            place.member("detail").text()),
        place.member("count").number(0, MOST),
        place.member("firstNanos").number(-LONGEST, LONGEST),
        place.member("lastNanos").number(-LONGEST, LONGEST),
        place.member("sample").text());
  }

  private static IdentityFinding identity(JsonPlace place) {
    place.only(Set.of("kind", "count", "samples"));
    return new IdentityFinding(
        place.member("kind").word(RunWords.IDENTITIES, "a kind of identity finding"),
        place.member("count").number(0, MOST),
        place.member("samples").texts());
  }

  private static QueueClaim queue(JsonPlace place) {
    place.only(Set.of("source", "unavailable"));
    return place.made(
        () ->
            new QueueClaim(
                place.optional("source").map(JsonPlace::text),
                place.optional("unavailable").map(JsonPlace::text)));
  }

  private static Point point(JsonPlace place) {
    place.only(Set.of("startNanos", "endNanos", "counts", "summaries", "gauges"));
    Window stretch =
        place.made(
            () ->
                new Window(
                    place.member("startNanos").number(0, LONGEST),
                    place.member("endNanos").number(0, LONGEST)));
    return new Point(
        stretch.startNanos(),
        stretch.endNanos(),
        counts(place.member("counts")),
        summaries(place.member("summaries")),
        gauges(place.member("gauges")));
  }

  private static Map<Series, Summary> summaries(JsonPlace place) {
    place.only(RunWords.SERIES.keySet());
    Map<Series, Summary> summaries = new EnumMap<>(Series.class);
    place.members().forEach((id, entry) -> summaries.put(RunWords.SERIES.get(id), summary(entry)));
    return summaries;
  }

  private static Summary summary(JsonPlace place) {
    place.only(Set.of("count", "p50Nanos", "p95Nanos", "p99Nanos", "maxNanos"));
    return new Summary(
        place.member("count").number(1, MOST),
        place.member("p50Nanos").number(0, LONGEST),
        place.member("p95Nanos").number(0, LONGEST),
        place.member("p99Nanos").number(0, LONGEST),
        place.member("maxNanos").number(0, LONGEST));
  }

  private static Gauges gauges(JsonPlace place) {
    place.only(RunWords.GAUGES.keySet());
    Map<Gauge, Long> levels = new EnumMap<>(Gauge.class);
    place
        .members()
        .forEach(
            (id, level) ->
                levels.put(RunWords.GAUGES.get(id), level.number(Long.MIN_VALUE, Long.MAX_VALUE)));
    return Gauges.of(levels);
  }
}
