package stress.measure;

import java.util.List;

/**
 * How often a target contradicted itself in one way.
 *
 * @param samples the first few ids or words, bounded
 */
public record IdentityFinding(Identity kind, long count, List<String> samples) {
  public IdentityFinding {
    samples = List.copyOf(samples);
  }
}
