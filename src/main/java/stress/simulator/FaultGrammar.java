package stress.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stress.clock.DurationText;

/** Reads the one-line fault grammar that {@link Faults} describes. */
final class FaultGrammar {
  private enum Shape {
    NONE("no value"),
    STATUS("a status from 400 to 599, as in =503 or =429+2s"),
    CLOSE("a close code 1000..1014 or 3000..4999, as in =1011"),
    PAUSE("a duration, as in =200ms or =50ms~10ms"),
    WORD("a word, as in =exploded"),
    MEDIA("a media type, as in =text/html"),
    FREEZE("a length and a start, as in =2s@5s");

    final String expected;

    Shape(String expected) {
      this.expected = expected;
    }
  }

  private static final List<String> ENDPOINTS =
      List.of(
          "submit",
          "status",
          "progress",
          "list",
          "cancel",
          "bulk",
          "metrics",
          "queue",
          "health",
          "ready");
  private static final Map<String, Shape> OF_ENDPOINT =
      Map.of(
          "status", Shape.STATUS,
          "delay", Shape.PAUSE,
          "reset", Shape.NONE,
          "silence", Shape.NONE,
          "malformed", Shape.NONE,
          "type", Shape.MEDIA,
          "notype", Shape.NONE,
          "gzip", Shape.NONE,
          "empty", Shape.NONE);
  private static final Map<String, Shape> OF_JOB =
      Map.of(
          "stuck", Shape.NONE,
          "fail", Shape.NONE,
          "word", Shape.WORD,
          "twice", Shape.NONE,
          "back", Shape.NONE,
          "oddid", Shape.NONE);
  private static final Map<String, Shape> OF_SOCKET =
      Map.of(
          "close", Shape.CLOSE,
          "drop", Shape.NONE,
          "silence", Shape.NONE,
          "delay", Shape.PAUSE,
          "refuse", Shape.STATUS,
          "lost", Shape.NONE,
          "duplicate", Shape.NONE,
          "any-path", Shape.NONE);
  private static final Map<String, Shape> OF_ECHO =
      Map.of(
          "close", Shape.CLOSE,
          "drop", Shape.NONE,
          "silence", Shape.NONE,
          "delay", Shape.PAUSE,
          "refuse", Shape.STATUS,
          "lost", Shape.NONE,
          "duplicate", Shape.NONE);
  private static final Map<String, Shape> OF_PUSH =
      Map.of(
          "close", Shape.CLOSE,
          "drop", Shape.NONE,
          "silence", Shape.NONE,
          "delay", Shape.PAUSE,
          "refuse", Shape.STATUS,
          "gap", Shape.NONE);

  private final String text;

  FaultGrammar(String text) {
    this.text = text;
  }

  List<FaultRule> rules() {
    List<FaultRule> rules = new ArrayList<>();
    if (text.isBlank()) {
      return rules;
    }
    int start = 0;
    for (String part : text.split(";", -1)) {
      boolean last = start + part.length() >= text.length();
      if (!(part.isBlank() && last)) {
        rules.add(rule(part, start + leading(part)));
      }
      start += part.length() + 1;
    }
    return rules;
  }

  private static int leading(String part) {
    return part.length() - part.stripLeading().length();
  }

  private FaultRule rule(String raw, int place) {
    String part = raw.strip();
    int equals = part.indexOf('=');
    int colon = part.lastIndexOf(':');
    String head = part.substring(0, equals >= 0 ? equals : colon >= 0 ? colon : part.length());
    int dot = head.indexOf('.');
    if (dot < 0) {
      throw wrong(part, place, "'" + head.strip() + "' has no dot", "target.name=value:P%");
    }
    String target = head.substring(0, dot).strip();
    String name = head.substring(dot + 1).strip();
    Shape shape = shape(target, name, place);
    double probability =
        colon < 0 ? 1 : probability(shape, part.substring(colon + 1), place + colon + 1);
    Optional<String> value = Optional.empty();
    if (equals >= 0) {
      int end = colon > equals ? colon : part.length();
      value = Optional.of(part.substring(equals + 1, end).strip());
    }
    int valueAt = place + (equals >= 0 ? equals + 1 : head.length());
    return new FaultRule(target, name, value(shape, value, head, valueAt), probability);
  }

  private Shape shape(String target, String name, int place) {
    Map<String, Shape> known = known(target, place);
    if (!known.containsKey(name)) {
      throw wrong(
          name,
          place + target.length() + 1,
          "'" + target + "' has no fault '" + name + "'",
          "one of " + String.join(", ", new TreeMap<>(known).keySet()));
    }
    return known.get(name);
  }

  private Map<String, Shape> known(String target, int place) {
    if (ENDPOINTS.contains(target)) {
      Map<String, Shape> known = new TreeMap<>(OF_ENDPOINT);
      if (target.equals("submit")) {
        known.put("lost", Shape.NONE);
        known.put("duplicate", Shape.NONE);
      }
      return known;
    }
    return switch (target) {
      case "job" -> OF_JOB;
      case "socket" -> OF_SOCKET;
      case "echo" -> OF_ECHO;
      case "push" -> OF_PUSH;
      case "server" -> Map.of("stall", Shape.FREEZE);
      default ->
          throw wrong(
              target,
              place,
              "'" + target + "' is not a target",
              "one of " + String.join(", ", ENDPOINTS) + ", job, socket, echo, push, server");
    };
  }

