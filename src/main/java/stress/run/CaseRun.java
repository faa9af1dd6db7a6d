package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import stress.client.JobReference;
import stress.measure.CaseResult;
import stress.websocket.ErrorCase;
import stress.websocket.ErrorSuite;

/** Error cases, and what came of those that were carried out so far. Event loop. */
final class CaseRun {
  private final ErrorSuite suite;
  private final List<ErrorCase> cases;
  private final List<CaseResult> results = new ArrayList<>();

  CaseRun(ErrorSuite suite, List<ErrorCase> cases) {
    this.suite = suite;
    this.cases = cases;
  }

  /** Carries out all when subscribed; a cancellation leaves the results so far. */
  Uni<Void> run() {
    return suite.results(cases).onItem().invoke(results::add).onItem().ignoreAsUni();
  }

  /** The jobs that the cases have handed in. */
  List<JobReference> submitted() {
    return suite.submitted();
  }

  List<CaseResult> results() {
    return List.copyOf(results);
  }
}
