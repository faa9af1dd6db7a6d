package stress.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What the operating systems of several generators say, as that of one as large as all of them. */
final class HostMerge {
  private HostMerge() {}

  static OwnHost of(List<OwnHost> parts) {
    return new OwnHost(
        quota(parts),
        greatest(parts, OwnHost::rssPeakBytes),
        greatest(parts, OwnHost::gcLongestNanos),
        greatest(parts, OwnHost::waitedNanos),
        greatest(parts, OwnHost::stolenNanos),
        fullest(parts, OwnHost::descriptors),
        fullest(parts, OwnHost::ports));
  }

  /** The sum, if each of them has one: together they may have as much. */
  private static Optional<CpuQuota> quota(List<OwnHost> parts) {
    return parts.stream().allMatch(part -> part.quota().isPresent())
        ? parts.stream().flatMap(part -> part.quota().stream()).reduce(HostMerge::sum)
        : Optional.empty();
  }

  private static CpuQuota sum(CpuQuota one, CpuQuota other) {
    return new CpuQuota(
        Math.min(Double.MAX_VALUE, one.cores() + other.cores()),
        sum(one.periods(), other.periods()),
        sum(one.throttledPeriods(), other.throttledPeriods()),
        sum(one.throttledNanos(), other.throttledNanos()));
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  private static OptionalLong greatest(List<OwnHost> parts, Function<OwnHost, OptionalLong> which) {
    return parts.stream().map(which).flatMapToLong(OptionalLong::stream).max();
  }

  /** Where least is left, for a limit is one machine's; without limits where most is in use. */
  private static Optional<Usage> fullest(
      List<OwnHost> parts, Function<OwnHost, Optional<Usage>> which) {
    return parts.stream()
        .map(which)
        .flatMap(Optional::stream)
        .min(
            Comparator.comparingLong((Usage usage) -> usage.left().orElse(Long.MAX_VALUE))
                .thenComparing(Comparator.comparingLong(Usage::most).reversed()));
  }
}
