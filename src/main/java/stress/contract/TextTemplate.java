package stress.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text with the placeholders <code>{id}</code>, <code>{index}</code>, <code>{tag}</code> and <code>
 * {mark}</code>; doubled braces stand for single ones.
 */
public final class TextTemplate {
  /** What a placeholder can name. */
  enum Placeholder {
    ID("id"),
    INDEX("index"),
    TAG("tag"),
    MARK("mark");

    private final String name;

    Placeholder(String name) {
      this.name = name;
    }

    String value(Values values) {
      return switch (this) {
        case ID -> values.id();
        case INDEX -> Long.toString(values.index());
        case TAG -> values.tag();
        case MARK -> values.mark();
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private sealed interface Part {}

  private record Plain(String text) implements Part {}

  private record Filled(Placeholder placeholder) implements Part {}

  private final String source;
  private final List<Part> parts;

  private TextTemplate(String source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException for a placeholder that does not exist and for a lone brace
   */
  public static TextTemplate parse(String source) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c != '{' && c != '}') {
        plain.append(c);
        at++;
      } else if (source.startsWith(String.valueOf(c).repeat(2), at)) {
        plain.append(c);
        at += 2;
      } else {
        int end = source.indexOf('}', at);
        if (c == '}' || end < 0) {
          throw new IllegalArgumentException(
              "a lone '" + c + "' at character " + (at + 1) + "; a brace itself is written twice");
        }
        parts.add(new Plain(plain.toString()));
        plain.setLength(0);
        parts.add(new Filled(placeholder(source.substring(at + 1, end))));
        at = end + 1;
      }
    }
    parts.add(new Plain(plain.toString()));
    return new TextTemplate(source, parts);
  }

  private static Placeholder placeholder(String name) {
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.name.equals(name)) {
        return placeholder;
      }
    }
    throw new IllegalArgumentException(
        "the placeholder '{"
            + name
            + "}', which is none of {id}, {index}, {tag}, {mark}; a brace itself is written twice");
  }

  /** The text with each placeholder's value passed through {@code encoding}. */
  String fill(Values values, UnaryOperator<String> encoding) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Plain plain) {
        text.append(plain.text());
      } else if (part instanceof Filled filled) {
        text.append(encoding.apply(filled.placeholder().value(values)));
      }
    }
    return text.toString();
  }

  /** The placeholders that stand in the text, in order. */
  List<Placeholder> placeholders() {
    return parts.stream()
        .filter(Filled.class::isInstance)
        .map(part -> ((Filled) part).placeholder())
        .toList();
  }

  boolean asksForId() {
    return placeholders().contains(Placeholder.ID);
  }

  boolean hasMark() {
    return placeholders().contains(Placeholder.MARK);
  }

  /** The template as it was written. */
  @Override
  public String toString() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextTemplate that && that.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
