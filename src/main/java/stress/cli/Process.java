package stress.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Everything that the program touches of its process: streams, environment, signals, exit. Tests
 * give their own.
 *
 * @param environment the value of a variable, absent when it is not set
 * @param leave ends the process at once with this code
 * @param in what is piped in
 */
public record Process(
    Console console,
    Function<String, Optional<String>> environment,
    Signals signals,
    IntConsumer leave,
    InputStream in) {
  private static final int USUAL_COLUMNS = 80;

  /** A process that nothing is piped into. */
  public Process(
      Console console,
      Function<String, Optional<String>> environment,
      Signals signals,
      IntConsumer leave) {
    this(console, environment, signals, leave, InputStream.nullInputStream());
  }

  /** Lets somebody be told of a signal instead of the process being ended by it. */
  @FunctionalInterface
  public interface Signals {
    /**
     * @param name {@code INT} or {@code TERM}
     * @param handler called on a thread of its own, at each signal of that name
     */
    void handle(String name, Runnable handler);
  }

  /** The real one. */
  public static Process real() {
    Function<String, Optional<String>> environment =
        name -> Optional.ofNullable(System.getenv(name));
    StandardStream out = StandardStream.of(FileDescriptor.out, 1);
    Console console =
        new Console(
            writer(out),
            writer(StandardStream.of(FileDescriptor.err, 2)),
            isTerminal(1),
            isTerminal(2),
            columns(environment.apply("COLUMNS")),
            out::lost);
    return new Process(
        console,
        environment,
        Process::handle,
        code -> Runtime.getRuntime().halt(code),
        new FileInputStream(FileDescriptor.in));
  }

  /** Whether stdout may be given colours: a terminal whose user did not set NO_COLOR. */
  boolean colour() {
    return console.outIsTerminal()
        && environment.apply("NO_COLOR").filter(word -> !word.isEmpty()).isEmpty();
  }

  /** Java has no other way to get hold of a signal before it ends the process. */
  private static void handle(String name, Runnable handler) {
    sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> handler.run());
  }

  /** UTF-8 whatever the locale says: logs of containers without one are read as UTF-8, too. */
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /** Java cannot ask this of one stream; the system's own table of open files can be read. */
  private static boolean isTerminal(int descriptor) {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return file.startsWith("/dev/pts/")
          || file.startsWith("/dev/tty")
          || file.equals("/dev/console");
    } catch (IOException | RuntimeException notLinux) {
      return System.console() != null;
    }
  }

  private static int columns(Optional<String> variable) {
    return variable
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .filter(columns -> columns >= 20)
        .orElse(USUAL_COLUMNS);
  }
}
