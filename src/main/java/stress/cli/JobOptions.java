package stress.cli;

import picocli.CommandLine.ArgGroup;

/** All options of {@code stress jobs}, under the headings of its help. */
public final class JobOptions {
  @ArgGroup(validate = false, order = 1, heading = "%nTarget%n")
  TargetOptions target = new TargetOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nAccess%n")
  AccessOptions access = new AccessOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nLoad%n")
  LoadOptions load = new LoadOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nJobs%n")
  FollowOptions follow = new FollowOptions();

  @ArgGroup(validate = false, order = 5, heading = "%nRun%n")
  RunOptions run = new RunOptions();

  @ArgGroup(validate = false, order = 6, heading = "%nThresholds%n")
  ThresholdOptions thresholds = new ThresholdOptions();

  @ArgGroup(validate = false, order = 7, heading = "%nReport%n")
  OutputOptions output = new OutputOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nSimulator (with --simulate)%n")
  SimulatorOptions simulator = new SimulatorOptions();
}
