package stress.websocket;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stress.client.JobClient;
import stress.client.JobReference;
import stress.client.SocketClient;
import stress.clock.NanoClock;
import stress.clock.Timers;
import stress.clock.WallClock;
import stress.load.Pacer;
import stress.load.Start;
import stress.load.Starter;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.measure.SocketFacts;
import stress.measure.Window;

/**
 * Opens a connection for each start and holds all of them open until the time is over.
 *
 * <p>The hold begins when the pacer is exhausted, since then all connections are due. A connection
 * that does not open is not tried again. When nothing is left that could be held, the run is over
 * before its time. Everything happens on the event loop to which timers and transport deliver.
 */
public final class SocketPipeline {
  private final SocketLoad load;
  private final NanoClock clock;
  private final Timers timers;
  private final Ledger ledger;
  private final PushAges ages;
  private final SocketBooks books;
  private final Optional<SocketJobs> jobs;
  private final Scene scene;
  private final Set<Connection> live = new LinkedHashSet<>();
  private final Connection.Watcher watcher = new Holding();
  private Optional<UniEmitter<? super Void>> over = Optional.empty();
  private Optional<Timers.Timer> end = Optional.empty();
  private Optional<Pacer> pacer = Optional.empty();
  private boolean exhausted;
  private boolean timeOver;
  private long opening;
  private long serial;

  SocketPipeline(
      SocketClient sockets,
      Optional<JobClient> client,
      NanoClock clock,
      WallClock wall,
      Timers timers,
      SocketLoad load,
      Ledger ledger) {
    this.load = load;
    this.clock = clock;
    this.timers = timers;
    this.ledger = ledger;
    this.ages = new PushAges(new TargetClock(wall, clock), ledger);
    this.books = new SocketBooks(load, ledger);
    boolean looking = load.parsing() != Parsing.NONE && sockets.readable();
    this.jobs =
        client.map(c -> new SocketJobs(c, load.jobsPer(), looking, ages, ledger, watcher::broken));
    this.scene =
        new Scene(
            load,
            sockets,
            jobs,
            load.sending().map(sending -> sending.messages().marks()),
            ages,
            books,
            ledger,
            clock,
            timers);
  }

  /**
   * Carries it out when subscribed, once; completes when the hold is over and all connections are
   * closed. A cancellation closes the books as {@link #giveUp} does.
   */
  public Uni<Void> run(Pacer releases) {
    return Uni.createFrom().<Void>emitter(emitter -> begin(releases, emitter));
  }

  private void begin(Pacer releases, UniEmitter<? super Void> emitter) {
    over = Optional.of(emitter);
    pacer = Optional.of(releases);
    emitter.onTermination(this::giveUp);
    releases.begin(clock.nanos(), new Starting());
  }

  /** What the pacer tells. */
  private final class Starting implements Starter {
    @Override
    public void start(Start start) {
      if (timeOver) {
        return;
      }
      books.intended.include(start.intended());
      books.starts.include(clock.nanos());
      begin(new Connection(scene, watcher, start, serial++, false));
    }

    @Override
    public void exhausted() {
      exhausted = true;
      if (!timeOver) {
        end =
            Optional.of(
                timers.at(clock.nanos() + load.hold().toNanos(), SocketPipeline.this::close));
        completeIfOver();
      }
    }
  }

  private void begin(Connection connection) {
    live.add(connection);
    opening++;
    connection.begin();
  }

  /** What connections tell. */
  private final class Holding implements Connection.Watcher {
    @Override
    public void answered(Connection connection) {
      opening--;
      if (!connection.isRenewal()) {
        pacer.ifPresent(p -> p.answered(connection.start()));
      }
    }

    @Override
    public void over(Connection connection, boolean normally) {
      live.remove(connection);
      if (normally && load.onEnd() == OnEnd.RENEW && !timeOver) {
        ledger.count(Counter.CONNECTIONS_RENEWED);
        begin(new Connection(scene, this, connection.start(), serial++, true));
      } else {
        pacer.ifPresent(p -> p.settled(connection.start()));
        completeIfOver();
      }
    }

    @Override
    public void broken(Throwable bug) {
      over.ifPresent(emitter -> emitter.fail(bug));
    }
  }

  private void close() {
    timeOver = true;
    List.copyOf(live).forEach(Connection::finish);
    jobs.ifPresent(SocketJobs::stop);
    completeIfOver();
  }

  private void completeIfOver() {
    if (exhausted && live.isEmpty()) {
      over.ifPresent(emitter -> emitter.complete(null));
    }
  }

  /**
   * Closes the books after a cancellation: what is open counts as closed by us, what is being
   * opened as abandoned. Without effect when all is over.
   */
  public void giveUp() {
    timeOver = true;
    end.ifPresent(Timers.Timer::cancel);
    pacer.ifPresent(Pacer::stop);
    List.copyOf(live).forEach(Connection::giveUp);
    jobs.ifPresent(SocketJobs::stop);
  }

  /** Called just before every flip of the ledger: makes push ages of what arrived since. */
  public void tick() {
    ages.convert();
  }

  /** Connections that are open. */
  public long open() {
    return books.open();
  }

  /** Connections that are being opened, with their job's submission. */
  public long opening() {
    return opening;
  }

  /** First try to last answered handshake. */
  public Optional<Window> tries() {
    return books.tries.window();
  }

  /** First to last received message. */
  public Optional<Window> messages() {
    return books.messages.window();
  }

  /** First to last intended instant of the starts that were made. */
  public Optional<Window> intended() {
    return books.intended.window();
  }

  /** First start to last start; renewals are none. */
  public Optional<Window> starts() {
    return books.starts.window();
  }

  /** What was found out beside counts and durations; without cases. */
  public SocketFacts facts() {
    return books.facts(ages.offset());
  }

  /** Jobs that were submitted and not seen to settle. */
  public List<JobReference> left() {
    return jobs.map(SocketJobs::left).orElseGet(List::of);
  }
}
