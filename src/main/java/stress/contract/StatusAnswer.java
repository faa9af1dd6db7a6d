package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads one answer about a job, and remarks what is wrong in it. */
final class StatusAnswer {
  private final StatusRule rule;
  private final JsonNode answer;
  private final List<String> remarks = new ArrayList<>();

  StatusAnswer(StatusRule rule, JsonNode answer) {
    this.rule = rule;
    this.answer = answer;
  }

  StatusReading read() {
    Optional<String> word = word();
    Meaning meaning = word.map(rule.words()::meaningOf).orElseGet(this::withoutWord);
    OptionalDouble progress = progress();
    ServerTimes times =
        new ServerTimes(
            instant(rule.times().created()),
            instant(rule.times().started()),
            instant(rule.times().ended()),
            instant(rule.times().message()));
    Optional<String> error =
        rule.error().find(answer).map(Json::words).filter(text -> !text.isBlank());
    Optional<String> id = rule.id().find(answer).flatMap(Token::of);
    return new StatusReading(word.map(Json::cut), meaning, progress, times, error, id, remarks);
  }

  private Optional<String> word() {
    Optional<JsonNode> found = rule.word().find(answer);
    if (found.isPresent() && found.get().isContainerNode()) {
      remark("the status at " + rule.word() + " is not a word: " + Json.words(found.get()));
      return Optional.empty();
    }
    return found.map(JsonNode::asText);
  }

  private Meaning withoutWord() {
    if (rule.done().isEmpty()) {
      if (!rule.word().isEmpty() && rule.word().find(answer).isEmpty()) {
        remark("no status word at " + rule.word());
      }
      return Meaning.UNKNOWN;
    }
    Optional<JsonNode> done = rule.done().find(answer);
    if (done.isPresent() && !done.get().isBoolean()) {
      remark("the value at " + rule.done() + " is not a boolean: " + Json.words(done.get()));
      return Meaning.UNKNOWN;
    }
    if (done.isEmpty() || !done.get().booleanValue()) {
      return Meaning.RUNNING;
    }
    return rule.failed().find(answer).filter(StatusAnswer::saysYes).isPresent()
        ? Meaning.FAILED
        : Meaning.SUCCEEDED;
  }

  private static boolean saysYes(JsonNode value) {
    return value.isBoolean()
        ? value.booleanValue()
        : !value.isTextual() || !value.textValue().isEmpty();
  }

  private OptionalDouble progress() {
    Optional<JsonNode> found = rule.progress().find(answer);
    if (found.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (!found.get().isNumber()) {
      remark("the progress at " + rule.progress() + " is not a number: " + Json.words(found.get()));
      return OptionalDouble.empty();
    }
    double number = found.get().doubleValue();
    double complete = rule.scale() == StatusRule.Scale.PERCENT ? 100 : 1;
    if (number < 0 || number > complete) {
      remark("the progress " + Json.words(found.get()) + " is outside 0.." + (int) complete);
    }
    return OptionalDouble.of(number / complete);
  }

  private Optional<Instant> instant(Pointers pointers) {
    Optional<JsonNode> found = pointers.find(answer);
    Optional<Instant> instant = found.flatMap(value -> InstantText.read(value, rule.times()));
    if (found.isPresent() && instant.isEmpty()) {
      remark("the time at " + pointers + " cannot be read: " + Json.words(found.get()));
    }
    return instant;
  }

  private void remark(String text) {
    if (remarks.size() < StatusReading.MOST_REMARKS) {
      remarks.add(text);
    }
  }
}
