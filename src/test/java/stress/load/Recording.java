package stress.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stress.clock.ManualTime;

/** Writes down what a pacer does, on manual time; intended instants count from the origin. */
final class Recording implements Starter, PacerEvents {
  static final long ORIGIN = 5_000_000_000L;

  final ManualTime time = new ManualTime();
  final List<Start> starts = new ArrayList<>();
  final List<Long> intended = new ArrayList<>();
  final List<Long> released = new ArrayList<>();
  final List<Long> lags = new ArrayList<>();
  final List<Long> dropped = new ArrayList<>();
  final List<Long> unstarted = new ArrayList<>();
  final Pacer pacer;
  Consumer<Start> onStart = start -> {};
  int exhausted;
  int startsAtExhaustion;

  Recording(LoadModel model) {
    time.stall(Duration.ofNanos(ORIGIN));
    pacer = Pacers.of(model, time, time, this);
  }

  void begin() {
    pacer.begin(ORIGIN, this);
  }

  /** Each start is answered and settled so long after its release. */
  Recording settlingAfter(Duration service) {
    onStart =
        start ->
            time.at(
                time.nanos() + service.toNanos(),
                () -> {
                  pacer.answered(start);
                  pacer.settled(start);
                });
    return this;
  }

  /** Each start is answered and settled before the starter returns. */
  Recording settlingAtOnce() {
    onStart =
        start -> {
          pacer.answered(start);
          pacer.settled(start);
        };
    return this;
  }

  static List<Long> millis(List<Long> nanos) {
    return nanos.stream().map(n -> n / 1_000_000).toList();
  }

  @Override
  public void start(Start start) {
    starts.add(start);
    intended.add(start.intended() - ORIGIN);
    released.add(time.nanos() - ORIGIN);
    onStart.accept(start);
  }

  @Override
  public void exhausted() {
    exhausted++;
    startsAtExhaustion = starts.size();
  }

  @Override
  public void lag(long nanos) {
    lags.add(nanos);
  }

  @Override
  public void dropped(long instant) {
    dropped.add(instant - ORIGIN);
  }

  @Override
  public void unstarted(long count) {
    unstarted.add(count);
  }
}
