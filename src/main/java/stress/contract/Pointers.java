package stress.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Candidate places of one value in an answer; the first that holds something other than null. */
public record Pointers(List<JsonPointer> candidates) {
  /** Nowhere. */
  public static final Pointers NONE = new Pointers(List.of());

  public Pointers {
    candidates = List.copyOf(candidates);
  }

  /** Places written as JSON pointers. */
  public static Pointers of(String... texts) {
    return new Pointers(Arrays.stream(texts).map(JsonPointer::compile).toList());
  }

  public boolean isEmpty() {
    return candidates.isEmpty();
  }

  boolean some() {
    return !isEmpty();
  }

  /** The first value that is there and is not null. */
  public Optional<JsonNode> find(JsonNode answer) {
    for (JsonPointer pointer : candidates) {
      JsonNode found = answer.at(pointer);
      if (!found.isMissingNode() && !found.isNull()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return candidates.stream()
        .map(p -> p.matches() ? "the root" : p.toString())
        .collect(Collectors.joining(" or "));
  }
}
