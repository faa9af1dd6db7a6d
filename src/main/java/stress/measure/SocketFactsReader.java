package stress.measure;

import java.util.Optional;
import java.util.Set;

/** A tree as the facts of a socket scenario, as strictly as {@link RunReader}. */
final class SocketFactsReader {
  /** What a WebSocket close frame can carry as its code. */
  private static final int GREATEST_CODE = 65_535;

  private SocketFactsReader() {}

  static SocketFacts facts(JsonPlace place) {
    place.only(
        Set.of(
            "planned",
            "fullNanos",
            "closes",
            "addresses",
            "clock",
            "messagesIn",
            "bytesIn",
            "messagesOut",
            "cases"));
    return new SocketFacts(
        (int) place.member("planned").number(0, Integer.MAX_VALUE),
        place.optional("fullNanos").map(nanos -> nanos.number(0, RunReader.LONGEST)),
        place.member("closes").items().stream().map(SocketFactsReader::close).toList(),
        place.member("addresses").items().stream().map(SocketFactsReader::address).toList(),
        place.optional("clock").map(SocketFactsReader::clock),
        spread(place, "messagesIn"),
        spread(place, "bytesIn"),
        spread(place, "messagesOut"),
        place.member("cases").items().stream().map(SocketFactsReader::caseResult).toList());
  }

  private static CloseEntry close(JsonPlace place) {
    place.only(Set.of("by", "code", "reason", "count"));
    return new CloseEntry(
        place.member("by").word(RunWords.CLOSERS, "who ended a connection"),
        (int) place.member("code").number(0, GREATEST_CODE),
        place.member("reason").text(),
        place.member("count").number(0, RunReader.MOST));
  }

  private static AddressEntry address(JsonPlace place) {
    place.only(Set.of("address", "opened"));
    return new AddressEntry(
        place.member("address").text(), place.member("opened").number(0, RunReader.MOST));
  }

  private static ClockOffset clock(JsonPlace place) {
    place.only(Set.of("nanos", "uncertaintyNanos", "exchanges", "steady"));
    return new ClockOffset(
        place.member("nanos").number(-RunReader.LONGEST, RunReader.LONGEST),
        place.member("uncertaintyNanos").number(0, RunReader.LONGEST),
        place.member("exchanges").number(0, RunReader.MOST),
        place.member("steady").flag());
  }

  private static Optional<Spread> spread(JsonPlace facts, String name) {
    return facts.optional(name).map(SocketFactsReader::spread);
  }

  private static Spread spread(JsonPlace place) {
    place.only(Set.of("connections", "min", "median", "max"));
    long min = place.member("min").number(0, Long.MAX_VALUE);
    long median = place.member("median").number(min, Long.MAX_VALUE);
    return new Spread(
        place.member("connections").number(1, RunReader.MOST),
        min,
        median,
        place.member("max").number(median, Long.MAX_VALUE));
  }

  private static CaseResult caseResult(JsonPlace place) {
    place.only(Set.of("id", "title", "expected", "verdict", "reaction", "nanos"));
    return new CaseResult(
        place.member("id").text(),
        place.member("title").text(),
        place.member("expected").text(),
        place.member("verdict").word(RunWords.VERDICTS, "how a reaction stands to the expected"),
        place.member("reaction").text(),
        place.member("nanos").number(0, RunReader.LONGEST));
  }
}
