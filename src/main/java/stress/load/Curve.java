package stress.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The cumulative rate Λ(t) = ∫₀ᵗ λ(u) du of some stages, and its inverse.
 *
 * <p>The inverse taken is the right one, t(x) = sup { t : Λ(t) ≤ x }: what falls on the edge of a
 * silence starts after it, and a stage [b, e) holds the starts k with Λ(b) ≤ k &lt; Λ(e). Λ is
 * exact at the edges of stages, so that nothing is gained or lost there however long the run.
 *
 * @param sections the stages that are not silent, ascending
 */
record Curve(List<Section> sections) {
  /** A stage on the time axis, as far as it has starts. */
  record Section(long begin, Fraction before, Optional<Fraction> after, Inverse inverse) {
    boolean holds(long index) {
      return after.isEmpty() || index < after.get().ceiling();
    }
  }

  static Curve of(List<Stage> stages, OptionalLong limit) {
    return new Curve(List.of());
  }

  long starts() {
    return 0;
  }

  static List<Section> none() {
    return new ArrayList<>();
  }
}
