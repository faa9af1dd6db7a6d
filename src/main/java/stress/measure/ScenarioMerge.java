package stress.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** One scenario of several runs, as one. One thread. */
final class ScenarioMerge {
  private static final Duration FURTHEST = Duration.ofDays(366);
  private static final int MOST_NOTES = 50;

  private final Totals totals = new Totals();

  /** What was added, without its histograms. */
  private final List<ScenarioResult> parts = new ArrayList<>();

  private final Map<Series, Long> samples = new EnumMap<>(Series.class);
  private long planned;

  /**
   * @throws MergeException when the part cannot be added to those before
   */
  void check(String source, ScenarioResult part) {
    Instant first = begun();
    if (Duration.between(first, part.begun()).abs().compareTo(FURTHEST) > 0) {
      throw new MergeException(
          source
              + ": it began at "
              + part.begun()
              + ", more than a year from "
              + first
              + ", when another of the runs began");
    }
    Counts sum = totals.counts().plus(part.counts());
    boolean held = true;
    for (Counter counter : Counter.values()) {
      held &= sum.get(counter) <= RunReader.MOST;
    }
    for (Series series : part.distributions().keySet()) {
      held &= samples.getOrDefault(series, 0L) + part.of(series).count() <= RunReader.MOST;
    }
    held &= planned + planned(part) <= Integer.MAX_VALUE;
    if (!held) {
      throw new MergeException(source + ": its counts are too great to be added to the others'");
    }
  }

  private static long planned(ScenarioResult part) {
    return part.sockets().map(SocketFacts::planned).orElse(0);
  }

  void add(ScenarioResult part) {
    totals.add(new Interval(0, 0, part.counts(), part.distributions(), Gauges.NONE));
    part.distributions().forEach((series, d) -> samples.merge(series, d.count(), Long::sum));
    planned += planned(part);
    parts.add(
        new ScenarioResult(
            part.scenario(),
            part.scheduled(),
            part.begun(),
            part.elapsed(),
            part.end(),
            part.counts(),
            Map.of(),
            part.points(),
            part.submissions(),
            part.completions(),
            part.errors(),
            part.errorsBeyond(),
            part.identity(),
            part.queue(),
            part.sockets(),
            part.generator(),
            part.notes(),
            part.monitored()));
  }

  private Instant begun() {
    return parts.stream().map(ScenarioResult::begun).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** All parts as one; asked when there is one at least. */
  ScenarioResult result() {
    Instant begun = begun();
    List<Shifted> shifted =
        parts.stream()
            .map(part -> new Shifted(part, Duration.between(begun, part.begun()).toNanos()))
            .sorted(Shifted.ORDER)
            .toList();
    ErrorMerge errors = new ErrorMerge();
    shifted.forEach(errors::add);
    return new ScenarioResult(
        parts.get(0).scenario(),
        parts.stream().allMatch(ScenarioResult::scheduled),
        begun,
        Duration.ofNanos(shifted.stream().mapToLong(Shifted::endNanos).max().orElseThrow()),
        end(),
        totals.counts(),
        totals.distributions(),
        new PointMerge(shifted).points(),
        window(shifted, ScenarioResult::submissions),
        window(shifted, ScenarioResult::completions),
        errors.entries(),
        errors.beyond(),
        IdentityMerge.of(shifted),
        queue(shifted),
        SocketFactsMerge.of(shifted),
        HealthMerge.of(parts.stream().map(ScenarioResult::generator).toList()),
        notes(shifted),
        MonitoredMerge.of(shifted));
  }

  private static Optional<Window> window(
      List<Shifted> parts, Function<ScenarioResult, Optional<Window>> which) {
    List<Window> windows =
        parts.stream().flatMap(part -> part.window(which.apply(part.result())).stream()).toList();
    return windows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Window(
                windows.stream().mapToLong(Window::startNanos).min().orElseThrow(),
                windows.stream().mapToLong(Window::endNanos).max().orElseThrow()));
  }

  /** The whole is complete when every part is; otherwise it ended as the worst of them. */
  private End end() {
    return parts.stream()
        .map(ScenarioResult::end)
        .min(Comparator.comparingInt(ScenarioMerge::rank).thenComparing(End::ordinal))
        .orElseThrow();
  }

  private static int rank(End end) {
    return switch (end) {
      case UNREACHED -> 0;
      case INTERRUPTED, TERMINATED -> 1;
      case COMPLETED -> 3;
      default -> 2;
    };
  }

  private static Optional<QueueClaim> queue(List<Shifted> parts) {
    List<QueueClaim> claims = parts.stream().flatMap(p -> p.result().queue().stream()).toList();
    List<String> sources =
        claims.stream().flatMap(claim -> claim.source().stream()).distinct().sorted().toList();
    if (sources.isEmpty()) {
      return claims.stream().findFirst();
    }
    String more = sources.size() > 1 ? " and " + (sources.size() - 1) + " more" : "";
    return Optional.of(QueueClaim.from(sources.get(0) + more));
  }

  private List<String> notes(List<Shifted> shifted) {
    Set<String> all = new LinkedHashSet<>();
    if (shifted.size() > 1) {
      ownNotes(shifted, all);
    }
    shifted.forEach(part -> all.addAll(part.result().notes()));
    List<String> notes = new ArrayList<>(all.stream().limit(MOST_NOTES).toList());
    if (all.size() > MOST_NOTES) {
      notes.add((all.size() - MOST_NOTES) + " further notes of the merged runs are left out");
    }
    return notes;
  }

  private void ownNotes(List<Shifted> shifted, Set<String> notes) {
    long complete = parts.stream().filter(part -> part.end() == End.COMPLETED).count();
    if (complete < parts.size()) {
      notes.add(complete + " of " + parts.size() + " merged runs completed");
    }
    OptionalLong firstEnd = shifted.stream().mapToLong(Shifted::endNanos).min();
    long lastBegin = shifted.get(shifted.size() - 1).shiftNanos();
    if (firstEnd.isPresent() && lastBegin >= firstEnd.getAsLong()) {
      notes.add(
          "the merged runs did not all go on at the same time: rates are over the whole stretch"
              + " of time, and the load was never that of all of them together");
    }
    if (parts.stream().filter(part -> !part.points().isEmpty()).count() > 1) {
      notes.add(
          "percentiles over time are the greatest of the merged runs' at each moment; those of the"
              + " whole are exact");
    }
    SocketFactsMerge.estimatedMedians(shifted).ifPresent(notes::add);
  }
}
