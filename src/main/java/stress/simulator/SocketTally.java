package stress.simulator;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Counts what happens on sockets. Any thread; a snapshot is consistent. */
final class SocketTally {
  static final int KEPT = 20_000;

  /** One socket; guarded by the tally. */
  static final class Entry {
    private final SocketKind kind;
    private final String about;
    private final long opened;
    private long messagesOut;
    private long bytesOut;
    private long messagesIn;
    private long bytesIn;
    private OptionalLong closed = OptionalLong.empty();
    private OptionalInt code = OptionalInt.empty();
    private Optional<SocketEnder> ender = Optional.empty();

    private Entry(SocketKind kind, String about, long opened) {
      this.kind = kind;
      this.about = about;
      this.opened = opened;
    }

    private SocketRecord record() {
      Optional<SocketEnder> by = closed.isPresent() ? ender : Optional.empty();
      return new SocketRecord(
          kind, about, opened, closed, messagesOut, bytesOut, messagesIn, bytesIn, code, by);
    }
  }

  private static final class Totals {
    private long asked;
    private long opened;
    private long refused;
    private long open;
    private long messagesOut;
    private long bytesOut;
    private long messagesIn;
    private long bytesIn;
    private final Map<Integer, Long> closedByServer = new HashMap<>();
    private final Map<Integer, Long> closedByClient = new HashMap<>();

    private SocketTotals truth() {
      return new SocketTotals(
          opened,
          refused,
          open,
          messagesOut,
          bytesOut,
          messagesIn,
          bytesIn,
          closedByServer,
          closedByClient);
    }
  }

  private record Held(Spread injected, Spread real) {}

  private final Map<SocketKind, Totals> totals = new EnumMap<>(SocketKind.class);
  private final ArrayDeque<Entry> latest = new ArrayDeque<>();
  private final Map<String, Held> delays = new HashMap<>();
  private long forgotten;
  private boolean finished;

  SocketTally() {
    for (SocketKind kind : SocketKind.values()) {
      totals.put(kind, new Totals());
    }
  }

  /** The number of this upgrade among those of its kind, from 0. */
  synchronized long asked(SocketKind kind) {
    return totals.get(kind).asked++;
  }

  synchronized void refused(SocketKind kind) {
    totals.get(kind).refused++;
  }

  /**
   * @param offset nanoseconds since the simulator's start, as all offsets here
   */
  synchronized Entry opened(SocketKind kind, String about, long offset) {
    Totals all = totals.get(kind);
    all.opened++;
    all.open++;
    Entry entry = new Entry(kind, about, offset);
    latest.add(entry);
    if (latest.size() > KEPT) {
      latest.poll();
      forgotten++;
    }
    return entry;
  }

  synchronized void sent(Entry entry, long bytes) {
    entry.messagesOut++;
    entry.bytesOut += bytes;
    Totals all = totals.get(entry.kind);
    all.messagesOut++;
    all.bytesOut += bytes;
  }

  synchronized void received(Entry entry, long bytes) {
    entry.messagesIn++;
    entry.bytesIn += bytes;
    Totals all = totals.get(entry.kind);
    all.messagesIn++;
    all.bytesIn += bytes;
  }

  /** The server sends its close frame; no effect when the end had begun before. */
  synchronized void serverCloses(Entry entry, int code) {
    if (entry.ender.isEmpty()) {
      entry.ender = Optional.of(SocketEnder.SERVER);
      entry.code = OptionalInt.of(code);
      totals.get(entry.kind).closedByServer.merge(code, 1L, Long::sum);
    }
  }

  /**
   * The client's close frame came in; no effect when the end had begun before.
   *
   * @param code empty when the frame had none
   */
  synchronized void clientCloses(Entry entry, OptionalInt code) {
    if (entry.ender.isEmpty()) {
      entry.ender = Optional.of(SocketEnder.CLIENT);
      entry.code = code;
      if (!finished) {
        totals.get(entry.kind).closedByClient.merge(code.orElse(1005), 1L, Long::sum);
      }
    }
  }

  /** The server cuts the connection off, without a close frame. */
  synchronized void serverDrops(Entry entry) {
    if (entry.ender.isEmpty()) {
      entry.ender = Optional.of(SocketEnder.NOBODY);
    }
  }

  /** The socket is closed, whoever did it. */
  synchronized void gone(Entry entry, long offset) {
    if (entry.closed.isPresent()) {
      return;
    }
    entry.closed = OptionalLong.of(offset);
    Totals all = totals.get(entry.kind);
    all.open--;
    if (entry.ender.isEmpty()) {
      entry.ender = Optional.of(SocketEnder.NOBODY);
      if (!finished) {
        all.closedByClient.merge(1006, 1L, Long::sum);
      }
    }
  }

  /** A message was held back by that kind of fault; nanoseconds. */
  synchronized void held(String kind, long injected, long real) {
    Held held = delays.computeIfAbsent(kind, name -> new Held(new Spread(), new Spread()));
    held.injected().add(injected);
    held.real().add(real);
  }

  /** The server stops: what clients close from now on is its own doing. */
  synchronized void finish() {
    finished = true;
  }

  synchronized SocketTruth truth() {
    Map<SocketKind, SocketTotals> kinds = new EnumMap<>(SocketKind.class);
    totals.forEach((kind, all) -> kinds.put(kind, all.truth()));
    SocketTotals progress = kinds.get(SocketKind.PROGRESS);
    List<SocketRecord> records = latest.stream().map(Entry::record).toList();
    Map<String, DelayTruth> held = new HashMap<>();
    delays.forEach(
        (kind, each) ->
            held.put(
                kind,
                new DelayTruth(
                    each.injected().quantiles().orElseThrow(),
                    each.real().quantiles().orElseThrow())));
    return new SocketTruth(
        progress.opened(),
        progress.refused(),
        progress.open(),
        progress.messagesOut(),
        progress.closedByServer(),
        progress.closedByClient(),
        kinds,
        records,
        forgotten,
        held);
  }
}
