package stress.websocket;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import stress.client.JobReference;
import stress.clock.DurationText;
import stress.measure.CaseResult.Verdict;
import stress.transport.SocketEvent;

/** A hundred sockets at a time on one job, or on one address where there are no jobs. */
final class CaseHundred implements CasePlay {
  private static final int MANY = 100;

  @Override
  public Uni<CaseOutcome> play(CaseRoom room) {
    return room.subject().onItem().transformToUni(job -> new Crowd(room, job).play());
  }

  /** All of them at once. */
  private static final class Crowd {
    private final CaseRoom room;
    private final Optional<JobReference> job;
    private final List<CaseHeard> all = new ArrayList<>();
    private final CaseWatch watch;
    private final long began;

    Crowd(CaseRoom room, Optional<JobReference> job) {
      this.room = room;
      this.job = job;
      this.watch = new CaseWatch(room.tools().timers());
      this.began = room.now();
    }

    Uni<CaseOutcome> play() {
      List<Multi<SocketEvent>> sockets = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        CaseHeard heard = new CaseHeard(room.tools().sockets());
        all.add(heard);
        sockets.add(room.tools().sockets().open(job).onItem().invoke(event -> take(heard, event)));
      }
      Uni<CaseOutcome> events =
          Multi.createBy()
              .merging()
              .withConcurrency(MANY)
              .streams(sockets)
              .onItem()
              .ignoreAsUni()
              .onItem()
              .transformToUni(over -> Uni.createFrom().nothing());
      return Uni.join().first(Uni.createFrom().deferred(this::opening), events).toTerminate();
    }

    private void take(CaseHeard heard, SocketEvent event) {
      heard.take(event);
      watch.changed();
    }

    private Uni<CaseOutcome> opening() {
      long deadline = began + room.tools().patience().toNanos();
      return watch
          .await(() -> all(heard -> heard.opened().isPresent() || heard.over()), deadline)
          .onItem()
          .transformToUni(came -> opened());
    }

    private Uni<CaseOutcome> opened() {
      long open = all.stream().filter(heard -> heard.opened().isPresent()).count();
      if (open < MANY) {
        return Uni.createFrom().item(notAll(open));
      }
      if (job.isEmpty()) {
        return Uni.createFrom().item(CaseOutcome.expected("opened all " + MANY + after(), nanos()));
      }
      long deadline = began + room.tools().jobTime().toNanos();
      return watch
          .await(() -> all(heard -> heard.end().isPresent() || heard.over()), deadline)
          .onItem()
          .transform(came -> told());
    }

    private CaseOutcome notAll(long open) {
      Optional<CaseOutcome> first =
          all.stream().flatMap(heard -> heard.failed().stream()).findFirst().map(CaseWords::failed);
      if (first.isPresent() && first.get().verdict() == Verdict.NOT_APPLICABLE) {
        return first.get();
      }
      String others = first.map(CaseOutcome::reaction).orElse("did not answer the upgrade");
      String words = "opened " + open + " of " + MANY + "; another: " + others;
      return open == 0 && first.isEmpty()
          ? CaseOutcome.nothing(others + after(), nanos())
          : CaseOutcome.unexpected(words, nanos());
    }

    private CaseOutcome told() {
      Map<String, Long> ends = new TreeMap<>();
      all.forEach(heard -> ends.merge(end(heard), 1L, Long::sum));
      boolean nobody = all(heard -> heard.end().isEmpty());
      if (nobody && !all(CaseHeard::over)) {
        return CaseOutcome.impossible(
            "opened all "
                + MANY
                + ", but the job had not ended after "
                + DurationText.format(room.tools().jobTime()));
      }
      String words =
          ends.entrySet().stream()
              .map(end -> "told " + end.getValue() + " " + end.getKey())
              .collect(Collectors.joining(", "));
      return CaseOutcome.of(
          !nobody && ends.size() == 1, "opened all " + MANY + ", " + words + after(), nanos());
    }

    private static String end(CaseHeard heard) {
      return heard
          .end()
          .map(end -> "'" + end.name().toLowerCase(Locale.ROOT) + "'")
          .orElse("no end");
    }

    private boolean all(Predicate<CaseHeard> what) {
      return all.stream().allMatch(what);
    }

    private String after() {
      return CaseWords.after(nanos());
    }

    private long nanos() {
      return room.now() - began;
    }
  }
}
