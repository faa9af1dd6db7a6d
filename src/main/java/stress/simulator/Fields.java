package stress.simulator;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** Reads single fields of a submission, noting what is wrong with them. */
final class Fields {
  private final Function<String, Object> source;
  private final boolean textual;
  private final Problems problems;

  /**
   * @param source a field's value; null when it is absent
   * @param textual whether numbers come as texts, as in a query
   */
  Fields(Function<String, Object> source, boolean textual, Problems problems) {
    this.source = source;
    this.textual = textual;
    this.problems = problems;
  }

  boolean has(String name) {
    return source.apply(name) != null;
  }

  private Optional<Object> required(String name) {
    Optional<Object> value = Optional.ofNullable(source.apply(name));
    if (value.isEmpty()) {
      problems.add(name, "Field required", "missing");
    }
    return value;
  }

  Optional<String> text(String name) {
    return required(name)
        .flatMap(
            value -> {
              if (value instanceof String text && !text.isBlank()) {
                return Optional.of(text);
              }
              problems.add(name, "must be a text that is not empty", "string_type");
              return Optional.empty();
            });
  }

  Optional<Double> number(String name) {
    return required(name)
        .flatMap(
            value -> {
              if (value instanceof Number number) {
                return Optional.of(number.doubleValue());
              }
              if (textual && value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
                return Optional.of(Double.valueOf(text));
              }
              problems.add(name, "must be a number", "float_parsing");
              return Optional.empty();
            });
  }

  Optional<Integer> whole(String name, int low, int high) {
    return number(name)
        .flatMap(
            value -> {
              if (value == Math.rint(value) && value >= low && value <= high) {
                return Optional.of(value.intValue());
              }
              problems.add(
                  name, "must be a whole number from " + low + " to " + high, "value_error");
              return Optional.empty();
            });
  }

  Optional<Double> above0(String name) {
    return number(name)
        .flatMap(
            value -> {
              if (value > 0) {
                return Optional.of(value);
              }
              problems.add(name, "must be greater than 0", "greater_than");
              return Optional.empty();
            });
  }

  Optional<LocalDate> day(String name) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(
                    text.length() == 10
                        ? LocalDate.parse(text)
                        : LocalDateTime.parse(text).toLocalDate());
              } catch (DateTimeParseException wrong) {
                problems.add(
                    name,
                    "must be an ISO-8601 date or date-time without a zone",
                    "datetime_parsing");
                return Optional.empty();
              }
            });
  }

  Optional<JsonObject> object(String name) {
    return required(name)
        .flatMap(
            value -> {
              if (value instanceof JsonObject object) {
                return Optional.of(object);
              }
              problems.add(name, "must be an object", "dict_type");
              return Optional.empty();
            });
  }
}
