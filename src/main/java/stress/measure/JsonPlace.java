package stress.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value of a JSON document together with where it stands, so that every complaint can say so.
 *
 * @param source the file's name
 * @param pointer the JSON pointer of the value
 */
record JsonPlace(String source, String pointer, JsonNode node) {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_QUOTE = 60;

  /** A sentence with file, pointer, what was found and what was expected. */
  RunFileException wrong(String expected) {
    return new RunFileException(where() + "found " + found() + ", expected " + expected);
  }

  private String where() {
    return source + ": " + (pointer.isEmpty() ? "" : "at " + pointer + ": ");
  }

  private String found() {
    if (node.isContainerNode()) {
      return node.isObject() ? "an object" : "an array";
    }
    return Wording.bounded(node.toString(), LONGEST_QUOTE);
  }

  private JsonPlace at(String step, JsonNode child) {
    String escaped = step.replace("~", "~0").replace("/", "~1");
    return new JsonPlace(source, pointer + "/" + escaped, child);
  }

  /** A member that must be there. */
  JsonPlace member(String name) {
    return optional(name)
        .orElseThrow(() -> new RunFileException(where() + "there is no member '" + name + "'"));
  }

  Optional<JsonPlace> optional(String name) {
    return Optional.ofNullable(object().get(name)).map(child -> at(name, child));
  }

  private JsonNode object() {
    if (!node.isObject()) {
      throw wrong("an object");
    }
    return node;
  }

  /** Refuses members of other names, which an equal run would lose. */
  void only(Set<String> names) {
    for (Map.Entry<String, JsonNode> member : object().properties()) {
      if (!names.contains(member.getKey())) {
        throw new RunFileException(
            where()
                + "there is an unknown member '"
                + Wording.bounded(member.getKey(), LONGEST_QUOTE)
                + "'; is the file from a newer stress?");
      }
    }
  }

  Map<String, JsonPlace> members() {
    Map<String, JsonPlace> members = new LinkedHashMap<>();
    object()
        .properties()
        .forEach(member -> members.put(member.getKey(), at(member.getKey(), member.getValue())));
    return members;
  }

  /** The items of an array, each made when it is asked for: a hostile one may have millions. */
  List<JsonPlace> items() {
    if (!node.isArray()) {
      throw wrong("an array");
    }
    return new Items(this);
  }

  /** The items of an array of few. */
  List<JsonPlace> items(int most) {
    List<JsonPlace> items = items();
    if (items.size() > most) {
      throw new RunFileException(
          where() + "found " + items.size() + " items, expected at most " + most);
    }
    return items;
  }

  private static final class Items extends AbstractList<JsonPlace> implements RandomAccess {
    private final JsonPlace array;

    Items(JsonPlace array) {
      this.array = array;
    }

    @Override
    public JsonPlace get(int index) {
      return array.at(Integer.toString(index), array.node.get(index));
    }

    @Override
    public int size() {
      return array.node.size();
    }
  }

  List<String> texts() {
    return items().stream().map(JsonPlace::text).toList();
  }

  String text() {
    if (!node.isTextual() || node.textValue().length() > LONGEST_TEXT) {
      throw wrong("a text of at most " + LONGEST_TEXT + " characters");
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.booleanValue();
  }

  long number(long least, long greatest) {
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < least
        || node.longValue() > greatest) {
      throw wrong("a whole number from " + least + " to " + greatest);
    }
    return node.longValue();
  }

  double decimal() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong("a finite number");
    }
    return node.doubleValue();
  }

  /** One of some values that are known by a word. */
  <T> T word(Map<String, T> values, String what) {
    String word = text();
    if (!values.containsKey(word)) {
      throw wrong(what + ", one of " + String.join(", ", values.keySet()));
    }
    return values.get(word);
  }

  /** What the supplier makes; what it refuses is said with this place. */
  <T> T made(Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (RunFileException placed) {
      throw placed;
    } catch (IllegalArgumentException refused) {
      throw new RunFileException(where() + refused.getMessage(), refused);
    }
  }
}
