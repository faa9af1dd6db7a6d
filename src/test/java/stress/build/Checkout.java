package stress.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of this project's scripts in a folder of its own, with stub programs first on the path.
 */
final class Checkout {
  /** What a script printed, and its exit code. */
  record Outcome(int code, String out, String err) {}

  /** Everything that the scripts call and every system has; what a test leaves out is not there. */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "basename",
          "cat",
          "chmod",
          "cp",
          "dirname",
          "find",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sha512sum",
          "shasum",
          "openssl",
          "sleep",
          "tail",
          "tee",
          "touch",
          "tr",
          "true",
          "uname",
          "unzip",
          "python3");

  final Path root;
  final Path elsewhere;
  private final Path home;
  private final Path bin;

  Checkout(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("a checkout")).toRealPath();
    elsewhere = Files.createDirectories(folder.resolve("else where")).toRealPath();
    home = Files.createDirectories(folder.resolve("ho me")).toRealPath();
    bin = Files.createDirectories(folder.resolve("jdk/bin")).toRealPath();
    for (String tool : TOOLS) {
      link(tool);
    }
    for (String file : List.of("stress", "mvnw", ".mvn/wrapper/maven.properties")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(Path.of(file), root.resolve(file));
    }
    file("pom.xml", "<project/>");
    file("src/main/java/Main.java", "class Main {}");
  }

  /** Puts a program of the system on the path, if the system has it. */
  void link(String tool) throws IOException {
    for (String place : System.getenv("PATH").split(":")) {
      Path program = Path.of(place, tool);
      if (Files.isExecutable(program) && !Files.exists(bin.resolve(tool))) {
        Files.createSymbolicLink(bin.resolve(tool), program);
      }
    }
  }

  /** Puts a program on the path whose text is given. */
  void program(String name, String... lines) throws IOException {
    script(bin.resolve(name), lines);
  }

  static void script(Path path, String... lines) throws IOException {
    Files.createDirectories(path.getParent());
    Files.deleteIfExists(path);
    Files.writeString(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Writes a file of the checkout. */
  Path file(String name, String text) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  Path jdk() {
    return bin.getParent();
  }

  Path cache() {
    return home.resolve(".m2/wrapper");
  }

  /** The lines that stubs have written to a file of the checkout. */
  List<String> lines(String name) throws IOException {
    Path path = root.resolve(name);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  Process start(Map<String, String> environment, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("CHECKOUT", root.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  Outcome run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, command);
    process.getOutputStream().close();
    return outcome(process);
  }

  /** Waits for the end; the little that these scripts print fits the pipes. */
  static Outcome outcome(Process process) throws Exception {
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("the script ended within a minute").isTrue();
    return new Outcome(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), UTF_8),
        new String(process.getErrorStream().readAllBytes(), UTF_8));
  }

  String path(String name) {
    return root.resolve(name).toString();
  }

  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
