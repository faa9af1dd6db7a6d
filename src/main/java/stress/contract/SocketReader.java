package stress.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how progress is streamed. */
final class SocketReader {
  private static final List<String> KEYS =
      List.of(
          "path",
          "query",
          "headers",
          "subprotocols",
          "firstMessages",
          "frames",
          "sequence",
          "error",
          "closesAtEnd");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final CallReader calls;
  private final Optional<StatusRule> ofStatus;

  SocketReader(CallReader calls, Optional<StatusRule> ofStatus) {
    this.calls = calls;
    this.ofStatus = ofStatus;
  }

  Optional<Socket> read(Cursor at) {
    if (!at.isObjectOf(KEYS)) {
      return Optional.empty();
    }
    TemplateReader templates = new TemplateReader(TemplateScope.JOB);
    Optional<TextTemplate> path = CallReader.path(at, templates);
    Optional<StatusRule> rule =
        at.has("frames")
            ? at.member("frames").flatMap(f -> StatusReader.own(f, ofStatus))
            : ofStatus.flatMap(r -> telling(at, r));
    Map<String, Template> query = CallReader.query(at, templates);
    List<Header> headers = calls.headers(at);
    List<String> subprotocols = subprotocols(at);
    List<Body> messages = messages(at, templates);
    Pointers sequence = PointerReader.member(at, "sequence");
    Pointers error = PointerReader.member(at, "error");
    boolean closes = at.member("closesAtEnd").flatMap(Cursor::truth).orElse(false);
    if (path.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Socket(
            path.get(),
            query,
            headers,
            subprotocols,
            messages,
            rule.get(),
            sequence,
            error,
            closes));
  }

  private static Optional<StatusRule> telling(Cursor at, StatusRule rule) {
    return rule.word().isEmpty() && rule.done().isEmpty()
        ? at.wrong("expected 'frames', because the status call's rule reads no body")
        : Optional.of(rule);
  }

  private static List<String> subprotocols(Cursor at) {
    List<String> names = new ArrayList<>();
    for (Cursor one :
        at.member("subprotocols").map(s -> s.oneOrMore("a name or a list")).orElse(List.of())) {
      String text = one.node().isTextual() ? one.node().textValue() : "";
      if (!TOKEN.matcher(text).matches()) {
        one.expected("the name of a subprotocol, without spaces or commas");
      } else {
        names.add(text);
      }
    }
    return names;
  }

  private static List<Body> messages(Cursor at, TemplateReader templates) {
    List<Body> messages = new ArrayList<>();
    for (Cursor one :
        at.member("firstMessages").map(m -> m.elements(0, "a list")).orElse(List.of())) {
      if (one.has("form")) {
        one.expected("an object with one of json, text");
      } else {
        CallReader.body(one, templates).ifPresent(messages::add);
      }
    }
    return messages;
  }
}
