package stress.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a socket: one that streams a job's progress, or one that stands alone. */
final class SocketReader {
  private static final List<String> KEYS =
      List.of(
          "path",
          "query",
          "headers",
          "subprotocols",
          "firstMessages",
          "frames",
          "time",
          "sequence",
          "error",
          "echo",
          "unknownJob",
          "closesAtEnd");
  private static final List<String> ALONE_KEYS =
      KEYS.stream().filter(key -> !key.equals("unknownJob")).toList();
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final CallReader calls;

  SocketReader(CallReader calls) {
    this.calls = calls;
  }

  /**
   * The socket of a job: what it says of the job is read as the status call's answer is, unless it
   * has a rule of its own.
   */
  Optional<Socket> ofJob(Cursor at, Optional<StatusRule> ofStatus) {
    if (!at.isObjectOf(KEYS)) {
      return Optional.empty();
    }
    TemplateReader templates = new TemplateReader(TemplateScope.JOB);
    Optional<TextTemplate> path = CallReader.path(at, templates);
    Optional<StatusRule> rule =
        at.has("frames")
            ? at.member("frames").flatMap(f -> StatusReader.own(f, ofStatus))
            : ofStatus.flatMap(r -> telling(at, r));
    List<Meaning> unknownJob =
        at.member("unknownJob").map(SocketReader::meanings).orElse(List.of(Meaning.NOT_FOUND));
    Socket socket = socket(at, templates, path, rule, unknownJob);
    return path.isEmpty() || rule.isEmpty() ? Optional.empty() : Optional.of(socket);
  }

  /** A socket of which no job is known. */
  Optional<Socket> alone(Cursor at) {
    if (!at.isObjectOf(ALONE_KEYS)) {
      return Optional.empty();
    }
    TemplateReader templates = new TemplateReader(TemplateScope.ALONE);
    Optional<TextTemplate> path =
        at.has("path") ? CallReader.path(at, templates) : Optional.empty();
    Optional<StatusRule> rule = at.member("frames").flatMap(SocketReader::ownRule);
    return Optional.of(socket(at, templates, path, rule, List.of()));
  }

  private Socket socket(
      Cursor at,
      TemplateReader templates,
      Optional<TextTemplate> path,
      Optional<StatusRule> rule,
      List<Meaning> unknownJob) {
    Map<String, Template> query = CallReader.query(at, templates);
    TimeRule ofRule = rule.map(StatusRule::times).orElse(TimeRule.NONE);
    return new Socket(
        path,
        query,
        calls.headers(at),
        subprotocols(at),
        messages(at, templates),
        rule,
        at.member("time").map(StatusReader::messageTime).orElse(ofRule),
        PointerReader.member(at, "sequence"),
        PointerReader.member(at, "error"),
        at.member("echo").flatMap(SocketReader::echo),
        unknownJob,
        at.member("closesAtEnd").flatMap(Cursor::truth).orElse(false));
  }

  private static Optional<StatusRule> ownRule(Cursor at) {
    return at.node().isObject()
        ? StatusReader.own(at, Optional.empty())
        : at.expected("an object with a status rule, because there is no status call");
  }

  private static Optional<StatusRule> telling(Cursor at, StatusRule rule) {
    return rule.word().isEmpty() && rule.done().isEmpty()
        ? at.wrong("expected 'frames', because the status call's rule reads no body")
        : Optional.of(rule);
  }

  private static List<Meaning> meanings(Cursor at) {
    return at.oneOrMore("a meaning such as not_found, or a list of them").stream()
        .flatMap(one -> StatusReader.meaning(one).stream())
        .distinct()
        .toList();
  }

  private static Optional<Echo> echo(Cursor at) {
    TemplateReader templates = new TemplateReader(TemplateScope.MESSAGE);
    Optional<Body> body = CallReader.message(at, List.of("binary"), templates);
    if (body.isPresent() && !body.get().hasMark()) {
      return at.wrong(
          "expected {mark} in the text, or {$mark: \"\"} in the document: no answer could be told"
              + " from another");
    }
    boolean binary = at.member("binary").flatMap(Cursor::truth).orElse(false);
    return body.map(b -> new Echo(b, binary));
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
