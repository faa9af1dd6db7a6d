package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stress.contract.TextTemplate.Placeholder;

/** Reads templates: a single key that begins with a dollar sign makes an object a generator. */
final class TemplateReader {
  static final List<String> GENERATORS =
      List.of(
          "$index",
          "$tag",
          "$text",
          "$choice",
          "$integer",
          "$decimal",
          "$date",
          "$id",
          "$mark",
          "$jobs",
          "$literal");
  private static final long MOST_WHOLE = 1L << 61;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DAYS = 1_000_000;

  private final TemplateScope scope;

  TemplateReader(TemplateScope scope) {
    this.scope = scope;
  }

  Optional<Template> read(Cursor at) {
    JsonNode node = at.node();
    if (node.isArray()) {
      List<Template> elements = new ArrayList<>();
      at.elements(0, "a list").forEach(e -> read(e).ifPresent(elements::add));
      return Optional.of(new Template.Elements(elements));
    } else if (!node.isObject()) {
      return Optional.of(new Template.Literal(node));
    }
    Optional<Cursor.Member> generator =
        at.members().stream().filter(member -> member.name().startsWith("$")).findFirst();
    if (generator.isEmpty()) {
      return Optional.of(new Template.Members(members(at)));
    } else if (node.size() > 1) {
      return at.wrong(
          "found '"
              + generator.get().name()
              + "' beside other keys, expected it alone in its object");
    }
    return generator(generator.get().name(), generator.get().value());
  }

  /** Names and templates, in file order, with the references between dates checked. */
  Map<String, Template> members(Cursor at) {
    Map<String, Template> members = new LinkedHashMap<>();
    at.members().forEach(m -> read(m.value()).ifPresent(t -> members.put(m.name(), t)));
    at.members().forEach(m -> checkDate(m, members));
    return members;
  }

  /** Text with placeholders that this kind of call has. */
  Optional<TextTemplate> text(Cursor at, String what) {
    Optional<TextTemplate> text = at.parsed(what, TextTemplate::parse);
    for (Placeholder used : text.map(TextTemplate::placeholders).orElse(List.of())) {
      if (!scope.has(used)) {
        return at.wrong("found {" + used + "}, which " + scope + " does not have");
      }
    }
    return text;
  }

  private void checkDate(Cursor.Member member, Map<String, Template> members) {
    Template at = members.get(member.name());
    for (int steps = 0; at instanceof Template.DateAfter date; steps++) {
      at = members.get(date.sibling());
      boolean isDate = at instanceof Template.DateAfter || at instanceof Template.DateBetween;
      if (!isDate || steps > members.size()) {
        member
            .value()
            .wrong(
                isDate
                    ? "found dates that come after each other in a circle"
                    : "found after: '" + date.sibling() + "', expected a $date beside this one");
        members.remove(member.name());
        return;
      }
    }
  }

  private Optional<Template> generator(String name, Cursor at) {
    if (!GENERATORS.contains(name)) {
      return at.wrong("unknown generator '" + name + "'; " + Nearest.hint(name, GENERATORS));
    }
    if (!allowed(name)) {
      return at.wrong("found " + name + ", which " + scope + " does not have");
    }
    return switch (name) {
      case "$index" ->
          at.whole(-MOST_WHOLE, MOST_WHOLE, "the first index, a whole number")
              .map(Template.Index::new);
      case "$tag" -> prefixed(at, "{tag}");
      case "$mark" -> prefixed(at, "{mark}");
      case "$text" -> text(at, "text with placeholders").map(Template.Text::new);
      case "$choice" -> choice(at);
      case "$integer" -> integer(at);
      case "$decimal" -> decimal(at);
      case "$date" -> date(at);
      case "$id" ->
          at.word(List.of("text", "number"), w -> w)
              .map(w -> new Template.JobId("number".equals(w)));
      case "$jobs" -> at.word(List.of("all"), w -> w).map(w -> new Template.Jobs());
      default -> Optional.of(new Template.Literal(at.node()));
    };
  }

  private boolean allowed(String name) {
    return switch (name) {
      case "$id" -> scope.has(Placeholder.ID);
      case "$mark" -> scope.has(Placeholder.MARK);
      case "$jobs" -> scope == TemplateScope.BULK;
      case "$text", "$literal" -> true;
      default -> scope.draws();
    };
  }

  private static Optional<Template> prefixed(Cursor at, String placeholder) {
    if (!at.node().isTextual()) {
      return at.expected("a prefix, which may be empty text");
    }
    String prefix = at.node().textValue().replace("{", "{{").replace("}", "}}");
    return Optional.of(new Template.Text(TextTemplate.parse(prefix + placeholder)));
  }

