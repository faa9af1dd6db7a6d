package stress.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads contract files: YAML, and so JSON too. Safe on any thread if the environment is. */
public final class ContractReader {
  private static final List<String> JOB_KEYS =
      List.of("submit", "status", "cancel", "list", "bulk", "queueMetrics", "socket");
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
   * Reads one contract with jobs.
   *
   * @param source the file's name, for messages; {@code .json} at its end allows JSON only
   * @throws ContractException with all that is wrong
   */
  public Contract read(String source, String yamlOrJson) {
    Api api = api(source, yamlOrJson);
    return api.jobs().orElseThrow(() -> noJobs(source, api));
  }

  /**
   * Reads one file, whatever it describes: jobs, or a socket alone.
   *
   * @param source the file's name, for messages; {@code .json} at its end allows JSON only
   * @throws ContractException with all that is wrong
   */
  public Api api(String source, String yamlOrJson) {
    Problems problems = new Problems(source);
    Optional<Api> api = SourceTree.read(problems, yamlOrJson).flatMap(this::api);
    if (!problems.isEmpty()) {
      throw problems.exception();
    }
    return api.orElseThrow();
  }

  /** Says that jobs were asked of a socket alone. */
  static ContractException noJobs(String source, Api api) {
    String message =
        "the contract '"
            + api.name()
            + "' has no submit: it describes a socket alone; use it with 'stress websocket'";
    return new ContractException(List.of(new Problem(source, Optional.empty(), "", message)));
  }

  private Optional<Api> api(Cursor root) {
    if (!root.isObjectOf(concat(ApiHead.KEYS, concat(JOB_KEYS, List.of("$schema"))))) {
      return Optional.empty();
    }
    ApiHead head = ApiHead.read(root, headers);
    boolean alone = root.has("socket") && !root.has("submit") && !root.has("status");
    return alone ? socketAlone(root, head).map(s -> s) : contract(root, head).map(c -> c);
  }

  private static Optional<SocketApi> socketAlone(Cursor root, ApiHead head) {
    for (String key : JOB_KEYS) {
      if (!key.equals("socket")) {
        root.member(key)
            .ifPresent(
                at ->
                    at.wrong(
                        "found '"
                            + key
                            + "' beside a socket alone, expected it with 'submit' and 'status'"));
      }
    }
    Optional<Socket> socket =
        root.member("socket").flatMap(at -> new SocketReader(head.calls()).alone(at));
    return head.name()
        .flatMap(
            name ->
                socket.map(
                    s ->
                        new SocketApi(
                            name,
                            head.description(),
                            head.base(),
                            head.socketBase(),
                            head.headers(),
                            head.ready(),
                            s)));
  }

  private static Optional<Contract> contract(Cursor root, ApiHead head) {
    CallReader calls = head.calls();
    Optional<Cursor> statusKeys =
        root.required("status", "how a job's state is asked for")
            .filter(s -> s.isObjectOf(STATUS_KEYS));
    Optional<StatusRule> rule =
        statusKeys.map(status -> StatusReader.read(status, Optional.empty()));
    Optional<Submit> submit =
        root.required("submit", "how a job is handed in")
            .flatMap(s -> new SubmitReader(calls, rule).read(s));
    Optional<Follow> follow = statusKeys.flatMap(at -> follow(at, calls, rule.orElseThrow()));
    if (submit.isPresent() && submit.get().address().isEmpty()) {
      checkId(root, "status", follow.map(Follow::call));
    }
    Extras extras = extras(root, calls, submit, rule);
    if (head.name().isEmpty() || submit.isEmpty() || follow.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contract(
            head.name().get(),
            head.description(),
            head.base(),
            head.socketBase(),
            head.headers(),
            submit.get(),
            follow.get(),
            extras.cancel(),
            extras.list(),
            extras.bulk(),
            extras.metrics(),
            head.ready(),
            extras.socket()));
  }

  /** What an API may have besides submission and status. */
  private record Extras(
      Optional<Call> cancel,
      Optional<Call> list,
      Optional<Bulk> bulk,
      List<QueueMetrics> metrics,
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
        root.member("socket").flatMap(s -> new SocketReader(calls).ofJob(s, rule)));
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
    for (Cursor at : ApiHead.candidates(root, "queueMetrics")) {
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

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
