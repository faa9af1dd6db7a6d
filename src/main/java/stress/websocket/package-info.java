/**
 * Connections as load: open them, hold them, watch and send, close them.
 *
 * <p>{@link stress.websocket.SocketPipeline} is the whole of it; {@code run} puts it together and
 * subscribes. One thread: the event loop to which transport and timers deliver, so nothing here is
 * locked. Every connection that was tried is counted as opened or under one reason why not, and
 * every opened one under one end: ended, lost or closed by us. An arrival is counted before the
 * message is looked at.
 */
package stress.websocket;
