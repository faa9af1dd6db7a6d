/**
 * The embedded job API: an independent implementation of the job contracts, with faults, that
 * counts what it did.
 *
 * <p>Callers make a {@link stress.simulator.Simulator} from a {@link
 * stress.simulator.SimulatorConfig}; everything else here is reached through it. The HTTP server
 * and all job state live on one event loop of their own; simulations run on a small pool of daemon
 * threads; {@link stress.simulator.Simulator#truth()} may be read from any thread. Nothing here may
 * import the client's description of an API: a fake made from it would prove nothing. Invariant:
 * the same configuration and the same sequence of requests give the same ids, service times,
 * results and faults.
 */
package stress.simulator;
