package stress.run;

import java.util.List;
import stress.contract.Api;
import stress.measure.Scenario;

/** What a plan does to its target. */
public sealed interface Work permits JobWork, SocketWork {
  /** The command, as a sentence names it. */
  String command();

  /** The API that it is done to. */
  Api api();

  /** Carried out in this order. */
  List<Scenario> scenarios();

  /** Whether starts have intended instants, so that there is a response time. */
  boolean scheduled();

  /** Whether jobs that were made and did not settle are cancelled at the end. */
  boolean cleanup();
}
