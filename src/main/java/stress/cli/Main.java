package stress.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Where the process begins: the command line on the real process.
 *
 * <p>Quarkus is not started here. A command that talks to a target starts it, through {@link
 * QuarkusStart}; help, versions, wrong commands and kept reports never do, and are answered at
 * once.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String... args) {
    Process process = Process.real();
    int code = new Stress(process, new QuarkusStart()).execute(args);
    process.leave().accept(code);
  }
}
