package stress.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What socket scenarios of several runs found out beside counts and durations, as one. */
final class SocketFactsMerge {
  /** As many as a run itself tells apart, and more. */
  private static final int MOST = 256;

  private static final List<Function<SocketFacts, Optional<Spread>>> SPREADS =
      List.of(SocketFacts::messagesIn, SocketFacts::bytesIn, SocketFacts::messagesOut);

  private SocketFactsMerge() {}

  static Optional<SocketFacts> of(List<Shifted> parts) {
    List<SocketFacts> facts = facts(parts);
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SocketFacts(
            facts.stream().mapToInt(SocketFacts::planned).sum(),
            full(parts),
            closes(facts),
            addresses(facts),
            clock(facts.stream().flatMap(f -> f.clock().stream()).toList()),
            spread(facts, SocketFacts::messagesIn),
            spread(facts, SocketFacts::bytesIn),
            spread(facts, SocketFacts::messagesOut),
            facts.stream().flatMap(f -> f.cases().stream()).toList()));
  }

  private static List<SocketFacts> facts(List<Shifted> parts) {
    return parts.stream().flatMap(part -> part.result().sockets().stream()).toList();
  }

  /** All were open at once when the last part was full, unless another had ended by then. */
  private static Optional<Long> full(List<Shifted> parts) {
    long last = 0;
    long firstEnd = Long.MAX_VALUE;
    for (Shifted part : parts) {
      Optional<SocketFacts> facts = part.result().sockets();
      if (facts.isPresent() && facts.get().planned() > 0) {
        if (facts.get().full().isEmpty()) {
          return Optional.empty();
        }
        last = Math.max(last, facts.get().full().get() + part.shiftNanos());
        firstEnd = Math.min(firstEnd, part.endNanos());
      }
    }
    return firstEnd == Long.MAX_VALUE || last > firstEnd ? Optional.empty() : Optional.of(last);
  }

  private static List<CloseEntry> closes(List<SocketFacts> facts) {
    Map<CloseEntry, Long> sums = new HashMap<>();
    for (SocketFacts one : facts) {
      one.closes().forEach(close -> sums.merge(counting(close, 0), close.count(), Long::sum));
    }
    List<CloseEntry> closes = new ArrayList<>();
    sums.forEach((close, count) -> closes.add(counting(close, count)));
    closes.sort(
        Comparator.comparingLong(CloseEntry::count).reversed().thenComparing(CloseEntry::toString));
    return closes.stream().limit(MOST).toList();
  }

  private static CloseEntry counting(CloseEntry close, long count) {
    return new CloseEntry(close.by(), close.code(), close.reason(), count);
  }

  private static List<AddressEntry> addresses(List<SocketFacts> facts) {
    Map<String, Long> sums = new HashMap<>();
    for (SocketFacts one : facts) {
      one.addresses().forEach(entry -> sums.merge(entry.address(), entry.opened(), Long::sum));
    }
    List<AddressEntry> addresses = new ArrayList<>();
    sums.forEach((address, opened) -> addresses.add(new AddressEntry(address, opened)));
    addresses.sort(
        Comparator.comparingLong(AddressEntry::opened)
            .reversed()
            .thenComparing(AddressEntry::address));
    return addresses.stream().limit(MOST).toList();
  }

  /** What holds every part's offset: the clocks of several generators differ, too. */
  private static Optional<ClockOffset> clock(List<ClockOffset> clocks) {
    if (clocks.isEmpty()) {
      return Optional.empty();
    }
    long low = clocks.stream().mapToLong(c -> c.nanos() - c.uncertaintyNanos()).min().orElseThrow();
    long high =
        clocks.stream().mapToLong(c -> c.nanos() + c.uncertaintyNanos()).max().orElseThrow();
    boolean oneFitsAll =
        clocks.stream().mapToLong(c -> c.nanos() - c.uncertaintyNanos()).max().orElseThrow()
            <= clocks.stream().mapToLong(c -> c.nanos() + c.uncertaintyNanos()).min().orElseThrow();
    long half = high / 2 - low / 2 + 1;
    return Optional.of(
        clocks.size() == 1
            ? clocks.get(0)
            : new ClockOffset(
                low / 2 + high / 2,
                Math.min(half, RunReader.LONGEST),
                clocks.stream().mapToLong(ClockOffset::exchanges).sum(),
                oneFitsAll && clocks.stream().allMatch(ClockOffset::steady)));
  }

  private static Optional<Spread> spread(
      List<SocketFacts> facts, Function<SocketFacts, Optional<Spread>> which) {
    List<Spread> spreads =
        facts.stream()
            .flatMap(one -> which.apply(one).stream())
            .sorted(Comparator.comparingLong(Spread::median))
            .toList();
    if (spreads.isEmpty()) {
      return Optional.empty();
    }
    long connections = spreads.stream().mapToLong(Spread::connections).sum();
    return Optional.of(
        new Spread(
            connections,
            spreads.stream().mapToLong(Spread::min).min().orElseThrow(),
            median(spreads, connections),
            spreads.stream().mapToLong(Spread::max).max().orElseThrow()));
  }

  /** The median of the parts' medians, each as often as it has connections: an estimate. */
  private static long median(List<Spread> byMedian, long connections) {
    long passed = 0;
    for (Spread spread : byMedian) {
      passed += spread.connections();
      if (passed * 2 >= connections) {
        return spread.median();
      }
    }
    throw new IllegalStateException("no part holds the median");
  }

  /** Says so where a median is an estimate. */
  static Optional<String> estimatedMedians(List<Shifted> parts) {
    boolean differing =
        SPREADS.stream()
            .anyMatch(
                which ->
                    facts(parts).stream()
                            .flatMap(one -> which.apply(one).stream())
                            .map(Spread::median)
                            .distinct()
                            .count()
                        > 1);
    return differing
        ? Optional.of("medians per connection are estimated from the merged runs' own medians")
        : Optional.empty();
  }
}
