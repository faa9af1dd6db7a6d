package stress.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: its commands and what is the same for all of them. */
@Command(
    name = "stress",
    description =
        "Stress-tests WebSocket endpoints and asynchronous job APIs: how many, how fast, how often"
            + " it fails, and whether that is good enough, as an exit code.",
    footer = {
      "",
      "'stress --jobs 50' means 'stress jobs --jobs 50', and",
      "'stress --connections 10' means 'stress websocket --connections 10'.",
      "",
      "Exit codes: 0 passed, 1 stress itself failed, 2 wrong command, 3 a threshold",
      "was crossed, 4 no verdict, 5 target never reached, 130/143 interrupted.",
      "",
      "Examples",
      "  stress --jobs 50 --simulate            try it, without a target",
      "  stress --url http://localhost:8000     20 jobs in batches of 5",
      "  stress --url ws://localhost:8000       10 sockets, held for 30 s",
      "  stress jobs --help                     all options of a command",
    })
public final class StressCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "nothing to do: expected a command, or options such as --jobs 50");
  }
}
