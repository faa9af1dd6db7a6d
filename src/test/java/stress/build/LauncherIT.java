package stress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs a copy of {@code ./stress} with stubs for Java and for the build. */
@Timeout(120)
class LauncherIT {
  private static final String JAR = "target/quarkus-app/quarkus-run.jar";
  private static final Map<String, String> PLAIN = Map.of();

  @TempDir Path folder;
  private Checkout checkout;

  @BeforeEach
  void stubs() throws IOException {
    checkout = new Checkout(folder);
    javaVersion("17.0.15");
    checkout.program(
        "java",
        "case $* in",
        "  *-XX:DumpLoadedClassList=*) exit 0 ;;",
        "  *-Xshare:dump*) echo \"$*\" >>\"$CHECKOUT/archives\"; eval \"${ARCHIVE:-false}\"; exit ;;",
        "esac",
        "printf '%s\\n' \"$PWD\"",
        "printf '[%s]\\n' \"$@\"",
        "eval \"${PROGRAM:-}\"",
        "exit \"${CODE:-0}\"");
    // A build that reads all of stdin, says that another one runs beside it, and takes its time.
    Checkout.script(
        checkout.root.resolve("mvnw"),
        "cat >/dev/null",
        "echo \"$*\" >>\"$CHECKOUT/builds\"",
        "mkdir \"$CHECKOUT/building\" || echo overlap >>\"$CHECKOUT/overlaps\"",
        "echo building now",
        "eval \"${BUILD:-}\"",
        "mkdir -p \"$CHECKOUT/target/quarkus-app\"",
        "touch \"$CHECKOUT/" + JAR + "\"",
        "rmdir \"$CHECKOUT/building\"");
  }

