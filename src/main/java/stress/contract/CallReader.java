package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys that every call has. */
final class CallReader {
  static final List<String> KEYS =
      List.of("method", "path", "query", "headers", "body", "contentType", "accept");
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final Pattern PATH = Pattern.compile("/[^\\s?#\\p{Cntrl}]*");
  private static final Pattern CODES =
      Pattern.compile("([1-5])xx|([1-5]\\d\\d)(?:-([1-5]\\d\\d))?");
  private static final String CODES_EXPECTED =
      "status codes such as 201, 2xx, 200-204 or [200, 202]";

  private final HeaderReader headers;
  private final List<Header> ofContract;

  CallReader(HeaderReader headers, List<Header> ofContract) {
    this.headers = headers;
    this.ofContract = ofContract;
  }

  /** The keys of a call and those that this kind of call has besides. */
  static List<String> keysAnd(List<String> more) {
    List<String> keys = new ArrayList<>(KEYS);
    keys.addAll(more);
    return keys;
  }

  /** A call that must have no other keys. */
  Optional<Call> readAlone(Cursor at, String method, TemplateScope scope) {
    return at.isObjectOf(KEYS) ? read(at, method, scope) : Optional.empty();
  }

  /** The call among the other keys of {@code at}; unknown keys are the caller's business. */
  Optional<Call> read(Cursor at, String method, TemplateScope scope) {
    TemplateReader templates = new TemplateReader(scope);
    String written = at.member("method").flatMap(m -> m.word(METHODS, name -> name)).orElse(method);
    Optional<TextTemplate> path = path(at, templates);
    Map<String, Template> query = query(at, templates);
    Body body = at.member("body").flatMap(b -> body(b, templates)).orElse(new Body.None());
    Codes codes = at.member("accept").map(CallReader::codes).orElse(Codes.SUCCESS);
    Optional<String> contentType =
        at.member("contentType").flatMap(c -> c.text("a content type such as application/json"));
    if (contentType.isPresent() && body instanceof Body.None && !at.has("body")) {
      at.wrong("found 'contentType' without 'body', expected both");
    }
    List<Header> merged = headers(at);
    return path.map(p -> new Call(written, p, query, body, codes, contentType, merged));
  }

  List<Header> headers(Cursor at) {
    List<Header> own = at.member("headers").map(headers::read).orElse(List.of());
    return HeaderReader.merged(ofContract, own);
  }

  static Optional<TextTemplate> path(Cursor at, TemplateReader templates) {
    String what = "a path that begins with a slash, such as /jobs/{id}";
    Optional<Cursor> path = at.required("path", what);
    Optional<TextTemplate> template = path.flatMap(p -> templates.text(p, what));
    if (template.isPresent() && !PATH.matcher(template.get().toString()).matches()) {
      return path.get().expected(what + ", without spaces; a query goes to the key 'query'");
    }
    return template;
  }

  static Map<String, Template> query(Cursor at, TemplateReader templates) {
    return at.member("query").map(q -> fields(q, templates)).orElse(Map.of());
  }

  private static Map<String, Template> fields(Cursor at, TemplateReader templates) {
    if (!at.node().isObject()) {
      at.expected("an object of names and values");
      return Map.of();
    }
    Map<String, Template> fields = templates.members(at);
    for (Cursor.Member member : at.members()) {
      Template template = fields.get(member.name());
      if (template != null && !isPlain(template)) {
        member
            .value()
            .wrong("found a value that is no text, number or boolean, expected one or a list");
      }
    }
    return fields;
  }

  /** Whether every value is something that a name=value pair can hold. */
  private static boolean isPlain(Template template) {
    if (template instanceof Template.Elements elements) {
      return elements.elements().stream()
          .allMatch(e -> !(e instanceof Template.Elements) && isPlain(e));
    } else if (template instanceof Template.Literal literal) {
      return isPlain(literal.value());
    } else if (template instanceof Template.Choice choice) {
      return choice.values().stream().allMatch(CallReader::isPlain);
    }
    return !(template instanceof Template.Members || template instanceof Template.Jobs);
  }

  private static boolean isPlain(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  /** A body among other keys of {@code at}: a message that has them. */
  static Optional<Body> message(Cursor at, List<String> more, TemplateReader templates) {
    List<String> kinds = List.of("json", "text");
    List<String> keys = new ArrayList<>(kinds);
    keys.addAll(more);
    if (!at.isObjectOf(keys)) {
      return Optional.empty();
    } else if (kinds.stream().filter(at::has).count() != 1) {
      return at.wrong("expected either 'json' or 'text'");
    }
    return written(at, templates);
  }

  static Optional<Body> body(Cursor at, TemplateReader templates) {
    String what = "an object with one of json, form, text";
    if (!at.isObjectOf(List.of("json", "form", "text"))) {
      return Optional.empty();
    } else if (at.node().size() != 1) {
      return at.wrong("found " + at.node().size() + " keys, expected " + what);
    }
    return written(at, templates);
  }

  private static Optional<Body> written(Cursor at, TemplateReader templates) {
    if (at.has("json")) {
      return at.member("json").flatMap(templates::read).map(Body.Document::new);
    } else if (at.has("form")) {
      return at.member("form").map(f -> new Body.Form(fields(f, templates)));
    }
    return at.member("text")
        .flatMap(t -> templates.text(t, "text with placeholders"))
        .map(Body.Text::new);
  }

  private static Codes codes(Cursor at) {
    List<Codes.Range> ranges =
        at.oneOrMore(CODES_EXPECTED).stream().flatMap(one -> range(one).stream()).toList();
    return new Codes(ranges);
  }

  private static Optional<Codes.Range> range(Cursor at) {
    Matcher matcher = CODES.matcher(at.node().isValueNode() ? at.node().asText() : "");
    if (!matcher.matches()) {
      return at.expected(CODES_EXPECTED);
    } else if (matcher.group(1) != null) {
      int hundred = Integer.parseInt(matcher.group(1)) * 100;
      return Optional.of(new Codes.Range(hundred, hundred + 99));
    }
    int first = Integer.parseInt(matcher.group(2));
    int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
    return first <= last ? Optional.of(new Codes.Range(first, last)) : at.expected(CODES_EXPECTED);
  }
}
