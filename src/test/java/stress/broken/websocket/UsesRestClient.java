package stress.broken.websocket;

/** Uses a library that only transport may use. */
public final class UsesRestClient {
  jakarta.ws.rs.client.Client client;
}
