package stress.cli;

import java.util.List;
import java.util.concurrent.Callable;
import stress.measure.Scenario;

/** A command that puts a target under load; its options are read before anything is asked of it. */
interface LoadCommand extends Callable<Integer> {
  /** What it measures, one after the other. */
  List<Scenario> scenarios();

  /** Demands more of its run than its options do, in the threshold language. */
  void demand(List<String> thresholds);

  /**
   * Decides its run; sends nothing.
   *
   * @throws UsageError when its options contradict each other
   * @throws stress.contract.ContractException when the contract's file is wrong
   */
  Preparation prepare();
}
