package stress.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code stress suite}: sockets and jobs at rising levels, one after the other. */
@Command(
    name = "suite",
    description = {
      "Test WebSockets, then jobs, at rising levels; stop at the first that fails.",
      "",
      "            websocket               jobs",
      "  light      5 connections,  30 s   10 in batches of 2",
      "  medium    15 connections,  60 s   25 in batches of 5",
      "  heavy     30 connections, 120 s   50 in batches of 10",
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples",
      "  stress suite --simulate",
      "  stress suite --url http://localhost:8000 --level all --output reports",
      "  stress suite --levels my-levels.yaml --keep-going --wait-for-target 1m",
    })
public final class SuiteCommand implements Callable<Integer> {
  /** What the suite itself makes of its options, and no part is given. */
  private static final Set<String> OF_THE_SUITE =
      Set.of(PlanArguments.OPTION, "--threshold", "--thresholds");

  @Mixin private TargetOptions target;
  @Mixin private AccessOptions access;
  @Mixin private LevelOptions levels;
  @Mixin private RunOptions run;
  @Mixin private ThresholdOptions thresholds;
  @Mixin private SuiteOutputOptions output;
  @Mixin private SimulatorOptions simulator;

  @Spec private CommandSpec spec;

  private final Process process;
  private final VertxSource vertx;

  /**
   * @param vertx asked for only when the command is known to be right
   */
  public SuiteCommand(Process process, VertxSource vertx) {
    this.process = process;
    this.vertx = vertx;
  }

  @Override
  public Integer call() {
    output.check(process.environment());
    SuiteParts parts = new SuiteParts(process, vertx);
    List<SuiteLevel> chosen = new SuiteLevels(parts).chosen(levels.level, levels.levels);
    List<SuiteParts.Ready> ready = parts.prepare(chosen, common(), thresholds.given());
    return new Suite(process, vertx, output, levels.keepGoing).carryOut(ready);
  }

  /** The options that every part has, as they were given. */
  private List<String> common() {
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      boolean own =
          OF_THE_SUITE.contains(option.longestName())
              || SuiteParts.holders(spec, option).anyMatch(h -> h instanceof SuiteOutputOptions)
              || SuiteParts.holders(spec, option).anyMatch(h -> h instanceof LevelOptions)
                  && !option.longestName().equals("--cleanup");
      if (!own && option.arity().max() == 0) {
        arguments.add(option.longestName());
      } else if (!own) {
        option
            .originalStringValues()
            .forEach(value -> arguments.add(option.longestName() + "=" + value));
      }
    }
    return arguments;
  }
}
