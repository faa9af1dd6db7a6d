/**
 * A contract made callable: {@link stress.client.JobClient} for what is measured, {@link
 * stress.client.ControlClient} for what is not, {@link stress.client.SocketClient} for sockets of
 * any kind, and on it {@link stress.client.JobSocket} for a job's stream.
 *
 * <p>One call is one request; nothing here repeats or retries. Every failure is a value with a
 * signature. Items come on the event loop of the transport; an instant is read before anything is
 * parsed.
 */
package stress.client;
