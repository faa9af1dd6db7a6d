package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A JSON value with places that are filled anew for each request. */
public sealed interface Template {
  /** Whether this or a template inside it is as asked. */
  default boolean holds(Predicate<Template> asked) {
    if (this instanceof Members members) {
      return members.members().values().stream().anyMatch(t -> t.holds(asked));
    } else if (this instanceof Elements elements) {
      return elements.elements().stream().anyMatch(t -> t.holds(asked));
    }
    return asked.test(this);
  }

  /** Whether the value differs from job to job. */
  default boolean asksForId() {
    return holds(t -> t instanceof JobId || t instanceof Text text && text.text().asksForId());
  }

  /** Whether the value holds the mark of a message. */
  default boolean hasMark() {
    return holds(t -> t instanceof Text text && text.text().hasMark());
  }

  /** Always this value. */
  record Literal(JsonNode value) implements Template {}

  /** An object whose members are templates, in file order. */
  record Members(Map<String, Template> members) implements Template {}

  /** An array whose elements are templates. */
  record Elements(List<Template> elements) implements Template {}

  /** {@code $index}: the submission's index, counted from {@code first}. */
  record Index(long first) implements Template {}

  /**
   * {@code $text}: text with placeholders; {@code $tag} and {@code $mark} are a prefix followed by
   * it.
   */
  record Text(TextTemplate text) implements Template {}

  /** {@code $choice}: one of the values. */
  record Choice(List<JsonNode> values) implements Template {}

  /** {@code $integer}: a whole number between the bounds, both included. */
  record WholeNumber(long least, long most) implements Template {}

  /** {@code $decimal}: a number between the bounds, both included, with so many decimal digits. */
  record DecimalNumber(BigDecimal least, BigDecimal most, int digits) implements Template {}

  /** {@code $date} with {@code range}: a day between the bounds, both included. */
  record DateBetween(LocalDate first, LocalDate last, DateForm form) implements Template {}

  /** {@code $date} with {@code after}: so many days after the date that a sibling drew. */
  record DateAfter(String sibling, int least, int most, DateForm form) implements Template {}

  /** {@code $id}: the job's id, as a JSON number where asked for and where it is one. */
  record JobId(boolean number) implements Template {}

  /** {@code $jobs}: the array of the bodies of a bulk submission. */
  record Jobs() implements Template {}
}
