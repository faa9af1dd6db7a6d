package stress.client;

import io.smallrye.mutiny.Multi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stress.contract.FrameReading;
import stress.contract.Header;
import stress.contract.Json;
import stress.contract.Socket;
import stress.contract.Values;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Phase;
import stress.transport.SocketCall;
import stress.transport.SocketEvent;
import stress.transport.Sockets;

/** The progress socket of a contract: opened for a job, its frames read as progress. */
public final class JobSocket {
  private final Socket contract;
  private final Sockets sockets;
  private final TargetBase base;
  private final Duration timeout;

  /**
   * @param timeout for connecting and upgrading
   */
  public JobSocket(Socket contract, Sockets sockets, TargetBase base, Duration timeout) {
    this.contract = contract;
    this.sockets = sockets;
    this.base = base;
    this.timeout = timeout;
  }

  /** Opens the job's socket when subscribed; cancelling closes it. */
  public Multi<ProgressEvent> follow(JobReference job) {
    return sockets.open(call(job)).onItem().transform(event -> read(job, event));
  }

  private SocketCall call(JobReference job) {
    Values values = Values.forJob(job.id());
    Map<String, String> given = new HashMap<>();
    for (Header header : contract.headers()) {
      given.put(header.name(), header.value());
    }
    return new SocketCall(
        base.socket().resolve(contract.target(values)),
        base.headers(given, base.socket()),
        contract.subprotocols(),
        contract.messages(values),
        timeout);
  }

  private ProgressEvent read(JobReference job, SocketEvent event) {
    if (event instanceof SocketEvent.Text text) {
      return frame(text);
    }
    if (event instanceof SocketEvent.Opened opened) {
      return new ProgressEvent.SocketOpened(opened.dialled(), opened.at());
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

  private ProgressEvent frame(SocketEvent.Text text) {
    Json.Parsed parsed = Json.parse(text.text().getBytes(StandardCharsets.UTF_8));
    if (!(parsed instanceof Json.Document document)) {
      return unclear(ErrorKind.BODY_NOT_JSON, "", text);
    }
    FrameReading frame = contract.read(document.root());
    if (frame.error().isPresent()) {
      return unclear(ErrorKind.SOCKET_ERROR, frame.error().get(), text);
    }
    return new ProgressEvent.Seen(
        frame.status(),
        Optional.empty(),
        ProgressEvent.Source.FRAME,
        frame.sequence(),
        text.at(),
        text.at());
  }

  private static ProgressEvent unclear(ErrorKind kind, String detail, SocketEvent.Text text) {
    Submission.Failure failure =
        new Submission.Failure(ErrorSignature.of(Phase.SOCKET, kind, detail), text.text());
    return new ProgressEvent.Unclear(failure, Optional.empty(), text.at(), text.at());
  }
}
