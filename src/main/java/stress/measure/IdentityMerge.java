package stress.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The contradictions that several runs found, kind by kind, with the first few samples.
 *
 * <p>An id that the target gave to two of the runs is not among them: runs do not keep their ids.
 */
final class IdentityMerge {
  private IdentityMerge() {}

  static List<IdentityFinding> of(List<Shifted> parts) {
    Map<Identity, IdentityFinding> kinds = new EnumMap<>(Identity.class);
    for (Shifted part : parts) {
      part.result()
          .identity()
          .forEach(finding -> kinds.merge(finding.kind(), finding, IdentityMerge::joined));
    }
    return List.copyOf(kinds.values());
  }

  private static IdentityFinding joined(IdentityFinding one, IdentityFinding other) {
    List<String> samples = new ArrayList<>(one.samples());
    samples.addAll(other.samples());
    return new IdentityFinding(
        one.kind(),
        one.count() + other.count(),
        samples.stream().distinct().limit(IdentityLog.SAMPLES).toList());
  }
}
