package stress.load;

/**
 * Carries out what a {@link Pacer} releases; called on the pacer's thread; must neither block nor
 * throw.
 */
public interface Starter {
  /** Begins the work; may report it answered and settled before it returns. */
  void start(Start start);

  /** No further start will come; called exactly once, after the last start or within stop(). */
  void exhausted();
}
