package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import stress.client.ControlClient;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.contract.QueueMetrics;
import stress.contract.QueueReading;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.QueueClaim;

/**
 * Reads the target's own queue metrics once a second. The first candidate that answers is kept;
 * when none does, the reasons are. Event loop.
 */
final class QueueWatch {
  private static final long SECOND = 1_000_000_000L;
  private static final Set<Gauge> CLAIMS =
      EnumSet.of(Gauge.QUEUE_CLAIMED, Gauge.RUNNING_CLAIMED, Gauge.QUEUE_DIFFERENCE);

  private final ControlClient control;
  private final LongSupplier own;
  private final NanoClock clock;
  private final Waits waits;
  private final List<QueueMetrics> candidates;
  private final List<String> reasons = new ArrayList<>();
  private int candidate;
  private Optional<String> source = Optional.empty();
  private Optional<Gauges> fresh = Optional.empty();

  /**
   * @param own our own count of unsettled jobs, to be compared at the instant of an answer
   */
  QueueWatch(
      ControlClient control,
      List<QueueMetrics> candidates,
      LongSupplier own,
      NanoClock clock,
      Waits waits) {
    this.own = own;
    this.control = control;
    this.candidates = List.copyOf(candidates);
    this.clock = clock;
    this.waits = waits;
  }

  /** Samples until cancelled; without candidates, or when none answers, it only waits for that. */
  Uni<Void> watch() {
    return Uni.createFrom()
        .deferred(this::ask)
        .onItem()
        .transformToUni(asked -> waits.until(clock.nanos() + SECOND))
        .repeat()
        .indefinitely()
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Boolean> ask() {
    if (candidate >= candidates.size()) {
      return Uni.createFrom().item(false);
    }
    return Multi.createFrom()
        .range(candidate, candidates.size())
        .onItem()
        .transformToUniAndConcatenate(i -> control.queue(candidates.get(i)).map(a -> learned(i, a)))
        .select()
        .first(answered -> !answered)
        .collect()
        .last()
        .map(last -> source.isPresent());
  }

  private boolean learned(int index, ControlClient.QueueAnswer answer) {
    if (answer.reading().isPresent()) {
      candidate = index;
      source = Optional.of(answer.source());
      fresh = Optional.of(claims(answer.reading().get()));
      return true;
    }
    if (source.isEmpty()) {
      reasons.add(answer.source());
      candidate = index + 1;
    }
    return false;
  }

  private Gauges claims(QueueReading reading) {
    Map<Gauge, Long> levels = new EnumMap<>(Gauge.class);
    reading.running().ifPresent(running -> levels.put(Gauge.RUNNING_CLAIMED, running));
    if (reading.depth().isPresent()) {
      long depth = reading.depth().getAsLong();
      levels.put(Gauge.QUEUE_CLAIMED, depth);
      levels.put(Gauge.QUEUE_DIFFERENCE, own.getAsLong() - depth - reading.running().orElse(0));
    }
    return Gauges.of(levels);
  }

  /**
   * These gauges and the target's claims, if it made any since the last time; an old claim is not
   * shown again as a new one.
   */
  Gauges addTo(Gauges gauges) {
    Gauges result = gauges;
    for (Gauge gauge : CLAIMS) {
      OptionalLong level = fresh.orElse(Gauges.NONE).get(gauge);
      if (level.isPresent()) {
        result = result.with(gauge, level.getAsLong());
      }
    }
    fresh = Optional.empty();
    return result;
  }

  /** Where the claims came from, or why there are none. */
  QueueClaim claim() {
    if (source.isPresent()) {
      return QueueClaim.from(source.get());
    }
    if (candidates.isEmpty()) {
      return QueueClaim.unavailable("the contract names no queue metrics");
    }
    return QueueClaim.unavailable(
        reasons.isEmpty() ? "no answer before the run ended" : String.join(", ", reasons));
  }
}
