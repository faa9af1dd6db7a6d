/**
 * Bytes on the wire: the only client users of Vert.x, of Jakarta WebSocket and of the REST client.
 *
 * <p>{@link stress.transport.Http} and {@link stress.transport.Sockets} are the ports; every
 * instant is read on the transport's thread before anything else is done with an answer. Items
 * arrive on the run's event loop.
 */
package stress.transport;
