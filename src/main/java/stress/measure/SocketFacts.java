package stress.measure;

import java.util.List;
import java.util.Optional;

/**
 * What a socket scenario found out beside counts and durations; immutable.
 *
 * @param planned connections that were to be held at a time; 0 for the error cases alone
 * @param full when all of them were open at once, as an offset from the beginning
 * @param closes how opened connections ended, most frequent first
 * @param addresses the target's addresses that were dialled
 * @param clock how the target's clock stands to ours; absent where no message told its time
 * @param messagesIn messages received, per connection
 * @param bytesIn payload bytes received, per connection
 * @param messagesOut messages sent, per connection; absent when nothing was to be sent
 * @param cases the error cases, in the order in which they were carried out
 */
public record SocketFacts(
    int planned,
    Optional<Long> full,
    List<CloseEntry> closes,
    List<AddressEntry> addresses,
    Optional<ClockOffset> clock,
    Optional<Spread> messagesIn,
    Optional<Spread> bytesIn,
    Optional<Spread> messagesOut,
    List<CaseResult> cases) {
  public SocketFacts {
    closes = List.copyOf(closes);
    addresses = List.copyOf(addresses);
    cases = List.copyOf(cases);
  }

  /** Of a scenario that only tried error cases. */
  public static SocketFacts ofCases(List<CaseResult> cases) {
    return new SocketFacts(
        0,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cases);
  }

  /** The same with these error cases, which were tried beside the load. */
  public SocketFacts with(List<CaseResult> tried) {
    return new SocketFacts(
        planned, full, closes, addresses, clock, messagesIn, bytesIn, messagesOut, tried);
  }
}
