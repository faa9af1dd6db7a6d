/**
 * What a run means: thresholds, findings, one exit code.
 *
 * <p>Pure functions of {@link stress.measure.RunResult}, for {@code report} and {@code cli}; any
 * thread. Thresholds are parsed before the first byte is sent. Shares are compared as exact
 * fractions, so that no rounding decides a verdict, and what has no data never passes.
 */
package stress.verdict;
