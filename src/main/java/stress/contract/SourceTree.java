package stress.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file as a tree that remembers where each value stands: Jackson's own tree reader forgets it.
 * Duplicate keys, aliases and a second document are problems.
 */
final class SourceTree {
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Problems problems;
  private final JsonParser parser;
  private final Map<String, Problem.Place> places = new HashMap<>();

  private SourceTree(Problems problems, JsonParser parser) {
    this.problems = problems;
    this.parser = parser;
  }

  /** Reads the tree; absent, with problems, where the text is neither YAML nor JSON. */
  static Optional<Cursor> read(Problems problems, String text) {
    boolean json = problems.source().endsWith(".json");
    if (!json && text.stripLeading().startsWith("{")) {
      // JSON with tabs is not YAML: a file that is JSON is read as JSON whatever its name is.
      Problems attempt = new Problems(problems.source());
      Optional<Cursor> read = read(attempt, JSON, text);
      if (attempt.isEmpty()) {
        return read;
      }
    }
    return read(problems, json ? JSON : YAML, text);
  }

  private static Optional<Cursor> read(Problems problems, JsonFactory format, String text) {
    try (JsonParser parser = format.createParser(text)) {
      return new SourceTree(problems, parser).document();
    } catch (JsonProcessingException e) {
      problems.add(place(e.getLocation()), "", reason(e));
    } catch (IOException | NumberFormatException e) {
      problems.add(Optional.empty(), "", "found " + e.getMessage() + ", expected YAML or JSON");
    }
    return Optional.empty();
  }

  private static String reason(JsonProcessingException e) {
    String first =
        e.getOriginalMessage()
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("in 'reader'") && !line.startsWith("in reader"))
            .limit(2)
            .collect(Collectors.joining("; "));
    return first + "; expected YAML or JSON";
  }

  private Optional<Cursor> document() throws IOException {
    if (parser.nextToken() == null) {
      problems.add(Optional.empty(), "", "found nothing, expected a contract");
      return Optional.empty();
    }
    places.put("", here());
    JsonNode root = value("");
    if (parser.nextToken() != null) {
      problems.add(
          Optional.of(here()), "", "found something behind the end, expected one document a file");
    }
    problems.know(places);
    return Optional.of(new Cursor(problems, "", root));
  }

  private JsonNode value(String pointer) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      problems.add(
          Optional.of(here()), pointer, "found an alias (*name), expected the value written out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> array(pointer);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> decimal(pointer);
      default -> NODES.textNode(parser.getText());
    };
  }

  private JsonNode decimal(String pointer) throws IOException {
    if (parser.isNaN()) {
      problems.add(
          Optional.of(here()), pointer, "found " + parser.getText() + ", expected a finite number");
      return NODES.nullNode();
    }
    return DecimalNode.valueOf(parser.getDecimalValue());
  }

  private ObjectNode object(String pointer) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String place = Problems.child(pointer, name);
      if (object.has(name)) {
        problems.add(Optional.of(here()), place, "found the key '" + name + "' a second time");
      }
      places.put(place, here());
      parser.nextToken();
      object.set(name, value(place));
    }
    return object;
  }

  private ArrayNode array(String pointer) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String place = pointer + "/" + array.size();
      places.put(place, here());
      array.add(value(place));
    }
    return array;
  }

  private Problem.Place here() {
    JsonLocation location = parser.currentTokenLocation();
    return new Problem.Place(location.getLineNr(), location.getColumnNr());
  }

  private static Optional<Problem.Place> place(JsonLocation location) {
    return Optional.ofNullable(location)
        .filter(l -> l.getLineNr() > 0)
        .map(l -> new Problem.Place(l.getLineNr(), l.getColumnNr()));
  }
}
