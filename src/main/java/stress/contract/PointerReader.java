package stress.contract;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;

/** Reads JSON pointers: one, or a list of candidates. */
final class PointerReader {
  static final String EXPECTED = "a JSON pointer such as /job_id or /data/0/id, or a list of them";

  private PointerReader() {}

  static Optional<Pointers> read(Cursor at) {
    List<Cursor> candidates = at.oneOrMore(EXPECTED);
    List<JsonPointer> pointers = candidates.stream().flatMap(one -> pointer(one).stream()).toList();
    return pointers.isEmpty() || pointers.size() < candidates.size()
        ? Optional.empty()
        : Optional.of(new Pointers(pointers));
  }

  /** The pointers at a key; nowhere where the key is absent. */
  static Pointers member(Cursor at, String name) {
    return at.member(name).flatMap(PointerReader::read).orElse(Pointers.NONE);
  }

  private static Optional<JsonPointer> pointer(Cursor at) {
    if (!at.node().isTextual()) {
      return at.expected(EXPECTED);
    }
    String text = at.node().textValue();
    if (text.isEmpty() || text.startsWith("/")) {
      return Optional.of(JsonPointer.compile(text));
    }
    return at.expected("a JSON pointer: did you mean '/" + text.replace('.', '/') + "'?");
  }
}
