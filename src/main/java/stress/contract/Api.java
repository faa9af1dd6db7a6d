package stress.contract;

import java.util.List;
import java.util.Optional;

/** What a contract file describes: jobs with or without a socket, or a socket alone. */
public sealed interface Api permits Contract, SocketApi {
  /** A short name for reports. */
  String name();

  /** One line for people; may be empty. */
  String description();

  /** Where the HTTP calls go unless the user says otherwise, without a slash at the end. */
  Optional<String> base();

  /** Where the socket goes; absent means the HTTP base with its scheme exchanged. */
  Optional<String> socketBase();

  /** Headers of every request and of the socket's handshake. */
  List<Header> headers();

  /** Calls that say whether the target is up: candidates, one after the other. */
  List<Call> ready();

  /** The jobs' contract, where there are jobs. */
  default Optional<Contract> jobs() {
    return this instanceof Contract contract ? Optional.of(contract) : Optional.empty();
  }

  /** The socket, where there is one. */
  default Optional<Socket> findSocket() {
    return this instanceof SocketApi alone
        ? Optional.of(alone.socket())
        : jobs().flatMap(Contract::socket);
  }
}
