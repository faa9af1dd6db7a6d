package stress.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import stress.measure.Monitored.Reading;

/** What was monitored as a tree, its members always in the same order, and back. */
final class MonitoredJson {
  private MonitoredJson() {}

  static ArrayNode tree(List<Monitored> monitored) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    for (Monitored one : monitored) {
      ObjectNode node = nodes.addObject();
      node.put("source", Wording.wellFormed(one.source()));
      node.put("kind", one.kind().id());
      node.put("name", Wording.wellFormed(one.name()));
      one.most().ifPresent(most -> node.put("most", most));
      ArrayNode readings = node.putArray("readings");
      for (Reading reading : one.readings()) {
        ObjectNode entry = readings.addObject();
        entry.put("nanos", reading.nanos());
        entry.put("value", reading.value());
      }
    }
    return nodes;
  }

  static List<Monitored> monitored(JsonPlace place) {
    return place.items().stream().map(MonitoredJson::one).toList();
  }

  private static Monitored one(JsonPlace place) {
    place.only(Set.of("source", "kind", "name", "most", "readings"));
    return new Monitored(
        place.member("source").text(),
        place.member("kind").word(RunWords.MONITORED, "a kind of level"),
        place.member("name").text(),
        place
            .optional("most")
            .map(most -> OptionalDouble.of(most.decimal()))
            .orElse(OptionalDouble.empty()),
        place.member("readings").items().stream().map(MonitoredJson::reading).toList());
  }

  private static Reading reading(JsonPlace place) {
    place.only(Set.of("nanos", "value"));
    return new Reading(
        place.member("nanos").number(0, RunReader.LONGEST), place.member("value").decimal());
  }
}
