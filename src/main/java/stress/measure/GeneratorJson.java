package stress.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** The generator's health as a tree, its members always in the same order, and back. */
final class GeneratorJson {
  private GeneratorJson() {}

  static ObjectNode tree(GeneratorHealth health) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    health.askedPerSecond().ifPresent(rate -> node.put("askedPerSecond", rate));
    health.offeredPerSecond().ifPresent(rate -> node.put("offeredPerSecond", rate));
    health.cpuNanos().ifPresent(nanos -> node.put("cpuNanos", nanos));
    node.put("processors", health.processors());
    node.put("heapPeakBytes", health.heapPeakBytes());
    health.gcNanos().ifPresent(nanos -> node.put("gcNanos", nanos));
    host(health.host(), node);
    return node;
  }

  private static void host(OwnHost host, ObjectNode node) {
    host.gcLongestNanos().ifPresent(nanos -> node.put("gcLongestNanos", nanos));
    host.rssPeakBytes().ifPresent(bytes -> node.put("rssPeakBytes", bytes));
    host.waitedNanos().ifPresent(nanos -> node.put("waitedNanos", nanos));
    host.stolenNanos().ifPresent(nanos -> node.put("stolenNanos", nanos));
    if (host.quota().isPresent()) {
      CpuQuota quota = host.quota().get();
      ObjectNode entry = node.putObject("cpuQuota");
      entry.put("cores", quota.cores());
      entry.put("periods", quota.periods());
      entry.put("throttledPeriods", quota.throttledPeriods());
      entry.put("throttledNanos", quota.throttledNanos());
    }
    host.descriptors().ifPresent(usage -> usage(usage, node.putObject("descriptors")));
    host.ports().ifPresent(usage -> usage(usage, node.putObject("ports")));
  }

  private static void usage(Usage usage, ObjectNode node) {
    node.put("most", usage.most());
    usage.limit().ifPresent(limit -> node.put("limit", limit));
  }

  static GeneratorHealth health(JsonPlace place) {
    place.only(
        Set.of(
            "askedPerSecond",
            "offeredPerSecond",
            "cpuNanos",
            "processors",
            "heapPeakBytes",
            "gcNanos",
            "gcLongestNanos",
            "rssPeakBytes",
            "waitedNanos",
            "stolenNanos",
            "cpuQuota",
            "descriptors",
            "ports"));
    return place.made(
        () ->
            new GeneratorHealth(
                rate(place.optional("askedPerSecond")),
                rate(place.optional("offeredPerSecond")),
                nanos(place.optional("cpuNanos")),
                (int) place.member("processors").number(0, Integer.MAX_VALUE),
                place.member("heapPeakBytes").number(0, Long.MAX_VALUE),
                nanos(place.optional("gcNanos")),
                host(place)));
  }

  private static OwnHost host(JsonPlace place) {
    return new OwnHost(
        place.optional("cpuQuota").map(GeneratorJson::quota),
        number(place.optional("rssPeakBytes"), Long.MAX_VALUE),
        nanos(place.optional("gcLongestNanos")),
        nanos(place.optional("waitedNanos")),
        nanos(place.optional("stolenNanos")),
        place.optional("descriptors").map(GeneratorJson::usage),
        place.optional("ports").map(GeneratorJson::usage));
  }

  private static CpuQuota quota(JsonPlace place) {
    place.only(Set.of("cores", "periods", "throttledPeriods", "throttledNanos"));
    return place.made(
        () ->
            new CpuQuota(
                place.member("cores").decimal(),
                place.member("periods").number(0, RunReader.MOST),
                place.member("throttledPeriods").number(0, RunReader.MOST),
                place.member("throttledNanos").number(0, RunReader.LONGEST)));
  }

  private static Usage usage(JsonPlace place) {
    place.only(Set.of("most", "limit"));
    return new Usage(
        place.member("most").number(0, RunReader.MOST),
        number(place.optional("limit"), Long.MAX_VALUE));
  }

  private static OptionalDouble rate(Optional<JsonPlace> place) {
    return place.map(p -> OptionalDouble.of(p.decimal())).orElse(OptionalDouble.empty());
  }

  private static OptionalLong nanos(Optional<JsonPlace> place) {
    return number(place, RunReader.LONGEST);
  }

  private static OptionalLong number(Optional<JsonPlace> place, long greatest) {
    return place.map(p -> OptionalLong.of(p.number(0, greatest))).orElse(OptionalLong.empty());
  }
}
