package stress.simulator;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one JSON object member by member into one buffer; answers are made thousands of times a
 * second and need no tree.
 */
final class JsonText {
  private final StringBuilder out;

  private JsonText(StringBuilder out) {
    this.out = out.append('{');
  }

  /** The text of an object whose members the consumer writes. */
  static String object(Consumer<JsonText> members) {
    StringBuilder out = new StringBuilder(384);
    nested(out, members);
    return out.toString();
  }

  private static void nested(StringBuilder out, Consumer<JsonText> members) {
    members.accept(new JsonText(out));
    out.append('}');
  }

  private StringBuilder name(String name) {
    if (out.charAt(out.length() - 1) != '{') {
      out.append(',');
    }
    quote(out, name);
    return out.append(':');
  }

  JsonText text(String name, String value) {
    name(name);
    quote(out, value);
    return this;
  }

  JsonText text(String name, Optional<String> value) {
    return value.isPresent() ? text(name, value.get()) : raw(name, "null");
  }

  JsonText number(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonText number(String name, double value) {
    name(name).append(value);
    return this;
  }

  JsonText flag(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  JsonText missing(String name) {
    return raw(name, "null");
  }

  /** A value that is JSON already. */
  JsonText raw(String name, String json) {
    name(name).append(json);
    return this;
  }

  JsonText object(String name, Consumer<JsonText> members) {
    name(name);
    nested(out, members);
    return this;
  }

  /** A list of values that are JSON already. */
  JsonText list(String name, Iterable<String> values) {
    name(name).append('[').append(String.join(",", values)).append(']');
    return this;
  }

  private static void quote(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
