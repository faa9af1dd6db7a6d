package stress.cli;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether this process can hold what it is asked to hold: said before the first connection, because
 * what the generator runs out of would look like the target's failure.
 */
final class Preflight {
  /** The program's own files, and the HTTP side's connections. */
  private static final long SPARE_DESCRIPTORS = 128;

  /** Heap of an idle connection, generously; what was measured stands in the README. */
  private static final long HEAP_OF_ONE = 16 * 1024;

  /** Heap of the program without connections. */
  private static final long HEAP_OF_NONE = 24L * 1024 * 1024;

  private final ProcessLimits limits;

  Preflight(ProcessLimits limits) {
    this.limits = limits;
  }

  /**
   * @param connections held at a time
   * @param ends of each connection that are in this process: 2 with the simulator in it
   * @param localAddresses from which is dialled
   * @throws UsageError with the command that raises the limit
   */
  void check(long connections, int ends, int localAddresses) {
    descriptors(connections, connections * ends + SPARE_DESCRIPTORS);
    ports(connections, localAddresses);
    memory(connections, HEAP_OF_NONE + connections * ends * HEAP_OF_ONE);
  }

  private void descriptors(long connections, long needed) {
    OptionalLong most = limits.descriptors();
    if (most.isPresent() && most.getAsLong() < needed) {
      throw new UsageError(
          option(connections)
              + "needs "
              + needed
              + " file descriptors, but this process may open "
              + most.getAsLong()
              + "; raise the limit with 'ulimit -n "
              + needed
              + "' before stress, or in a container with '--ulimit nofile="
              + needed
              + "'");
    }
  }

  private void ports(long connections, int localAddresses) {
    Optional<Long> each = limits.localPorts().stream().boxed().findFirst();
    long most = each.orElse(Long.MAX_VALUE / Math.max(1, localAddresses)) * localAddresses;
    if (connections > most) {
      throw new UsageError(
          option(connections)
              + "one local address has "
              + each.orElseThrow()
              + " ports for one target; widen the range with"
              + " 'sysctl -w net.ipv4.ip_local_port_range=\"1024 65535\"',"
              + " or dial from several addresses with --local-address");
    }
  }

  private void memory(long connections, long needed) {
    if (limits.heapBytes() < needed) {
      long mebibytes = (needed >> 20) + 1;
      throw new UsageError(
          option(connections)
              + "needs about "
              + mebibytes
              + " MiB of heap, but it may grow to "
              + (limits.heapBytes() >> 20)
              + " MiB; raise it with STRESS_JAVA_OPTS=-Xmx"
              + mebibytes
              + "m (the native executable: the option -Xmx"
              + mebibytes
              + "m)");
    }
  }

  private static String option(long connections) {
    return "--connections " + connections + ": ";
  }
}
