package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** Where the target tells how long its queue is; one of several candidates. */
public record QueueMetrics(Call call, Pointers depth, Pointers running, Pointers workers) {
  /** Reads an accepted answer; never throws: what is not a whole number is absent. */
  public QueueReading read(JsonNode answer) {
    return new QueueReading(
        number(depth, answer), number(running, answer), number(workers, answer));
  }

  private static OptionalLong number(Pointers pointers, JsonNode answer) {
    return pointers
        .find(answer)
        .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
        .map(node -> OptionalLong.of(node.longValue()))
        .orElseGet(OptionalLong::empty);
  }
}
