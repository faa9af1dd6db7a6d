package stress.client;

import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import stress.contract.Socket;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.SocketEvent;
import stress.transport.Sockets;

/** The progress socket of a contract: opened for a job, its frames read as progress. */
public final class JobSocket {
  private final SocketClient client;

  /**
   * A socket that asks for nothing besides the contract.
   *
   * @param timeout for connecting and upgrading
   * @throws IllegalArgumentException when the contract's messages are not about a job
   */
  public JobSocket(Socket contract, Sockets sockets, TargetBase base, Duration timeout) {
    this(new SocketClient(contract, sockets, base, timeout));
  }

  /**
   * @throws IllegalArgumentException when the contract's messages are not about a job
   */
  public JobSocket(SocketClient client) {
    if (!client.tellsStatus()) {
      throw new IllegalArgumentException(
          "the contract's socket tells no job's state, expected 'frames'");
    }
    this.client = client;
  }

  /** Opens the job's socket when subscribed; cancelling closes it. */
  public Multi<ProgressEvent> follow(JobReference job) {
    return client
        .open(Optional.of(job))
        .select()
        .where(event -> !(event instanceof SocketEvent.Pong))
        .onItem()
        .transform(event -> read(job, event));
  }

  private ProgressEvent read(JobReference job, SocketEvent event) {
    if (event instanceof SocketEvent.Message text) {
      return frame(text);
    }
    if (event instanceof SocketEvent.Opened opened) {
      return new ProgressEvent.SocketOpened(opened.handshake().dialled(), opened.at());
    }
    if (event instanceof SocketEvent.Closed closed) {
      ErrorSignature signature =
          ErrorSignature.of(Phase.SOCKET, ErrorKind.SOCKET_CLOSED, closed.code(), closed.reason());
      return new ProgressEvent.SocketEnded(
          OptionalInt.of(closed.code()),
          Optional.of(new Submission.Failure(signature, job.id())),
          closed.at());
    }
    SocketEvent.Failed failed = (SocketEvent.Failed) event;
    ErrorSignature signature =
        new ErrorSignature(Phase.SOCKET, failed.kind(), failed.status(), failed.detail());
    return new ProgressEvent.SocketEnded(
        OptionalInt.empty(), Optional.of(new Submission.Failure(signature, job.id())), failed.at());
  }

  private ProgressEvent frame(SocketEvent.Message text) {
    Optional<MessageReading> reading = client.read(text.payload());
    if (reading.isEmpty()) {
      return unclear(ErrorKind.BODY_NOT_JSON, "", text);
    }
    MessageReading message = reading.get();
    if (message.error().isPresent()) {
      return unclear(ErrorKind.SOCKET_ERROR, message.error().get(), text);
    }
    return new ProgressEvent.Seen(
        message.status().orElseThrow(),
        Optional.empty(),
        ProgressEvent.Source.FRAME,
        message.sequence(),
        text.at(),
        text.at());
  }

  private static ProgressEvent unclear(ErrorKind kind, String detail, SocketEvent.Message text) {
    Submission.Failure failure =
        new Submission.Failure(
            ErrorSignature.of(Phase.SOCKET, kind, detail),
            new String(text.payload(), StandardCharsets.UTF_8));
    return new ProgressEvent.Unclear(failure, Optional.empty(), text.at(), text.at());
  }
}