  private double probability(Shape shape, String raw, int place) {
    String part = raw.strip();
    if (shape == Shape.FREEZE) {
      throw wrong(part, place, "a stall of the server has no share", "=2s@5s alone");
    }
    String expected = "a share from 0% to 100%, as in :5%";
    if (!part.endsWith("%")) {
      throw wrong(part, place, "'" + part + "' has no percent sign", expected);
    }
    try {
      BigDecimal percent = new BigDecimal(part.substring(0, part.length() - 1).strip());
      double share = percent.movePointLeft(2).doubleValue();
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException notANumber) {
      throw wrong(part, place, "'" + part + "' is not a number with %", expected);
    }
    throw wrong(part, place, "'" + part + "' is out of range", expected);
  }

  private FaultRule.Value value(Shape shape, Optional<String> given, String head, int place) {
    if (shape == Shape.NONE) {
      if (given.isPresent()) {
        throw wrong(given.get(), place, "'" + head.strip() + "' takes no value", shape.expected);
      }
      return new FaultRule.None();
    }
    String value =
        given
            .filter(some -> !some.isEmpty())
            .orElseThrow(
                () -> wrong("", place, "'" + head.strip() + "' needs a value", shape.expected));
    return switch (shape) {
      case STATUS -> status(shape, value, place);
      case CLOSE -> new FaultRule.Code(closeCode(shape, value, place), Optional.empty());
      case PAUSE -> pause(shape, value, place);
      case FREEZE -> freeze(shape, value, place);
      case WORD -> text(shape, value, "[A-Za-z0-9_.-]+", place);
      default -> text(shape, value, "[\\w.+-]+/[\\w.+-]+", place);
    };
  }

  private FaultRule.Code status(Shape shape, String value, int place) {
    String[] parts = value.split("\\+", 2);
    Optional<Duration> pause =
        parts.length == 1
            ? Optional.empty()
            : Optional.of(duration(shape, parts[1], place + parts[0].length() + 1));
    return new FaultRule.Code(httpCode(shape, parts[0], place), pause);
  }

  private FaultRule.Pause pause(Shape shape, String value, int place) {
    String[] parts = value.split("~", 2);
    Duration middle = duration(shape, parts[0], place);
    if (parts.length == 1) {
      return new FaultRule.Pause(middle, Duration.ZERO);
    }
    Duration spread = duration(shape, parts[1], place + parts[0].length() + 1);
    if (spread.compareTo(middle) > 0) {
      throw wrong(value, place, "the spread is larger than the delay", shape.expected);
    }
    return new FaultRule.Pause(middle, spread);
  }

  private FaultRule.Freeze freeze(Shape shape, String value, int place) {
    String[] parts = value.split("@", 2);
    if (parts.length == 1) {
      throw wrong(value, place, "'" + value + "' has no @", shape.expected);
    }
    return new FaultRule.Freeze(
        duration(shape, parts[0], place), duration(shape, parts[1], place + parts[0].length() + 1));
  }

  private FaultRule.Text text(Shape shape, String value, String pattern, int place) {
    if (!value.matches(pattern)) {
      throw wrong(value, place, "'" + value + "' is not one", shape.expected);
    }
    return new FaultRule.Text(value);
  }

  private int httpCode(Shape shape, String value, int place) {
    int code = number(shape, value, place);
    if (code < 400 || code > 599) {
      throw wrong(value, place, "'" + value + "' is out of range", shape.expected);
    }
    return code;
  }

  private int closeCode(Shape shape, String value, int place) {
    int code = number(shape, value, place);
    boolean ofTheProtocol = code >= 1000 && code <= 1014 && !(code >= 1004 && code <= 1006);
    if (!ofTheProtocol && (code < 3000 || code > 4999)) {
      throw wrong(value, place, "'" + value + "' is no code that may be sent", shape.expected);
    }
    return code;
  }

  private int number(Shape shape, String value, int place) {
    if (!value.strip().matches("\\d{3,4}")) {
      throw wrong(value, place, "'" + value.strip() + "' is not a code", shape.expected);
    }
    return Integer.parseInt(value.strip());
  }

  private Duration duration(Shape shape, String value, int place) {
    try {
      return DurationText.parse(value);
    } catch (IllegalArgumentException wrong) {
      throw wrong(value, place, "'" + value.strip() + "' is not a duration", shape.expected);
    }
  }

  private IllegalArgumentException wrong(String part, int place, String what, String expected) {
    String near = part.isEmpty() ? "" : " ('" + part.strip() + "')";
    return new IllegalArgumentException(
        "faults '"
            + text
            + "', character "
            + (place + 1)
            + near
            + ": "
            + what
            + "; expected "
            + expected);
  }
}
