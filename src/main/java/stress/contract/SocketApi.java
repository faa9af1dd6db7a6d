package stress.contract;

import java.util.List;
import java.util.Optional;

/**
 * An API that is only a socket: nothing is submitted, a connection stands for itself.
 *
 * @param base where the ready calls go unless the user says otherwise, without a slash at the end
 * @param socketBase where the socket goes; absent means the HTTP base with its scheme exchanged
 * @param headers of every request and of the handshake; already part of each call
 * @param ready calls that say whether the target is up; without any, only a connection can tell
 */
public record SocketApi(
    String name,
    String description,
    Optional<String> base,
    Optional<String> socketBase,
    List<Header> headers,
    List<Call> ready,
    Socket socket)
    implements Api {
  public SocketApi {
    headers = List.copyOf(headers);
    ready = List.copyOf(ready);
  }

  /** A bare address: connections are opened and counted, and nothing of them is read. */
  static SocketApi bare(String name, String description) {
    return new SocketApi(
        name, description, Optional.empty(), Optional.empty(), List.of(), List.of(), Socket.bare());
  }
}
