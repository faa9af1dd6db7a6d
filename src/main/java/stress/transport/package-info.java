/**
 * Bytes on the wire: the only client users of Vert.x, of Netty and of the REST client.
 *
 * <p>{@link stress.transport.Http}, {@link stress.transport.Sockets} and {@link
 * stress.transport.Wires} are the ports; every instant is read on the transport's thread before
 * anything else is done with an answer. Items arrive on the run's event loop, which is also where
 * sockets and bare connections are opened and used.
 */
package stress.transport;
