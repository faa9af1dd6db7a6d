package stress.cli;

import picocli.CommandLine.ArgGroup;

/** All options of {@code stress websocket}, under the headings of its help. */
public final class SocketOptions {
  @ArgGroup(validate = false, order = 1, heading = "%nTarget%n")
  TargetOptions target = new TargetOptions();

  @ArgGroup(validate = false, order = 2, heading = "%nAccess%n")
  AccessOptions access = new AccessOptions();

  @ArgGroup(validate = false, order = 3, heading = "%nConnections%n")
  ConnectionOptions connections = new ConnectionOptions();

  @ArgGroup(validate = false, order = 4, heading = "%nMessages%n")
  MessageOptions messages = new MessageOptions();

  @ArgGroup(validate = false, order = 5, heading = "%nWebSocket%n")
  WireOptions wire = new WireOptions();

  @ArgGroup(validate = false, order = 6, heading = "%nError cases (with --test-type errors)%n")
  ErrorOptions errors = new ErrorOptions();

  @ArgGroup(validate = false, order = 7, heading = "%nRun%n")
  RunOptions run = new RunOptions();

  @ArgGroup(validate = false, order = 8, heading = "%nThresholds%n")
  ThresholdOptions thresholds = new ThresholdOptions();

  @ArgGroup(validate = false, order = 9, heading = "%nReport%n")
  OutputOptions output = new OutputOptions();

  @ArgGroup(validate = false, order = 10, heading = "%nSimulator (with --simulate)%n")
  SimulatorOptions simulator = new SimulatorOptions();
}
