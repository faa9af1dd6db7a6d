package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** Writes requests for one set of values. */
final class RequestWriter {
  private static final byte[] NOTHING = {};

  private final Values values;
  private final TemplateWriter templates;

  RequestWriter(Values values) {
    this.values = values;
    this.templates = new TemplateWriter(values);
  }

  Rendered write(Call call) {
    Map<String, String> headers = new LinkedHashMap<>();
    call.headers().forEach(header -> headers.put(header.name(), header.value()));
    return new Rendered(
        call.method(),
        target(Optional.of(call.path()), call.query()),
        headers,
        contentType(call),
        bytes(call.body()));
  }

  String target(Optional<TextTemplate> path, Map<String, Template> query) {
    String encoded = path.map(p -> p.fill(values, Percent::encode)).orElse("");
    return query.isEmpty() ? encoded : withQuery(encoded, pairs(query, "?", Percent::encode));
  }

  private static String withQuery(String path, String query) {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The text of a first message; its body is a document or a text. */
  String text(Body body) {
    return new String(bytes(body), StandardCharsets.UTF_8);
  }

  private static Optional<String> contentType(Call call) {
    return call.contentType().or(() -> kind(call.body()));
  }

  private static Optional<String> kind(Body body) {
    if (body instanceof Body.Document) {
      return Optional.of("application/json");
    } else if (body instanceof Body.Form) {
      return Optional.of("application/x-www-form-urlencoded");
    }
    return body instanceof Body.Text ? Optional.of("text/plain; charset=utf-8") : Optional.empty();
  }

  byte[] bytes(Body body) {
    if (body instanceof Body.Document document) {
      return Json.bytes(templates.make(document.template(), ""));
    } else if (body instanceof Body.Form form) {
      return pairs(form.fields(), "", RequestWriter::formEncoded).getBytes(StandardCharsets.UTF_8);
    } else if (body instanceof Body.Text text) {
      return text.template()
          .fill(values, UnaryOperator.identity())
          .getBytes(StandardCharsets.UTF_8);
    }
    return NOTHING;
  }

  private static String formEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String pairs(
      Map<String, Template> fields, String parent, UnaryOperator<String> encoding) {
    StringJoiner pairs = new StringJoiner("&");
    for (String name : fields.keySet()) {
      JsonNode value = templates.member(fields, parent, name);
      Iterable<JsonNode> each = value.isArray() ? value : List.of(value);
      for (JsonNode one : each) {
        pairs.add(encoding.apply(name) + "=" + encoding.apply(plain(one)));
      }
    }
    return pairs.toString();
  }

  private static String plain(JsonNode value) {
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
  }
}
