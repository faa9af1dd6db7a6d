package stress.client;

/**
 * What makes a run's bodies its own.
 *
 * @param seed decides every generated value together with a job's index
 * @param tag a text that no other run has; part of every unique value that is sent
 */
public record RunKey(long seed, String tag) {}
