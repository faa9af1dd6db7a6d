package stress.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads contract files: YAML, and so JSON too. Safe on any thread if the environment is. */
public final class ContractReader {
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "base",
          "socketBase",
          "headers",
          "submit",
          "status",
          "cancel",
          "list",
          "bulk",
          "queueMetrics",
          "ready",
          "socket");
  private static final List<String> STATUS_KEYS =
      concat(CallReader.keysAnd(List.of("codes", "retryAfter")), StatusReader.KEYS);
  private static final List<String> METRICS_KEYS =
      CallReader.keysAnd(List.of("depth", "running", "workers"));

  private final HeaderReader headers;

  /** A reader that resolves <code>${NAME}</code> in header values with {@code environment}. */
  public ContractReader(Function<String, Optional<String>> environment) {
    this.headers = new HeaderReader(environment);
  }

  /**
   * Reads one contract.
   *
   * @param source the file's name, for messages; {@code .json} at its end allows JSON only
   * @throws ContractException with all that is wrong
   */
  public Contract read(String source, String yamlOrJson) {
    Problems problems = new Problems(source);
    Optional<Contract> contract = SourceTree.read(problems, yamlOrJson).flatMap(this::contract);
    if (!problems.isEmpty()) {
      throw problems.exception();
    }
    return contract.orElseThrow();
  }

  private Optional<Contract> contract(Cursor root) {
    if (!root.isObjectOf(withSchema(KEYS))) {
      return Optional.empty();
    }
    List<Header> common = root.member("headers").map(headers::read).orElse(List.of());
    CallReader calls = new CallReader(headers, common);
    Optional<Cursor> statusKeys =
        root.required("status", "how a job's state is asked for")
            .filter(s -> s.isObjectOf(STATUS_KEYS));
    Optional<StatusRule> rule =
        statusKeys.map(status -> StatusReader.read(status, Optional.empty()));
    Optional<Submit> submit =
        root.required("submit", "how a job is handed in")
            .flatMap(s -> new SubmitReader(calls, rule).read(s));
    Optional<Follow> follow = statusKeys.flatMap(at -> follow(at, calls, rule.orElseThrow()));
    Optional<String> name =
        root.required("name", "a short name for reports").flatMap(n -> n.text("a name"));
    if (submit.isPresent() && submit.get().address().isEmpty()) {
      checkId(root, "status", follow.map(Follow::call));
    }
    Extras extras = extras(root, calls, submit, rule);
    Optional<String> base = base(root, "base", List.of("http", "https"));
    Optional<String> socketBase = base(root, "socketBase", List.of("ws", "wss"));
    String description =
        root.member("description").flatMap(d -> d.text("a description")).orElse("");
    if (name.isEmpty() || submit.isEmpty() || follow.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contract(
            name.get(),
            description,
            base,
            socketBase,
            common,
            submit.get(),
            follow.get(),
            extras.cancel(),
            extras.list(),
            extras.bulk(),
            extras.metrics(),
            extras.ready(),
            extras.socket()));
  }

  /** What an API may have besides submission and status. */
  private record Extras(
      Optional<Call> cancel,
      Optional<Call> list,
      Optional<Bulk> bulk,
      List<QueueMetrics> metrics,
      List<Call> ready,
      Optional<Socket> socket) {}

  private static Extras extras(
      Cursor root, CallReader calls, Optional<Submit> submit, Optional<StatusRule> rule) {
    Optional<Call> cancel = call(root, "cancel", "DELETE", calls, TemplateScope.JOB);
    checkId(root, "cancel", cancel);
    return new Extras(
        cancel,
        call(root, "list", "GET", calls, TemplateScope.TARGET),
        root.member("bulk").flatMap(b -> new SubmitReader(calls, rule).bulk(b, submit)),
        metrics(root, calls),
        ready(root, calls),
        root.member("socket").flatMap(s -> new SocketReader(calls, rule).read(s)));
  }

  private static Optional<Call> call(
      Cursor root, String name, String method, CallReader calls, TemplateScope scope) {
    return root.member(name).flatMap(at -> calls.readAlone(at, method, scope));
  }

  private static void checkId(Cursor root, String name, Optional<Call> call) {
    if (call.isPresent() && !call.get().asksForId()) {
      root.member(name)
          .orElseThrow()
          .wrong(
              "expected {id} in the path, the query or the body: every job gets the same request");
    }
  }

  private static Optional<Follow> follow(Cursor at, CallReader calls, StatusRule rule) {
    Map<Integer, Meaning> codes =
        at.member("codes").map(ContractReader::codes).orElse(Map.of(404, Meaning.NOT_FOUND));
    if (!at.has("word") && !at.has("done") && !at.has("codes")) {
      at.wrong("expected 'word', 'done' or 'codes', which tell the state");
    }
    boolean retryAfter = at.member("retryAfter").flatMap(Cursor::truth).orElse(true);
    return calls
        .read(at, "GET", TemplateScope.JOB)
        .map(call -> new Follow(call, rule, codes, retryAfter));
  }

  private static Map<Integer, Meaning> codes(Cursor at) {
    Map<Integer, Meaning> codes = new HashMap<>();
    if (!at.node().isObject()) {
      at.expected("an object of status codes and meanings such as {404: not_found}");
      return codes;
    }
    for (Cursor.Member member : at.members()) {
      if (member.name().matches("[1-5][0-9][0-9]")) {
        StatusReader.meaning(member.value())
            .ifPresent(m -> codes.put(Integer.valueOf(member.name()), m));
      } else {
        member.value().wrong("found '" + member.name() + "', expected a status code such as 404");
      }
    }
    return codes;
  }

  private static List<QueueMetrics> metrics(Cursor root, CallReader calls) {
    List<QueueMetrics> candidates = new ArrayList<>();
    for (Cursor at : elements(root, "queueMetrics")) {
      if (at.isObjectOf(METRICS_KEYS)) {
        Optional<Pointers> depth =
            at.required("depth", "where the answer has the length of the queue")
                .flatMap(PointerReader::read);
        Pointers running = PointerReader.member(at, "running");
        Pointers workers = PointerReader.member(at, "workers");
        calls
            .read(at, "GET", TemplateScope.TARGET)
            .flatMap(call -> depth.map(d -> new QueueMetrics(call, d, running, workers)))
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  private static List<Call> ready(Cursor root, CallReader calls) {
    List<Call> candidates = new ArrayList<>();
    for (Cursor at : elements(root, "ready")) {
      calls.readAlone(at, "GET", TemplateScope.TARGET).ifPresent(candidates::add);
    }
    return candidates;
  }

  private static List<Cursor> elements(Cursor root, String name) {
    return root.member(name).map(at -> at.elements(0, "a list of calls")).orElse(List.of());
  }

  private static Optional<String> base(Cursor root, String name, List<String> schemes) {
    String what = "a URL such as " + schemes.get(0) + "://localhost:8000, without a query";
    return root.member(name).flatMap(at -> at.parsed(what, text -> base(text, schemes)));
  }

  private static String base(String text, List<String> schemes) {
    try {
      URI uri = new URI(text);
      boolean whole =
          uri.getScheme() != null
              && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && uri.getRawAuthority() != null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (whole) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "'", e);
    }
    throw new IllegalArgumentException("'" + text + "'");
  }

  /** An editor's schema reference is no key of ours, and is allowed. */
  private static List<String> withSchema(List<String> keys) {
    return concat(keys, List.of("$schema"));
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
