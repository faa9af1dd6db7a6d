package stress.simulator;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a request, in the form in which the platform answers 422. */
final class Problems {
  private final String prefix;
  private final List<String> found = new ArrayList<>();

  /**
   * @param location where the fields are: {@code body}, {@code query}, or segments that are JSON
   *     already after the first
   */
  Problems(String location, String... more) {
    StringBuilder text = new StringBuilder("[\"").append(location).append('"');
    for (String segment : more) {
      text.append(',').append(segment);
    }
    this.prefix = text.toString();
  }

  void add(String field, String message, String type) {
    String location = field.isEmpty() ? prefix + "]" : prefix + ",\"" + field + "\"]";
    found.add(
        JsonText.object(out -> out.raw("loc", location).text("msg", message).text("type", type)));
  }

  boolean none() {
    return found.isEmpty();
  }

  List<String> found() {
    return found;
  }

  Refusal refusal() {
    return refusal(found);
  }

  static Refusal refusal(List<String> problems) {
    return new Refusal(Answer.json(422, JsonText.object(out -> out.list("detail", problems))));
  }
}
