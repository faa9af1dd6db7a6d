package stress.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The program without a process around it: streams are strings, and nothing may be sent, since
 * asking for Vert.x fails the test.
 */
final class InMemory {
  private final Map<String, String> environment;
  private String piped = "";

  InMemory(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Pipes this into the program. */
  InMemory with(String text) {
    piped = text;
    return this;
  }

  /** Carries out a command in an empty environment. */
  static Ran run(String... arguments) {
    return new InMemory(Map.of()).execute(arguments);
  }

  Ran execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Process process =
        new Process(
            new Console(
                new PrintWriter(out), new PrintWriter(err), false, false, 80, Optional::empty),
            name -> Optional.ofNullable(environment.get(name)),
            (name, handler) -> {
              throw new AssertionError("asked to be told of " + name);
            },
            code -> {
              throw new AssertionError("left with " + code);
            },
            new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)));
    int code = stress(process).execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** The program, on a process from which nothing comes and to which nothing goes. */
  static Stress stress() {
    StringWriter nowhere = new StringWriter();
    return stress(
        new Process(
            new Console(
                new PrintWriter(nowhere),
                new PrintWriter(nowhere),
                false,
                false,
                80,
                Optional::empty),
            name -> Optional.empty(),
            (name, handler) -> {},
            code -> {}));
  }

  private static Stress stress(Process process) {
    return new Stress(
        process,
        () -> {
          throw new AssertionError("something was about to be sent");
        });
  }
}
