package stress.websocket;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Optional;
import java.util.OptionalLong;
import stress.clock.Timers;
import stress.load.Start;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Identity;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.transport.Handshake;
import stress.transport.SocketEvent;
import stress.transport.SocketLink;

/**
 * One connection from its being due to its end: its job, its opening, what comes and goes on it,
 * and why it ended. Counted as tried once, as opened or not once, and as ended once. Event loop.
 */
final class Connection {
  /** So long a target may take to close after a job's end; then we do. */
  static final long NANOS_TO_CLOSE = 500_000_000L;

  private static final int NORMAL = 1000;

  /** Who is told how it goes. */
  interface Watcher {
    /** It opened or failed, or its job did. */
    void answered(Connection connection);

    /**
     * Nothing more comes of it.
     *
     * @param normally whether it ended as connections should: with its job
     */
    void over(Connection connection, boolean normally);

    /** Something failed that never should. */
    void broken(Throwable bug);
  }

  private enum Stage {
    OPENING,
    OPEN,
    OVER
  }

  private final Scene scene;
  private final Watcher watcher;
  private final Start start;
  private final long serial;
  private final boolean renewal;
  private Stage stage = Stage.OPENING;
  private Optional<MadeJob> job = Optional.empty();
  private Optional<Cancellable> socket = Optional.empty();
  private Optional<SocketLink> link = Optional.empty();
  private Optional<MessageWatch> watch = Optional.empty();
  private Optional<Traffic> traffic = Optional.empty();
  private Optional<Timers.Timer> grace = Optional.empty();
  private boolean jobOver;
  private boolean timeOver;
  private boolean closing;
  private long closingAt;
  private long openedAt;
  private long messages;
  private long bytes;
  private long lastMessage;

  /**
   * @param start the one in whose place it stands
   * @param serial no other connection of the run has it
   * @param renewal whether it follows another one in that place, so that no schedule made it due
   */
  Connection(Scene scene, Watcher watcher, Start start, long serial, boolean renewal) {
    this.scene = scene;
    this.watcher = watcher;
    this.start = start;
    this.serial = serial;
    this.renewal = renewal;
  }

  Start start() {
    return start;
  }

  boolean isRenewal() {
    return renewal;
  }

  void begin() {
    ledger().count(Counter.CONNECTIONS_TRIED);
    scene.books().tries.include(scene.clock().nanos());
    if (scene.jobs().isPresent()) {
      scene.jobs().get().next(this::jobTold);
    } else {
      dial();
    }
  }

  private void jobTold(Optional<MadeJob> made) {
    if (stage == Stage.OVER) {
      return;
    }
    job = made;
    if (made.isPresent()) {
      dial();
    } else {
      ledger().count(Counter.CONNECTIONS_WITHOUT_JOB);
      unopened();
    }
  }

  private void dial() {
    Cancellable subscription =
        scene
            .sockets()
            .open(job.map(MadeJob::reference))
            .subscribe()
            .with(this::happened, watcher::broken);
    if (stage == Stage.OVER) {
      subscription.cancel();
    } else {
      socket = Optional.of(subscription);
    }
  }

  private void happened(SocketEvent event) {
    if (stage == Stage.OVER) {
      return;
    }
    if (event instanceof SocketEvent.Message message) {
      message(message);
    } else if (event instanceof SocketEvent.Pong pong) {
      traffic.ifPresent(t -> t.pong(pong.payload(), pong.at()));
    } else if (event instanceof SocketEvent.Opened opened) {
      opened(opened);
    } else if (event instanceof SocketEvent.Closed closed) {
      closed(closed);
    } else if (event instanceof SocketEvent.Failed failed) {
      scene.books().failed(failed);
      unopened();
    }
  }

  private void unopened() {
    stage = Stage.OVER;
    watcher.answered(this);
    watcher.over(this, false);
  }

  private void opened(SocketEvent.Opened event) {
    stage = Stage.OPEN;
    openedAt = event.at();
    link = Optional.of(event.link());
    boolean due = start.scheduled() && !renewal;
    scene.books().opened(event, due ? OptionalLong.of(start.intended()) : OptionalLong.empty());
    Handshake handshake = event.handshake();
    watch =
        Optional.of(
            new MessageWatch(scene, job, handshake.secured().orElse(handshake.connected())));
    watcher.answered(this);
    if (stage == Stage.OPEN && !closing) {
      Traffic begun = new Traffic(scene, serial, event.link());
      traffic = Optional.of(begun);
      begun.begin();
    }
  }

