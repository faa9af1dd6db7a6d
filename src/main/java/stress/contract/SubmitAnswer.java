package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads answers to submissions. */
record SubmitAnswer(IdRule id, Optional<AddressRule> address, Optional<StatusRule> state) {
  private record Found(Optional<String> id, String reason) {}

  SubmitReading read(Optional<JsonNode> body, Function<String, Optional<String>> headers) {
    Found found = findId(body, headers);
    if (found.id().isEmpty()) {
      return new SubmitReading.Unreadable(found.reason());
    }
    return new SubmitReading.Accepted(
        found.id().get(),
        address.flatMap(rule -> findAddress(rule, body, headers)),
        body.flatMap(document -> state.map(rule -> rule.read(document))));
  }

  static List<SubmitReading> readEach(Bulk bulk, JsonNode answer) {
    Optional<JsonNode> items = bulk.items().find(answer).filter(JsonNode::isArray);
    if (items.isEmpty()) {
      return List.of(
          new SubmitReading.Unreadable("The answer has no array of jobs at " + bulk.items()));
    }
    SubmitAnswer rule = new SubmitAnswer(bulk.id(), Optional.empty(), bulk.state());
    List<SubmitReading> readings = new ArrayList<>();
    items.get().forEach(i -> readings.add(rule.read(Optional.of(i), name -> Optional.empty())));
    return readings;
  }

  private Found findId(Optional<JsonNode> body, Function<String, Optional<String>> headers) {
    if (id instanceof IdRule.InBody rule) {
      return body.map(document -> inBody(rule.pointers(), document))
          .orElseGet(() -> none("The answer has no JSON body to take the job's id from"));
    } else if (id instanceof IdRule.LastSegment rule) {
      return inHeader(rule.header(), headers)
          .map(this::lastSegment)
          .orElseGet(() -> noHeader(rule.header()));
    }
    String name = ((IdRule.HeaderValue) id).header();
    return inHeader(name, headers)
        .map(value -> new Found(Optional.of(value), ""))
        .orElseGet(() -> noHeader(name));
  }

  private static Found inBody(Pointers pointers, JsonNode document) {
    Optional<JsonNode> value = pointers.find(document);
    if (value.isEmpty()) {
      return none("The answer has no job id at " + pointers);
    }
    return Token.of(value.get())
        .map(id -> new Found(Optional.of(id), ""))
        .orElseGet(
            () ->
                none(
                    "The job id at "
                        + pointers
                        + " is neither a text nor a whole number: "
                        + Json.words(value.get())));
  }

  private Found lastSegment(String address) {
    String path =
        address.replaceFirst("[?#].*", "").replaceFirst("^([A-Za-z][\\w+.-]*:)?//[^/]*", "");
    String trimmed = path.replaceFirst("/+$", "");
    String segment = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    return new Found(
        Percent.decode(segment).filter(text -> !text.isEmpty()),
        "The address '"
            + Json.cut(address)
            + "' has no last path segment to take the job's id from");
  }

  private static Optional<String> findAddress(
      AddressRule rule, Optional<JsonNode> body, Function<String, Optional<String>> headers) {
    if (rule instanceof AddressRule.InHeader header) {
      return inHeader(header.header(), headers);
    }
    Pointers pointers = ((AddressRule.InBody) rule).pointers();
    return body.flatMap(pointers::find)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank());
  }

  private static Optional<String> inHeader(
      String name, Function<String, Optional<String>> headers) {
    return headers.apply(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Found noHeader(String name) {
    return none("The answer has no header '" + name + "' to take the job's id from");
  }

  private static Found none(String reason) {
    return new Found(Optional.empty(), reason);
  }
}
