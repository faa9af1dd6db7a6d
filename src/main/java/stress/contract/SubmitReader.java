package stress.contract;

import java.util.List;
import java.util.Optional;

/** Reads how jobs are handed in, one by one or many at once. */
final class SubmitReader {
  private static final List<String> KEYS = CallReader.keysAnd(List.of("id", "address", "state"));
  private static final List<String> BULK_KEYS =
      CallReader.keysAnd(List.of("maximum", "items", "id", "state"));
  private static final int MOST_JOBS = 100_000;
  private static final String ID_EXPECTED =
      "where the answer has the job's id: a JSON pointer or {header: Location}";

  private final CallReader calls;
  private final Optional<StatusRule> ofStatus;

  SubmitReader(CallReader calls, Optional<StatusRule> ofStatus) {
    this.calls = calls;
    this.ofStatus = ofStatus;
  }

  Optional<Submit> read(Cursor at) {
    if (!at.isObjectOf(KEYS)) {
      return Optional.empty();
    }
    Optional<Call> call = calls.read(at, "POST", TemplateScope.SUBMISSION);
    Optional<IdRule> id = at.required("id", ID_EXPECTED).flatMap(SubmitReader::id);
    Optional<AddressRule> address = at.member("address").flatMap(SubmitReader::address);
    Optional<StatusRule> state = state(at);
    return call.isEmpty() || id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Submit(call.get(), id.get(), address, state));
  }

  /** Bulk submission; {@code submit} is absent where the submission itself could not be read. */
  Optional<Bulk> bulk(Cursor at, Optional<Submit> submit) {
    if (!at.isObjectOf(BULK_KEYS)) {
      return Optional.empty();
    }
    Optional<Call> call = calls.read(at, "POST", TemplateScope.BULK);
    boolean repeats =
        call.isPresent()
            && call.get().body() instanceof Body.Document document
            && document.template().holds(Template.Jobs.class::isInstance);
    if (call.isPresent() && !repeats) {
      at.wrong("expected body: {json: ...} with the array of jobs as {$jobs: all} in it");
    }
    String what = "a whole number from 1 to " + MOST_JOBS;
    Optional<Long> maximum =
        at.required("maximum", "jobs in one request").flatMap(m -> m.whole(1, MOST_JOBS, what));
    Optional<Pointers> items =
        at.required("items", "where the answer has the array of its jobs")
            .flatMap(PointerReader::read);
    Optional<Pointers> id =
        at.required("id", "where each element of the array has the job's id")
            .flatMap(PointerReader::read);
    Optional<StatusRule> state = state(at);
    Optional<Template> job = submit.flatMap(s -> job(at, s));
    if (call.isEmpty() || maximum.isEmpty() || items.isEmpty() || id.isEmpty() || job.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Bulk(
            call.get(),
            maximum.get().intValue(),
            job.get(),
            items.get(),
            new IdRule.InBody(id.get()),
            state));
  }

  private static Optional<Template> job(Cursor at, Submit submit) {
    return submit.call().body() instanceof Body.Document document
        ? Optional.of(document.template())
        : at.wrong("bulk repeats the body of 'submit', which must be a JSON body and is not");
  }

  private Optional<StatusRule> state(Cursor at) {
    return at.member("state").flatMap(s -> StatusReader.own(s, ofStatus));
  }

  private static Optional<IdRule> id(Cursor at) {
    if (!at.node().isObject()) {
      return PointerReader.read(at).map(IdRule.InBody::new);
    } else if (!isPointerOrHeader(at, List.of("pointer", "header", "take"))) {
      return Optional.empty();
    } else if (at.has("pointer")) {
      if (at.has("take")) {
        at.wrong("found 'take' beside 'pointer', expected it beside 'header' only");
      }
      return at.member("pointer").flatMap(PointerReader::read).map(IdRule.InBody::new);
    }
    String take =
        at.member("take")
            .flatMap(t -> t.word(List.of("segment", "value"), w -> w))
            .orElse("segment");
    return header(at)
        .map(h -> take.equals("value") ? new IdRule.HeaderValue(h) : new IdRule.LastSegment(h));
  }

  private static Optional<AddressRule> address(Cursor at) {
    if (!at.node().isObject()) {
      return PointerReader.read(at).map(AddressRule.InBody::new);
    } else if (!isPointerOrHeader(at, List.of("pointer", "header"))) {
      return Optional.empty();
    } else if (at.has("pointer")) {
      return at.member("pointer").flatMap(PointerReader::read).map(AddressRule.InBody::new);
    }
    return header(at).map(AddressRule.InHeader::new);
  }

  private static boolean isPointerOrHeader(Cursor at, List<String> keys) {
    if (at.isObjectOf(keys) && at.has("pointer") != at.has("header")) {
      return true;
    }
    at.wrong("expected either 'pointer' or 'header'");
    return false;
  }

  private static Optional<String> header(Cursor at) {
    return at.member("header").flatMap(h -> h.text("the name of a header such as Location"));
  }
}
