package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a contract file and where it stands. Every reading method that finds the wrong thing
 * notes a problem and gives nothing, so that reading goes on and all problems are found.
 */
record Cursor(Problems problems, String pointer, JsonNode node) {
  private static final int MOST_SHOWN = 60;

  /** Notes that something else was expected here. */
  <T> Optional<T> expected(String what) {
    return wrong("found " + shown() + ", expected " + what);
  }

  <T> Optional<T> wrong(String message) {
    problems.add(pointer, message);
    return Optional.empty();
  }

  private String shown() {
    if (node.isObject()) {
      return "an object";
    } else if (node.isArray()) {
      return node.isEmpty() ? "an empty list" : "a list";
    } else if (node.isNull()) {
      return "nothing";
    }
    String text = node.isTextual() ? "'" + node.textValue() + "'" : node.asText();
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…'";
  }

  /** Whether this is an object all of whose keys are known; the unknown ones are problems. */
  boolean isObjectOf(List<String> known) {
    if (!node.isObject()) {
      expected("an object with " + String.join(", ", known));
      return false;
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        child(name).wrong("unknown key '" + name + "'; " + Nearest.hint(name, known));
      }
    }
    return true;
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** The member, which must be there. */
  private Cursor child(String name) {
    return new Cursor(problems, Problems.child(pointer, name), node.get(name));
  }

  Optional<Cursor> member(String name) {
    return node.has(name) ? Optional.of(child(name)) : Optional.empty();
  }

  /** A member without which the object means nothing. */
  Optional<Cursor> required(String name, String what) {
    return node.has(name) ? member(name) : wrong("the key '" + name + "' is missing: " + what);
  }

  /** Every member, in file order. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    node.fieldNames().forEachRemaining(name -> members.add(new Member(name, child(name))));
    return members;
  }

  /** A key and its value. */
  record Member(String name, Cursor value) {}

  /** The elements of a list; a problem where this is none or has fewer than {@code least}. */
  List<Cursor> elements(int least, String what) {
    if (!node.isArray() || node.size() < least) {
      expected(what);
      return List.of();
    }
    List<Cursor> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new Cursor(problems, pointer + "/" + i, node.get(i)));
    }
    return elements;
  }

  /** A list, or one value that stands for a list of one. */
  List<Cursor> oneOrMore(String what) {
    return node.isArray() ? elements(1, what) : List.of(this);
  }

  Optional<String> text(String what) {
    return node.isTextual() && !node.textValue().isBlank()
        ? Optional.of(node.textValue())
        : expected(what);
  }

  Optional<Boolean> truth() {
    return node.isBoolean() ? Optional.of(node.booleanValue()) : expected("true or false");
  }

  Optional<Long> whole(long least, long most, String what) {
    boolean fits = node.isIntegralNumber() && node.canConvertToLong();
    return fits && node.longValue() >= least && node.longValue() <= most
        ? Optional.of(node.longValue())
        : expected(what);
  }

  /** A text that {@code parser} takes; its IllegalArgumentException says what it found. */
  <T> Optional<T> parsed(String what, Function<String, T> parser) {
    return text(what)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException e) {
                return wrong("found " + e.getMessage() + ", expected " + what);
              }
            });
  }

  /** One of several words. */
  <T> Optional<T> word(List<T> choices, Function<T, String> name) {
    List<String> names = choices.stream().map(name).toList();
    String text = node.isTextual() ? node.textValue() : "";
    for (T choice : choices) {
      if (name.apply(choice).equals(text)) {
        return Optional.of(choice);
      }
    }
    return expected(
        names.size() == 1 ? "'" + names.get(0) + "'" : "one of " + String.join(", ", names));
  }
}
