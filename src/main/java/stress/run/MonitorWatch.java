package stress.run;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import stress.client.MetricsClient;
import stress.clock.Timers;
import stress.measure.Monitored;
import stress.measure.ReadingLog;

/**
 * Reads the target's levels once a second beside a scenario. What fails is a note, never an error
 * of the run. Event loop; the reading itself is done beside it.
 */
final class MonitorWatch {
  private static final long SECOND = 1_000_000_000L;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** One level that has been read. */
  private static final class Log {
    final ReadingLog readings = new ReadingLog();
    OptionalDouble most = OptionalDouble.empty();
  }

  private record Key(String source, Monitored.Kind kind, String name) {}

  /** A source and how its looks went. */
  private static final class Watched {
    final MonitorSource source;
    long looks;
    long failed;
    String why = "";
    Cancellable looking = () -> {};
    boolean busy;

    Watched(MonitorSource source) {
      this.source = source;
    }
  }

  private final Ports ports;
  private final List<Watched> sources = new ArrayList<>();
  private final Map<Key, Log> logs = new LinkedHashMap<>();
  private Timers.Timer timer = () -> {};

  MonitorWatch(Monitoring what, Ports ports) {
    this.ports = ports;
    what.pid()
        .ifPresent(
            pid ->
                sources.add(
                    new Watched(
                        new PidSource(
                            pid, ports.process().files(), ports.clock(), ports.intervals()))));
    what.url()
        .ifPresent(
            url ->
                sources.add(
                    new Watched(
                        new UrlSource(
                            what,
                            new MetricsClient(ports.control(), url, PATIENCE),
                            ports.clock(),
                            ports.intervals()))));
  }

  /**
   * Looks now and then once a second.
   *
   * @param origin the instant from which readings count
   */
  void begin(long origin) {
    if (!sources.isEmpty()) {
      looked(origin, origin);
    }
  }

  private void looked(long origin, long due) {
    sources.stream().filter(source -> !source.busy).forEach(source -> look(source, origin));
    long next = due + SECOND * (1 + Math.max(0, (ports.clock().nanos() - due) / SECOND));
    timer = ports.timers().at(next, () -> looked(origin, next));
  }

  private void look(Watched watched, long origin) {
    watched.busy = true;
    watched.looking =
        watched
            .source
            .look()
            .emitOn(ports.eventLoop())
            .subscribe()
            .with(
                look -> taken(watched, look, origin),
                failure ->
                    taken(
                        watched,
                        MonitorSource.Look.failed(ports.clock().nanos(), failure.toString()),
                        origin));
  }

  private void taken(Watched watched, MonitorSource.Look look, long origin) {
    watched.busy = false;
    watched.looks++;
    if (!look.why().isEmpty()) {
      watched.failed++;
      watched.why = look.why();
    }
    for (MonitorSource.Level level : look.levels()) {
      Key key = new Key(watched.source.name(), level.kind(), level.name());
      Log log = logs.computeIfAbsent(key, k -> new Log());
      log.most = level.most();
      if (Double.isFinite(level.value())) {
        log.readings.add(new Monitored.Reading(Math.max(0, look.at() - origin), level.value()));
      }
    }
  }

  /** The load is over. */
  void stop() {
    timer.cancel();
    sources.forEach(source -> source.looking.cancel());
  }

  /** What was read, in the order in which it was first seen. */
  List<Monitored> monitored() {
    return logs.entrySet().stream()
        .map(
            log ->
                new Monitored(
                    log.getKey().source(),
                    log.getKey().kind(),
                    log.getKey().name(),
                    log.getValue().most,
                    log.getValue().readings.readings()))
        .toList();
  }

  /** What went wrong. */
  List<String> notes() {
    return sources.stream()
        .filter(source -> source.failed > 0)
        .map(
            source ->
                source.source.option()
                    + ": "
                    + source.failed
                    + " of "
                    + source.looks
                    + (source.looks == 1 ? " look" : " looks")
                    + " failed, at last because "
                    + source.why)
        .toList();
  }
}
