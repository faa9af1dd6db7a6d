package stress.run;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.End;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.Ledger;

/**
 * Whether connections ever reached the target. A socket alone has nothing that could be asked
 * before the load, so the connections themselves tell.
 */
final class SocketEnds {
  /** Failures of a connection at which nothing of the target was seen that could be tested. */
  private static final Set<ErrorKind> NOT_THERE =
      EnumSet.of(
          ErrorKind.DNS, ErrorKind.CONNECTION_REFUSED, ErrorKind.CONNECT_TIMEOUT, ErrorKind.TLS);

  private SocketEnds() {}

  /** The end as it is, unless connections were tried and none came to the target. */
  static End of(End end, Counts counts, Ledger ledger) {
    return end == End.COMPLETED && unreached(counts, ledger).isPresent() ? End.UNREACHED : end;
  }

  /** Why the target was never reached; empty when it was. */
  static Optional<String> unreached(Counts counts, Ledger ledger) {
    boolean nothing =
        counts.get(Counter.CONNECTIONS_TRIED) > 0
            && counts.get(Counter.CONNECTIONS_OPENED) == 0
            && counts.get(Counter.CONNECTIONS_REFUSED) == 0
            && counts.get(Counter.CONNECTIONS_WITHOUT_JOB) == 0;
    boolean onlyNotThere =
        ledger.errors().entries().stream()
            .allMatch(entry -> NOT_THERE.contains(entry.signature().kind()));
    return nothing && onlyNotThere
        ? ledger.errors().entries().stream()
            .max(Comparator.comparingLong(ErrorEntry::count))
            .map(SocketEnds::words)
        : Optional.empty();
  }

  private static String words(ErrorEntry entry) {
    String detail = entry.signature().detail();
    return entry.signature().kind().text() + (detail.isEmpty() ? "" : ": " + detail);
  }
}
