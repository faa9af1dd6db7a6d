package stress.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One command line of the program, to be run as a process of its own: the executable that the
 * system property {@code stress.executable} names, else the jar that {@code stress.jar} names.
 */
final class Launch {
  private final List<String> arguments;
  private final Map<String, String> environment = new TreeMap<>();
  private Optional<Path> folder = Optional.empty();
  private boolean jvm;
  private Optional<String> script = Optional.empty();

  private Launch(List<String> arguments) {
    this.arguments = arguments;
  }

  static Launch of(String... arguments) {
    return new Launch(List.of(arguments));
  }

  /** Runs the JVM build, whatever is tested. */
  Launch onJvm() {
    jvm = true;
    return this;
  }

  /** Runs in this folder, not in the build's. */
  Launch in(Path working) {
    folder = Optional.of(working);
    return this;
  }

  Launch with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs it by a line of shell, in which {@code "$0" "$@"} is the program and its arguments. */
  Launch within(String line) {
    script = Optional.of(line);
    return this;
  }

  StressProcess start() {
    List<String> command = new ArrayList<>(heedingSignals());
    script.ifPresent(line -> command.addAll(List.of("sh", "-c", line)));
    command.addAll(program());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    folder.ifPresent(working -> builder.directory(working.toFile()));
    // Java says on stderr that it read these.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    try {
      return new StressProcess(String.join(" ", arguments), builder.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(String.join(" ", command), failed);
    }
  }

  /** Runs it to its end. */
  Ran run() {
    try (StressProcess process = start()) {
      return process.ended();
    }
  }

  /**
   * What a build in the background of a shell was started with, namely to ignore SIGINT, its
   * children inherit; GNU env undoes that and then becomes the program.
   */
  private static List<String> heedingSignals() {
    List<String> env = List.of("env", "--default-signal=INT,TERM");
    try {
      List<String> trial = new ArrayList<>(env);
      trial.add("true");
      return new ProcessBuilder(trial).start().waitFor() == 0 ? env : List.of();
    } catch (IOException absent) {
      return List.of();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Where the JVM build is, if it was made. */
  static Path jar() {
    String jar = System.getProperty("stress.jar");
    if (jar == null) {
      throw new AssertionError("stress.jar is not set: run these tests by Maven's verify");
    }
    return Path.of(jar);
  }

  private List<String> program() {
    String executable = System.getProperty("stress.executable", "");
    if (!executable.isBlank() && !jvm) {
      return List.of(executable);
    }
    // Tests start the program often and briefly; what makes a long run faster only delays them.
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-jar",
        jar().toString());
  }
}
