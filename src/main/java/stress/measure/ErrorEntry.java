package stress.measure;

/**
 * One signature with how often it was seen.
 *
 * @param firstNanos offset of the first from the beginning of the run
 * @param lastNanos offset of the last
 * @param sample the first bytes of the first such answer, or the id of the first such job; bounded
 */
public record ErrorEntry(
    ErrorSignature signature, long count, long firstNanos, long lastNanos, String sample) {}
