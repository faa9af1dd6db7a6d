package stress.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what is wrong in one file; for one thread. */
final class Problems {
  private final String source;
  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Problem.Place> places = new HashMap<>();

  Problems(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Learns where values stand. */
  void know(Map<String, Problem.Place> known) {
    places.putAll(known);
  }

  void add(Optional<Problem.Place> place, String pointer, String message) {
    found.add(new Problem(source, place, pointer, message));
  }

  /** Adds a problem at the value itself or, where it is absent, at the nearest that holds it. */
  void add(String pointer, String message) {
    found.add(at(pointer, message));
  }

  /** A problem at that place which is not one of those collected here. */
  Problem at(String pointer, String message) {
    String known = pointer;
    while (!known.isEmpty() && !places.containsKey(known)) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return new Problem(source, Optional.ofNullable(places.get(known)), pointer, message);
  }

  /** The exception that tells all, in file order. */
  ContractException exception() {
    Comparator<Problem> byPlace =
        Comparator.comparingInt((Problem p) -> p.place().map(Problem.Place::line).orElse(0))
            .thenComparingInt(p -> p.place().map(Problem.Place::column).orElse(0));
    return new ContractException(found.stream().sorted(byPlace).distinct().toList());
  }

  /** The pointer of a member. */
  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