  private static Optional<Template> choice(Cursor at) {
    List<Cursor> elements = at.elements(1, "a list of one or more values");
    return elements.isEmpty()
        ? Optional.empty()
        : Optional.of(new Template.Choice(elements.stream().map(Cursor::node).toList()));
  }

  private static Optional<Template> integer(Cursor at) {
    String what = "two whole numbers [least, most], least not above most";
    List<Cursor> bounds = pair(at, what);
    if (bounds.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> least = bounds.get(0).whole(-MOST_WHOLE, MOST_WHOLE, "a whole number");
    Optional<Long> most = bounds.get(1).whole(-MOST_WHOLE, MOST_WHOLE, "a whole number");
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    return least.get() <= most.get()
        ? Optional.of(new Template.WholeNumber(least.get(), most.get()))
        : at.expected(what);
  }

  private static Optional<Template> decimal(Cursor at) {
    if (!at.isObjectOf(List.of("range", "digits"))) {
      return Optional.empty();
    }
    String what =
        "two numbers [least, most], least not above most, with no more decimals than digits";
    Optional<Integer> digits =
        at.required("digits", "how many decimals the number has")
            .flatMap(d -> d.whole(0, MOST_DIGITS, "a whole number from 0 to " + MOST_DIGITS))
            .map(Long::intValue);
    Optional<Cursor> range = at.required("range", what);
    List<Cursor> bounds = range.map(r -> pair(r, what)).orElse(List.of());
    if (digits.isEmpty() || bounds.isEmpty()) {
      return Optional.empty();
    }
    if (!bounds.stream().allMatch(b -> fits(b.node(), digits.get()))) {
      return range.get().expected(what);
    }
    BigDecimal least = bounds.get(0).node().decimalValue();
    BigDecimal most = bounds.get(1).node().decimalValue();
    return least.compareTo(most) <= 0
        ? Optional.of(new Template.DecimalNumber(least, most, digits.get()))
        : range.get().expected(what);
  }

  /** A number whose steps can be counted in a long. */
  private static boolean fits(JsonNode node, int digits) {
    return node.isNumber()
        && node.decimalValue().stripTrailingZeros().scale() <= digits
        && node.decimalValue().precision() - node.decimalValue().scale() + digits <= 18;
  }

  private static Optional<Template> date(Cursor at) {
    if (!at.isObjectOf(List.of("range", "after", "days", "format"))) {
      return Optional.empty();
    }
    Optional<DateForm> form =
        at.has("format")
            ? at.member("format").flatMap(f -> f.word(List.of(DateForm.values()), DateForm::word))
            : Optional.of(DateForm.DATE);
    if (at.has("range") == (at.has("after") || at.has("days"))) {
      return at.wrong("expected either 'range', or 'after' and 'days'");
    }
    Optional<Template> date =
        at.has("range")
            ? between(at.member("range").orElseThrow(), form.orElse(DateForm.DATE))
            : after(at, form.orElse(DateForm.DATE));
    return form.isEmpty() ? Optional.empty() : date;
  }

  private static Optional<Template> between(Cursor at, DateForm form) {
    String what = "two dates [first, last] such as 2015-03-02, first not after last";
    List<Cursor> bounds = pair(at, what);
    if (bounds.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> first = day(bounds.get(0));
    Optional<LocalDate> last = day(bounds.get(1));
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    return first.get().isAfter(last.get())
        ? at.expected(what)
        : Optional.of(new Template.DateBetween(first.get(), last.get(), form));
  }

  private static Optional<LocalDate> day(Cursor at) {
    return at.parsed(
        "a date such as 2015-03-02",
        text -> {
          try {
            return LocalDate.parse(text);
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "'", e);
          }
        });
  }

  private static Optional<Template> after(Cursor at, DateForm form) {
    String what = "two whole numbers of days [least, most], least at least 1 and not above most";
    Optional<String> sibling =
        at.required("after", "the name of the date beside this one")
            .flatMap(s -> s.text("the name of the date beside this one"));
    Optional<Cursor> days = at.required("days", what);
    List<Cursor> bounds = days.map(d -> pair(d, what)).orElse(List.of());
    if (sibling.isEmpty() || bounds.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> least = bounds.get(0).whole(1, MOST_DAYS, "a whole number of days from 1");
    Optional<Long> most = bounds.get(1).whole(1, MOST_DAYS, "a whole number of days from 1");
    if (least.isEmpty() || most.isEmpty()) {
      return Optional.empty();
    }
    return least.get() <= most.get()
        ? Optional.of(
            new Template.DateAfter(
                sibling.get(), least.get().intValue(), most.get().intValue(), form))
        : days.get().expected(what);
  }

  private static List<Cursor> pair(Cursor at, String what) {
    List<Cursor> bounds = at.elements(2, what);
    if (bounds.size() > 2) {
      at.expected(what);
      return List.of();
    }
    return bounds;
  }
}
