package stress.run;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import stress.client.ControlClient;
import stress.client.ControlClient.Readiness;
import stress.client.Waits;
import stress.clock.NanoClock;
import stress.measure.ErrorKind;

/**
 * Asks whether the target is there before anything else is sent, again and again if told to wait.
 */
final class TargetWait {
  private static final long BETWEEN_NANOS = 250_000_000L;

  private final ControlClient control;
  private final NanoClock clock;
  private final Waits waits;
  private Optional<Readiness> latest = Optional.empty();

  TargetWait(ControlClient control, NanoClock clock, Waits waits) {
    this.control = control;
    this.clock = clock;
    this.waits = waits;
  }

  /**
   * The last answer: without a wait the first, else the first ready one or the last before the time
   * was up.
   */
  Uni<Readiness> await(Optional<Duration> longest, RunListener listener) {
    if (longest.isEmpty()) {
      return control.ready();
    }
    long deadline = clock.nanos() + longest.get().toNanos();
    Uni<Readiness> asked =
        Uni.createFrom()
            .deferred(() -> ask(listener))
            .repeat()
            .whilst(readiness -> !readiness.ready())
            .collect()
            .last();
    Uni<Readiness> givenUp = waits.until(deadline).onItem().transform(due -> lastAnswer());
    return Uni.join().first(asked, givenUp).toTerminate();
  }

  private Readiness lastAnswer() {
    ErrorKind silence = ErrorKind.REQUEST_TIMEOUT;
    return latest.orElseGet(
        () -> new Readiness(false, false, silence.text(), Optional.of(silence)));
  }

  private Uni<Readiness> ask(RunListener listener) {
    return control
        .ready()
        .onItem()
        .transformToUni(
            readiness -> {
              if (readiness.ready()) {
                return Uni.createFrom().item(readiness);
              }
              latest = Optional.of(readiness);
              listener.waiting(readiness.evidence());
              return waits.until(clock.nanos() + BETWEEN_NANOS).replaceWith(readiness);
            });
  }
}
