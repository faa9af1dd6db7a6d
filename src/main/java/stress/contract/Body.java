package stress.contract;

import java.util.Map;

/** What a call sends behind its headers. */
public sealed interface Body {
  /** Nothing. */
  record None() implements Body {}

  /** A JSON document. */
  record Document(Template template) implements Body {}

  /** Names and values, form-encoded; an array gives its name once for each element. */
  record Form(Map<String, Template> fields) implements Body {}

  /** Text with placeholders, sent as it is. */
  record Text(TextTemplate template) implements Body {}
}
