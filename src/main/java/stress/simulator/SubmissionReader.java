package stress.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads submissions of the platform's two APIs, and says in its words what is wrong with them. */
final class SubmissionReader {
  /** The names of the submission's main fields, which differ between APIs. */
  record Names(String symbol, String from, String to, String runs, String capital) {
    static final Names PLATFORM =
        new Names("symbol", "start_date", "end_date", "num_runs", "initial_capital");
    static final Names OTHER = new Names("symbol", "from", "to", "runs", "capital");
  }

  private final boolean upperCaseRefused;
  private final boolean priorityIsWord;

  SubmissionReader(boolean upperCaseRefused, boolean priorityIsWord) {
    this.upperCaseRefused = upperCaseRefused;
    this.priorityIsWord = priorityIsWord;
  }

  /**
   * The object in a body.
   *
   * @throws Refusal 422 when it is none
   */
  static JsonObject object(Buffer body) {
    try {
      if (body.length() > 0) {
        return new JsonObject(body);
      }
    } catch (DecodeException | ClassCastException wrong) {
      Problems problems = new Problems("body");
      problems.add("", "JSON decode error", "json_invalid");
      throw problems.refusal();
    }
    Problems problems = new Problems("body");
    problems.add("", "Field required", "missing");
    throw problems.refusal();
  }

  /** Reads a body of the older API; empty when there are problems, which are noted. */
  Optional<Submission> body(JsonObject body, Problems problems) {
    Fields fields = new Fields(body::getValue, false, problems);
    JsonObject parameters = fields.object("strategy_params").orElseGet(JsonObject::new);
    priority(body.getValue("priority"), problems);
    OptionalLong timeout = OptionalLong.empty();
    if (fields.has("timeout_seconds")) {
      timeout =
          OptionalLong.of(fields.whole("timeout_seconds", 60, 7200).orElse(60) * 1_000_000_000L);
    }
    return common(fields, Names.PLATFORM, problems, tag(parameters), timeout, parameters.encode());
  }

  /** Reads the query of today's API. */
  Optional<Submission> query(Call call, Problems problems) {
    Fields fields = new Fields(name -> call.query().apply(name), true, problems);
    return common(
        fields, Names.PLATFORM, problems, call.parameter("tag"), OptionalLong.empty(), "");
  }

  /** Reads the fields that all APIs have. */
  Optional<Submission> common(
      Fields fields,
      Names names,
      Problems problems,
      Optional<String> tag,
      OptionalLong timeout,
      String more) {
    Optional<String> symbol = fields.text(names.symbol());
    Optional<LocalDate> from = fields.day(names.from());
    Optional<LocalDate> to = fields.day(names.to());
    Optional<Integer> runs = fields.whole(names.runs(), 1, 10_000);
    Optional<Double> capital = fields.above0(names.capital());
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      problems.add(names.to(), names.to() + " must be after " + names.from(), "value_error");
    }
    if (!problems.none()) {
      return Optional.empty();
    }
    String sameness =
        String.join("|", symbol.get(), from.get().toString(), to.get().toString())
            + "|"
            + runs.get()
            + "|"
            + more;
    return Optional.of(
        new Submission(
            symbol.get().toLowerCase(Locale.ROOT),
            from.get(),
            to.get(),
            runs.get(),
            capital.get(),
            sameness,
            tag,
            timeout));
  }

  /**
   * Why there is no data for it.
   *
   * @param symbol as the client wrote it
   */
  Optional<String> missingData(Submission asked, String symbol) {
    if (upperCaseRefused && !symbol.equals(asked.symbol())) {
      return Optional.of("symbol " + symbol + " must be in lower case");
    }
    if (Market.motion(asked.symbol()).isEmpty()) {
      return Optional.of("no data for symbol " + symbol);
    }
    if (asked.from().isBefore(Market.FIRST) || asked.to().isAfter(Market.LAST)) {
      return Optional.of(
          "no data for " + symbol + " outside " + Market.FIRST + " to " + Market.LAST);
    }
    return Optional.empty();
  }

  private void priority(Object priority, Problems problems) {
    if (priority == null) {
      return;
    }
    if (priorityIsWord) {
      if (!(priority instanceof String word && word.matches("low|normal|high"))) {
        problems.add("priority", "must be low, normal or high", "enum");
      }
    } else if (!(priority instanceof Integer number && number >= 1 && number <= 4)) {
      problems.add("priority", "must be a whole number from 1 to 4", "int_parsing");
    }
  }

  /** The member called tag, else the first text whose name holds that word. */
  private static Optional<String> tag(JsonObject parameters) {
    if (parameters.getValue("tag") instanceof String tag) {
      return Optional.of(tag);
    }
    return parameters.stream()
        .filter(entry -> entry.getKey().contains("tag") && entry.getValue() instanceof String)
        .map(entry -> (String) entry.getValue())
        .findFirst();
  }
}
