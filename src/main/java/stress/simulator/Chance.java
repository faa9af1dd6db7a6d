package stress.simulator;

/**
 * Repeatable chance: every number is a pure function of the seed, of what it decides and of a
 * count, so that it does not matter in which order things are asked.
 */
final class Chance {
  private final long seed;

  Chance(long seed) {
    this.seed = seed;
  }

  /** A number in [0, 1). */
  double uniform(String what, long count) {
    return (seed(what, count) >>> 11) * 0x1.0p-53;
  }

  /** A seed for a longer sequence of numbers. */
  long seed(String what, long count) {
    return mix(mix(mix(seed) ^ hash(what)) + count * 0x9E3779B97F4A7C15L);
  }

  /** FNV-1a, 64 bits. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
