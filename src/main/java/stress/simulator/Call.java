package stress.simulator;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request brings along.
 *
 * @param query the first value of a query parameter, decoded; null when it is absent
 */
record Call(Function<String, String> query, Buffer body) {
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.apply(name));
  }

  /** The segments of a raw path, percent-decoded; an encoded slash stays inside its segment. */
  static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(8);
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        if (i > start) {
          segments.add(decoded(path.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return segments;
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return segment; // names no job, so it is answered 404
    }
  }

  /**
   * A whole number in a range.
   *
   * @throws Refusal 422 in the platform's form
   */
  int number(String name, int fallback, int low, int high) {
    Optional<String> given = parameter(name);
    if (given.isEmpty()) {
      return fallback;
    }
    Problems problems = new Problems("query");
    try {
      int value = Integer.parseInt(given.get());
      if (value >= low && value <= high) {
        return value;
      }
      problems.add(name, "must be from " + low + " to " + high, "value_error");
    } catch (NumberFormatException wrong) {
      problems.add(name, "must be a whole number", "int_parsing");
    }
    throw problems.refusal();
  }
}
