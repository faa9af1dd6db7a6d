package stress.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The facts of a socket scenario as a tree, its members always in the same order. */
final class SocketFactsWriter {
  private SocketFactsWriter() {}

  static ObjectNode tree(SocketFacts facts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("planned", facts.planned());
    facts.full().ifPresent(nanos -> node.put("fullNanos", nanos));
    ArrayNode closes = node.putArray("closes");
    facts.closes().forEach(close -> close(close, closes.addObject()));
    ArrayNode addresses = node.putArray("addresses");
    for (AddressEntry address : facts.addresses()) {
      ObjectNode entry = addresses.addObject();
      entry.put("address", Wording.wellFormed(address.address()));
      entry.put("opened", address.opened());
    }
    facts.clock().ifPresent(clock -> clock(clock, node.putObject("clock")));
    spread(facts.messagesIn(), "messagesIn", node);
    spread(facts.bytesIn(), "bytesIn", node);
    spread(facts.messagesOut(), "messagesOut", node);
    ArrayNode cases = node.putArray("cases");
    facts.cases().forEach(result -> caseResult(result, cases.addObject()));
    return node;
  }

  private static void close(CloseEntry close, ObjectNode node) {
    node.put("by", close.by().id());
    node.put("code", close.code());
    node.put("reason", Wording.wellFormed(close.reason()));
    node.put("count", close.count());
  }

  private static void clock(ClockOffset clock, ObjectNode node) {
    node.put("nanos", clock.nanos());
    node.put("uncertaintyNanos", clock.uncertaintyNanos());
    node.put("exchanges", clock.exchanges());
    node.put("steady", clock.steady());
  }

  private static void spread(Optional<Spread> spread, String name, ObjectNode parent) {
    if (spread.isPresent()) {
      ObjectNode node = parent.putObject(name);
      node.put("connections", spread.get().connections());
      node.put("min", spread.get().min());
      node.put("median", spread.get().median());
      node.put("max", spread.get().max());
    }
  }

  private static void caseResult(CaseResult result, ObjectNode node) {
    node.put("id", Wording.wellFormed(result.id()));
    node.put("title", Wording.wellFormed(result.title()));
    node.put("expected", Wording.wellFormed(result.expected()));
    node.put("verdict", result.verdict().id());
    node.put("reaction", Wording.wellFormed(result.reaction()));
    node.put("nanos", result.nanos());
  }
}
