package stress.client;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import stress.contract.Api;
import stress.contract.Echo;
import stress.contract.FrameReading;
import stress.contract.Header;
import stress.contract.Json;
import stress.contract.Meaning;
import stress.contract.Socket;
import stress.contract.Values;
import stress.transport.SocketCall;
import stress.transport.SocketEvent;
import stress.transport.Sockets;
import stress.transport.TargetUrl;

/**
 * The sockets of a target, as its contract describes them: opened, and their messages read. Safe on
 * any thread.
 */
public final class SocketClient {
  private static final MessageReading NOTHING =
      new MessageReading(
          Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());

  private final Socket contract;
  private final Sockets sockets;
  private final TargetBase base;
  private final Duration timeout;
  private final SocketExtras extras;

  /**
   * A client that asks for nothing besides the contract.
   *
   * @param timeout for connecting and upgrading
   */
  public SocketClient(Socket contract, Sockets sockets, TargetBase base, Duration timeout) {
    this(contract, sockets, base, timeout, SocketExtras.NONE);
  }

  /**
   * @param timeout for connecting and upgrading
   * @throws IllegalArgumentException when the base has a query, and the contract a path of its own
   */
  public SocketClient(
      Socket contract, Sockets sockets, TargetBase base, Duration timeout, SocketExtras extras) {
    if (base.socket().query().isPresent() && contract.path().isPresent()) {
      throw new IllegalArgumentException(
          base.socket().display()
              + ": found a query, expected none: the contract's socket has a path of its own");
    }
    this.contract = contract;
    this.sockets = sockets;
    this.base = base;
    this.timeout = timeout;
    this.extras = extras;
  }

  /**
   * The sockets of an API, with jobs or without.
   *
   * @param timeout for connecting and upgrading
   * @throws IllegalArgumentException when it has no socket, or when the base has a query and the
   *     socket a path of its own
   */
  public static SocketClient of(
      Api api, Sockets sockets, TargetBase base, Duration timeout, SocketExtras extras) {
    Socket socket =
        api.findSocket()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the contract '" + api.name() + "' has no socket, expected one"));
    return new SocketClient(socket, sockets, base, timeout, extras);
  }

  /** Whether a connection is about a job, so that one has to be submitted before it. */
  public boolean needsJob() {
    return contract.asksForId();
  }

  /** Whether {@link #read} can tell anything of a message. */
  public boolean readable() {
    return contract.readable();
  }

  /** Whether messages tell the state of a job. */
  public boolean tellsStatus() {
    return contract.rule().isPresent();
  }

  /** Whether the target closes after a message that tells a job's end. */
  public boolean closesAtEnd() {
    return contract.closesAtEnd();
  }

  /** What a client that asks for an unknown job may rightly be told; empty without jobs. */
  public List<Meaning> unknownJob() {
    return contract.unknownJob();
  }

  /**
   * The message to send, which the target answers with its mark; absent when the contract defines
   * none.
   *
   * @param mark a text that no other message under way has
   */
  public Optional<byte[]> message(String mark) {
    return contract.echo().map(echo -> echo.message(mark));
  }

  /** Whether {@link #message} goes as a binary message. */
  public boolean binary() {
    return contract.echo().map(Echo::binary).orElse(false);
  }

  /**
   * Opens a connection when subscribed; cancelling closes it.
   *
   * @param job present exactly when the contract needs one
   */
  public Multi<SocketEvent> open(Optional<JobReference> job) {
    return open(call(job));
  }

  /** Opens a connection of a call that was made here, perhaps changed since. */
  public Multi<SocketEvent> open(SocketCall call) {
    return sockets.open(call);
  }

  /**
   * The call that {@link #open(Optional)} makes: absolute address and headers, secrets included.
   *
   * @param job present when the contract needs one; any id will do
   * @throws IllegalArgumentException when the contract needs a job and there is none
   */
  public SocketCall call(Optional<JobReference> job) {
    Values values = job.map(j -> Values.forJob(j.id())).orElseGet(Values::none);
    TargetUrl socket = base.socket();
    String target = contract.target(values);
    return call(
        contract.path().isPresent() ? socket.resolve(target) : socket.address(target),
        contract.messages(values));
  }

  private SocketCall call(String url, List<String> firstMessages) {
    Map<String, String> given = new HashMap<>();
    for (Header header : contract.headers()) {
      given.put(header.name(), header.value());
    }
    Map<String, String> headers = base.headers(given, base.socket());
    headers.putAll(extras.headers());
    return new SocketCall(
        url,
        headers,
        extras.subprotocols().isEmpty() ? contract.subprotocols() : extras.subprotocols(),
        firstMessages,
        timeout);
  }

  /**
   * Reads a message; empty when it is not what the contract says. Where the contract says nothing
   * of messages, each is right and tells nothing. Never throws.
   */
  public Optional<MessageReading> read(byte[] payload) {
    if (!readable()) {
      return Optional.of(NOTHING);
    }
    return Json.parse(payload) instanceof Json.Document document
        ? Optional.of(reading(contract.read(document.root())))
        : Optional.empty();
  }

  private static MessageReading reading(FrameReading frame) {
    return new MessageReading(frame.status(), frame.sequence(), frame.time(), frame.error());
  }
}
