package stress.simulator;

/**
 * How long messages were held back after their timestamp was taken.
 *
 * @param injected as drawn from the fault; longer only where a message had to wait for the one
 *     before it
 * @param real until the message was given to the network: with the lateness of the simulator's own
 *     timers
 */
public record DelayTruth(Quantiles injected, Quantiles real) {}
