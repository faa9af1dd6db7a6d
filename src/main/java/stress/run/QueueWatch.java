package stress.run;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final ControlClient control;
  private final NanoClock clock;
  private final Waits waits;
  private final List<QueueMetrics> candidates;
  private final List<String> reasons = new ArrayList<>();
  private int candidate;
  private Optional<String> source = Optional.empty();
  private Optional<QueueReading> latest = Optional.empty();

  QueueWatch(ControlClient control, List<QueueMetrics> candidates, NanoClock clock, Waits waits) {
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
        .map(last -> latest.isPresent());
  }

  private boolean learned(int index, ControlClient.QueueAnswer answer) {
    latest = answer.reading();
    if (latest.isPresent()) {
      candidate = index;
      source = Optional.of(answer.source());
      return true;
    }
    if (source.isEmpty()) {
      reasons.add(answer.source());
      candidate = index + 1;
    }
    return false;
  }

  /** These gauges and the target's claims, as far as the last sample made them. */
  Gauges addTo(Gauges gauges) {
    if (latest.isEmpty()) {
      return gauges;
    }
    Gauges result = gauges;
    QueueReading reading = latest.get();
    if (reading.depth().isPresent()) {
      result = result.with(Gauge.QUEUE_CLAIMED, reading.depth().getAsLong());
    }
    if (reading.running().isPresent()) {
      result = result.with(Gauge.RUNNING_CLAIMED, reading.running().getAsLong());
    }
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
