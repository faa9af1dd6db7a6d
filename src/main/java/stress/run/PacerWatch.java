package stress.run;

import java.util.Optional;
import stress.load.PacerEvents;
import stress.measure.Counter;
import stress.measure.Ledger;
import stress.measure.Series;
import stress.measure.Span;
import stress.measure.Window;

/** Writes down what a pacer says about itself. Event loop. */
final class PacerWatch implements PacerEvents {
  private final Ledger ledger;
  private final Span intended;

  PacerWatch(Ledger ledger) {
    this.ledger = ledger;
    this.intended = new Span(ledger.origin());
  }

  @Override
  public void lag(long nanos) {
    ledger.record(Series.SCHEDULE_LAG, nanos);
  }

  @Override
  public void dropped(long instant) {
    ledger.count(Counter.DROPPED);
    intended.include(instant);
  }

  @Override
  public void unstarted(long count) {
    ledger.count(Counter.UNSTARTED, count);
  }

  /** The first to the last instant for which the schedule dropped a start. */
  Optional<Window> dropped() {
    return intended.window();
  }
}