  private void javaVersion(String version) throws IOException {
    Files.writeString(checkout.jdk().resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private Checkout.Outcome stress(Map<String, String> environment, String... arguments)
      throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = checkout.path("stress");
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return checkout.run(environment, command);
  }

  private void makeOlderThanSources(String file) throws IOException {
    FileTime source = Files.getLastModifiedTime(checkout.root.resolve("pom.xml"));
    Files.setLastModifiedTime(
        checkout.root.resolve(file), FileTime.fromMillis(source.toMillis() - 10_000));
  }

  @Test
  void arguments_and_folder_are_the_users() throws Exception {
    Files.writeString(checkout.elsewhere.resolve("a file"), "for * to find");
    Checkout.Outcome outcome =
        stress(PLAIN, "--url", "http://x y", "", "*", "a\"b'c", "$HOME", "-n", "back\\slash\n2");
    assertThat(outcome.out())
        .isEqualTo(
            checkout.elsewhere
                + "\n[-jar]\n["
                + checkout.path(JAR)
                + "]\n[--url]\n[http://x y]\n[]\n[*]\n[a\"b'c]\n[$HOME]\n[-n]\n[back\\slash\n2]\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void java_options_are_words_and_no_patterns() throws Exception {
    Files.writeString(checkout.elsewhere.resolve("-Dx=1"), "for -D* to find");
    assertThat(stress(Map.of("STRESS_JAVA_OPTS", "-Xmx64m  -D*"), "*").out())
        .isEqualTo(
            checkout.elsewhere + "\n[-Xmx64m]\n[-D*]\n[-jar]\n[" + checkout.path(JAR) + "]\n[*]\n");
  }

  @Test
  void the_class_data_archive_of_the_build_is_used_and_nothing_said_of_it() throws Exception {
    String archive = checkout.path("target/stress-launcher.jsa");
    Map<String, String> made =
        Map.of("ARCHIVE", "echo made | tee \"" + archive + "\" >&2", "STRESS_JAVA_OPTS", "-Xmx64m");
    Checkout.Outcome outcome = stress(made, "--jobs", "3");
    assertThat(outcome.out())
        .isEqualTo(
            checkout.elsewhere
                + "\n[-XX:SharedArchiveFile="
                + archive
                + "]\n[-Xlog:disable]\n[-Xmx64m]\n[-jar]\n["
                + checkout.path(JAR)
                + "]\n[--jobs]\n[3]\n");
    assertThat(outcome.err()).doesNotContain("made");
    assertThat(stress(PLAIN).out()).contains("SharedArchiveFile");
    assertThat(checkout.lines("archives")).hasSize(1);
  }

  @Test
  void an_archive_that_cannot_be_made_is_not_used() throws Exception {
    String archive = checkout.path("target/stress-launcher.jsa");
    Checkout.Outcome outcome = stress(Map.of("ARCHIVE", "echo >\"" + archive + "\"; false"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .isEqualTo(checkout.elsewhere + "\n[-jar]\n[" + checkout.path(JAR) + "]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "-V", "--version", "contract", "report"})
  void what_is_soon_over_is_compiled_in_haste(String word) throws Exception {
    assertThat(stress(PLAIN, word, "x").out())
        .isEqualTo(
            checkout.elsewhere
                + "\n[-XX:TieredStopAtLevel=1]\n[-XX:+UseSerialGC]\n[-jar]\n["
                + checkout.path(JAR)
                + "]\n["
                + word
                + "]\n[x]\n");
  }

  @Test
  void the_exit_code_and_stderr_are_the_programs() throws Exception {
    stress(PLAIN);
    Checkout.Outcome outcome = stress(Map.of("CODE", "3", "PROGRAM", "echo words >&2"));
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).isEqualTo("words\n");
  }

  @Test
  void stdin_is_left_to_the_program_also_when_it_is_built_first() throws Exception {
    Process process = checkout.start(Map.of("PROGRAM", "cat"), checkout.path("stress"));
    process.getOutputStream().write("typed\n".getBytes());
    process.getOutputStream().close();
    assertThat(Checkout.outcome(process).out()).endsWith("]\ntyped\n");
    assertThat(checkout.lines("builds")).hasSize(1);
  }

  @Test
  void a_signal_reaches_the_program() throws Exception {
    String waits = "trap 'echo told; exit 143' TERM; echo ready; while :; do sleep 0.1; done";
    stress(PLAIN);
    Process process = checkout.start(Map.of("PROGRAM", waits), checkout.path("stress"));
    readUntil(process, "ready");
    process.toHandle().destroy();
    Checkout.Outcome outcome = Checkout.outcome(process);
    assertThat(outcome.code()).isEqualTo(143);
    assertThat(outcome.out()).isEqualTo("told\n");
  }

  /** Reads output up to a line, and not a byte more. */
  private static void readUntil(Process process, String line) throws IOException {
    StringBuilder read = new StringBuilder();
    while (!read.toString().endsWith(line + "\n")) {
      int next = process.getInputStream().read();
      assertThat(next).as("output after " + read).isNotNegative();
      read.append((char) next);
    }
  }

  @Test
  void builds_once_and_again_when_a_source_is_newer() throws Exception {
    assertThat(stress(PLAIN).err())
        .isEqualTo(
            "stress: building the program, which takes a minute on first use;"
                + " the output goes to target/stress-launcher.log\n");
    assertThat(stress(PLAIN).err()).isEmpty();
    assertThat(checkout.lines("builds")).containsExactly("-q -B -Dmaven.test.skip=true package");
    makeOlderThanSources(JAR);
    assertThat(stress(PLAIN).err())
        .isEqualTo(
            "stress: building the program, whose sources have changed;"
                + " the output goes to target/stress-launcher.log\n");
    assertThat(stress(PLAIN).err()).isEmpty();
    assertThat(checkout.lines("builds")).hasSize(2);
  }

  @Test
  void a_source_that_changes_while_it_is_built_is_built_again() throws Exception {
    String change = "sleep 0.05; echo >>\"$CHECKOUT/src/main/java/Main.java\"; sleep 0.05";
    stress(Map.of("BUILD", change));
    stress(PLAIN);
    assertThat(checkout.lines("builds")).hasSize(2);
    stress(PLAIN);
    assertThat(checkout.lines("builds")).hasSize(2);
  }

  @Test
  void a_failed_build_shows_its_output_and_runs_nothing() throws Exception {
    Checkout.Outcome outcome = stress(Map.of("BUILD", "echo no such symbol >&2; exit 7"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .endsWith("building now\nno such symbol\nstress: the build failed, see above\n");
  }

  @Test
  void the_native_executable_is_preferred_while_it_is_current() throws Exception {
    Checkout.script(checkout.root.resolve("target/stress"), "printf 'native [%s]\\n' \"$@\"");
    assertThat(stress(PLAIN, "a b", "").out()).isEqualTo("native [a b]\nnative []\n");
    assertThat(checkout.lines("builds")).isEmpty();
    makeOlderThanSources("target/stress");
    assertThat(stress(PLAIN).out()).contains("quarkus-run.jar");
    assertThat(checkout.lines("builds")).hasSize(1);
  }

  @Test
  void a_link_to_the_launcher_runs_the_checkout_behind_it() throws Exception {
    Path link = checkout.elsewhere.resolve("short cut");
    Files.createSymbolicLink(checkout.elsewhere.resolve("far"), checkout.root);
    Files.createSymbolicLink(link, Path.of("far/stress"));
    assertThat(checkout.run(PLAIN, link.toString(), "x").out())
        .isEqualTo(checkout.elsewhere + "\n[-jar]\n[" + checkout.path(JAR) + "]\n[x]\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_at_the_same_time_build_once(boolean flock) throws Exception {
    if (flock) {
      checkout.link("flock");
    }
    Map<String, String> slow = Map.of("BUILD", "sleep 0.5");
    Process one = checkout.start(slow, checkout.path("stress"));
    Process two = checkout.start(slow, checkout.path("stress"));
    one.getOutputStream().close();
    two.getOutputStream().close();
    assertThat(Checkout.outcome(one).code()).isZero();
    assertThat(Checkout.outcome(two).code()).isZero();
    assertThat(checkout.lines("builds")).hasSize(1);
    assertThat(checkout.lines("overlaps")).isEmpty();
  }

  @Test
  void the_lock_of_a_process_that_is_gone_counts_for_nothing() throws Exception {
    Process gone = checkout.start(PLAIN, "true");
    assertThat(gone.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Files.createDirectories(checkout.root.resolve("target"));
    Files.createSymbolicLink(
        checkout.root.resolve("target/stress-launcher.lock.owner"),
        Path.of(Long.toString(gone.pid())));
    assertThat(stress(PLAIN).code()).isZero();
    assertThat(Checkout.names(checkout.root.resolve("target")))
        .containsExactly("quarkus-app", "stress-launcher.begun", "stress-launcher.log");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_signal_ends_the_build_and_leaves_no_lock(boolean flock) throws Exception {
    if (flock) {
      checkout.link("flock");
    }
    String waits = "echo >\"$CHECKOUT/pipe\"; exec sleep 60";
    checkout.link("mkfifo");
    assertThat(checkout.run(PLAIN, "mkfifo", checkout.path("pipe")).code()).isZero();
    Process process = checkout.start(Map.of("BUILD", waits), checkout.path("stress"));
    process.getOutputStream().close();
    Files.readString(checkout.root.resolve("pipe"));
    process.toHandle().destroy();
    assertThat(Checkout.outcome(process).code()).isEqualTo(143);
    Files.delete(checkout.root.resolve("building"));
    assertThat(stress(PLAIN).code()).isZero();
    assertThat(checkout.lines("overlaps")).isEmpty();
  }

  @Test
  void an_unfit_java_is_named() throws Exception {
    javaVersion("11.0.2");
    assertThat(stress(PLAIN).err()).contains("is Java 11, but Java 17 or later is needed");
    assertThat(stress(Map.of("JAVA_HOME", "/no where")).err())
        .isEqualTo(
            "stress: JAVA_HOME is '/no where', but there is no bin/java in it:"
                + " correct it, or unset it to use the java on the path\n");
    Files.delete(checkout.jdk().resolve("bin/java"));
    assertThat(stress(PLAIN))
        .isEqualTo(
            new Checkout.Outcome(
                1, "", "stress: no java: install Java 17 or later, or set JAVA_HOME to one\n"));
    assertThat(checkout.lines("builds")).isEmpty();
  }

  @Test
  void a_java_without_a_release_file_is_asked_for_its_version() throws Exception {
    Files.delete(checkout.jdk().resolve("release"));
    checkout.program("java", "echo Picked up options >&2; echo 'java version \"1.8.0_9\"' >&2");
    assertThat(stress(PLAIN).err()).contains("is Java 1, but Java 17 or later is needed");
    checkout.program("java", "echo 'openjdk version \"25\" 2025-09-16' >&2");
    assertThat(stress(PLAIN).code()).isZero();
  }
}
