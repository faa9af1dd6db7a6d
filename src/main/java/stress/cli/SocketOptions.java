package stress.cli;

import picocli.CommandLine.Mixin;

/** All options of {@code stress websocket}, under the headings of its help. */
public final class SocketOptions {
  @Mixin final TargetOptions target = new TargetOptions();

  @Mixin final AccessOptions access = new AccessOptions();

  @Mixin final ConnectionOptions connections = new ConnectionOptions();

  @Mixin final MessageOptions messages = new MessageOptions();

  @Mixin final WireOptions wire = new WireOptions();

  @Mixin final ErrorOptions errors = new ErrorOptions();

  @Mixin final RunOptions run = new RunOptions();

  @Mixin final ThresholdOptions thresholds = new ThresholdOptions();

  @Mixin final OutputOptions output = new OutputOptions();

  @Mixin final SimulatorOptions simulator = new SimulatorOptions();
}
