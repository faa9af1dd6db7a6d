package stress.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the built program, watched from outside. */
final class Program implements AutoCloseable {
  private final Process process;
  private Duration cpu = Duration.ZERO;
  private long resident;

  private Program(Process process) {
    this.process = process;
  }

  /** The JVM build, on the Java that runs this. */
  static List<String> jvm(Path build, List<String> javaOptions) {
    List<String> program = new ArrayList<>();
    program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    program.addAll(javaOptions);
    program.add("-jar");
    program.add(build.resolve("quarkus-app").resolve("quarkus-run.jar").toString());
    return program;
  }

  /**
   * @param build the folder that Maven builds into
   * @param output where stdout goes; a pipe to us when null
   */
  static Program start(Path build, List<String> javaOptions, Path output, List<String> arguments)
      throws IOException {
    return start(jvm(build, javaOptions), output, arguments);
  }

  /**
   * @param program the words that call it
   * @param output where stdout goes; a pipe to us when null
   */
  static Program start(List<String> program, Path output, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    if (output != null) {
      builder.redirectOutput(output.toFile());
    }
    return new Program(builder.start());
  }

  String firstLine() throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  /** Processor time so far; of a process that has ended, as last seen. */
  Duration cpu() {
    cpu = process.toHandle().info().totalCpuDuration().orElse(cpu);
    return cpu;
  }

  /**
   * The most memory that was resident, in bytes, as last seen; 0 where the system does not tell.
   */
  long residentBytes() {
    try {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          resident = Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException ended) {
      // What was seen last is the answer.
    }
    return resident;
  }

  long pid() {
    return process.pid();
  }

  /** Waits for the end, with an eye on the processor time, and gives the exit code. */
  int await(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      cpu();
      residentBytes();
      if (System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("not at its end after " + longest);
      }
    }
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
