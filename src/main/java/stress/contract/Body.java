package stress.contract;

import java.util.Map;

/** What a call sends behind its headers. */
public sealed interface Body {
  /** Whether it differs from job to job. */
  default boolean asksForId() {
    return this instanceof Document document && document.template().asksForId()
        || this instanceof Form form
            && form.fields().values().stream().anyMatch(Template::asksForId)
        || this instanceof Text text && text.template().asksForId();
  }

  /** Whether it holds the mark of a message. */
  default boolean hasMark() {
    return this instanceof Document document && document.template().hasMark()
        || this instanceof Text text && text.template().hasMark();
  }

  /** Nothing. */
  record None() implements Body {}

  /** A JSON document. */
  record Document(Template template) implements Body {}

  /** Names and values, form-encoded; an array gives its name once for each element. */
  record Form(Map<String, Template> fields) implements Body {}

  /** Text with placeholders, sent as it is. */
  record Text(TextTemplate template) implements Body {}
}
