package stress.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/**
 * A JSON tree as text that a person can read and diff: two blanks a level, an object or array of a
 * few plain values on one line, the same text for equal trees.
 */
public final class JsonText {
  private static final int LONGEST_LINE = 100;

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /** The document, ending with a new line. */
  public static String of(JsonNode tree) {
    JsonText writer = new JsonText();
    writer.write(tree, 0);
    return writer.text.append('\n').toString();
  }

  private void write(JsonNode node, int depth) {
    if (!node.isContainerNode()) {
      text.append(node);
    } else if (!writtenInline(node)) {
      text.append(node.isObject() ? '{' : '[');
      String separator = "\n" + "  ".repeat(depth + 1);
      Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
      for (JsonNode child : node) {
        text.append(separator);
        if (node.isObject()) {
          text.append(name(members.next().getKey()));
        }
        write(child, depth + 1);
        separator = ",\n" + "  ".repeat(depth + 1);
      }
      text.append('\n').append("  ".repeat(depth)).append(node.isObject() ? '}' : ']');
    }
  }

  private boolean writtenInline(JsonNode node) {
    StringBuilder line = new StringBuilder().append(node.isObject() ? '{' : '[');
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    String separator = "";
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        return false;
      }
      line.append(separator);
      if (node.isObject()) {
        line.append(name(members.next().getKey()));
      }
      line.append(child);
      separator = ", ";
      if (line.length() > LONGEST_LINE) {
        return false;
      }
    }
    text.append(line).append(node.isObject() ? '}' : ']');
    return true;
  }

  private static String name(String member) {
    return TextNode.valueOf(member) + ": ";
  }
}
