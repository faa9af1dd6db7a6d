package stress.cli;

import picocli.CommandLine.Mixin;

/** All options of {@code stress jobs}, under the headings of its help. */
public final class JobOptions {
  @Mixin final TargetOptions target = new TargetOptions();

  @Mixin final AccessOptions access = new AccessOptions();

  @Mixin final LoadOptions load = new LoadOptions();

  @Mixin final FollowOptions follow = new FollowOptions();

  @Mixin final RunOptions run = new RunOptions();

  @Mixin final ThresholdOptions thresholds = new ThresholdOptions();

  @Mixin final OutputOptions output = new OutputOptions();

  @Mixin final SimulatorOptions simulator = new SimulatorOptions();
}
