package stress.run;

import io.smallrye.mutiny.Uni;
import stress.measure.End;
import stress.measure.ScenarioResult;

/** One scenario of a plan, to be carried out once. Event loop. */
interface ScenarioRun {
  /** Carries it out when subscribed; ends early when the stop says so. */
  Uni<ScenarioResult> run(Uni<End> stop, RunListener listener);
}