  private void message(SocketEvent.Message message) {
    ledger().count(Counter.MESSAGES_IN);
    ledger().count(Counter.BYTES_IN, message.payload().length);
    ledger().count(Counter.FRAMES_IN, message.frames());
    scene.books().messages.include(message.at());
    if (messages > 0) {
      ledger().record(Series.GAP, message.at() - lastMessage);
    }
    lastMessage = message.at();
    bytes += message.payload().length;
    long index = messages++;
    traffic.ifPresent(t -> t.arrived(message.payload(), message.at()));
    if (jobOver) {
      ledger().count(Counter.AFTER_END);
    } else if (watch.isPresent() && watch.get().endsJob(message, index)) {
      jobEnded();
    }
  }

  private void jobEnded() {
    jobOver = true;
    settled();
    stopTraffic();
    if (!closing) {
      long until = scene.clock().nanos() + NANOS_TO_CLOSE;
      grace = Optional.of(scene.timers().at(until, this::close));
    }
  }

  private void settled() {
    scene.jobs().ifPresent(jobs -> job.ifPresent(made -> jobs.settled(made.reference())));
  }

  private void stopTraffic() {
    traffic.ifPresent(Traffic::stop);
    grace.ifPresent(Timers.Timer::cancel);
  }

  private void close() {
    if (stage == Stage.OPEN && !closing) {
      closing = true;
      closingAt = scene.clock().nanos();
      link.ifPresent(l -> l.close(NORMAL, ""));
    }
  }

  /** Its time is over: what is open is closed, what is not is given up. */
  void finish() {
    if (stage == Stage.OPENING) {
      abandon();
    } else if (stage == Stage.OPEN) {
      timeOver = true;
      stopTraffic();
      close();
    }
  }

  private void abandon() {
    stage = Stage.OVER;
    ledger().count(Counter.CONNECTIONS_ABANDONED);
    socket.ifPresent(Cancellable::cancel);
    watcher.answered(this);
    watcher.over(this, false);
  }

  /** Ends it without waiting for anything. */
  void giveUp() {
    if (stage == Stage.OPENING) {
      abandon();
    } else if (stage == Stage.OPEN) {
      timeOver = true;
      long now = scene.clock().nanos();
      ended(new SocketEvent.Closed(Closer.US, NORMAL, "", "", now));
      ledger().count(jobOver ? Counter.CONNECTIONS_ENDED : Counter.CONNECTIONS_CLOSED_BY_US);
      socket.ifPresent(Cancellable::cancel);
      watcher.over(this, false);
    }
  }

  private void ended(SocketEvent.Closed event) {
    stage = Stage.OVER;
    stopTraffic();
    traffic.ifPresent(Traffic::end);
    long sent = traffic.map(Traffic::sent).orElse(0L);
    scene.books().ended(openedAt, event.at(), messages, bytes, sent);
    scene.books().closes.add(event.by(), event.code(), event.reason());
  }

  private void closed(SocketEvent.Closed event) {
    ended(event);
    if (closing && event.by() == Closer.US) {
      if (event.detail().isEmpty()) {
        ledger().record(Series.CLOSING, event.at() - closingAt);
      } else {
        ledger().count(Counter.CLOSES_UNANSWERED);
      }
    }
    watcher.over(this, endedNormally(event));
  }

  private boolean endedNormally(SocketEvent.Closed event) {
    if (!jobOver && timeOver) {
      ledger().count(Counter.CONNECTIONS_CLOSED_BY_US);
      return false;
    }
    if (jobOver || isNormal(event)) {
      settled();
      ledger().count(Counter.CONNECTIONS_ENDED);
      return true;
    }
    String id = job.map(made -> made.reference().id()).orElse("");
    scene.books().lost(event, id);
    if (job.isPresent() && event.by() == Closer.TARGET) {
      ledger().finding(Identity.ENDED_EARLY, id);
    }
    return false;
  }

  /** Without a terminal status that was read. */
  private boolean isNormal(SocketEvent.Closed event) {
    boolean unread = scene.load().parsing() != Parsing.ALL || !scene.sockets().tellsStatus();
    return event.by() == Closer.TARGET && event.code() == NORMAL && (job.isEmpty() || unread);
  }

  private Ledger ledger() {
    return scene.ledger();
  }
}
