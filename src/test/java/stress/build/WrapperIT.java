package stress.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs a copy of {@code ./mvnw} with stubs for the installed Maven, the download and Maven itself.
 */
@Timeout(120)
class WrapperIT {
  private static final Map<String, String> PLAIN = Map.of();

  /** The Maven in the archive of these tests: says where it runs and with what. */
  private static final String MAVEN =
      "#!/bin/sh\nprintf '[%s]\\n' \"$PWD\" \"$@\"\nexit \"${CODE:-0}\"\n";

  @TempDir Path folder;
  private Checkout checkout;
  private String installed;

  @BeforeEach
  void stubs() throws Exception {
    checkout = new Checkout(folder);
    checkout.program("java", "exit 0");
    byte[] archive = archive();
    Files.write(checkout.root.resolve("archive.zip"), archive);
    pin(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive)));
    checkout.program(
        "mvn",
        "printf '[%s]\\n' \"$@\" >>\"$CHECKOUT/mvn-calls\"",
        "for word in \"$@\"; do case $word in -DoutputDirectory=*) to=${word#*=} ;; esac; done",
        "cp \"$CHECKOUT/archive.zip\" \"$to/apache-maven-9.9.9-bin.zip\"");
  }

  private void pin(String sha512) throws IOException {
    installed = "apache-maven-9.9.9-" + sha512.substring(0, 16);
    checkout.file(
        ".mvn/wrapper/maven.properties",
        "# a comment\nmavenVersion=9.9.9\nmavenSha512=%s\ndependencyPluginVersion=1.2\n"
            .formatted(sha512));
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("apache-maven-9.9.9/bin/mvn"));
      zip.write(MAVEN.getBytes(UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private Checkout.Outcome mvnw(Map<String, String> environment, String... arguments)
      throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = checkout.path("mvnw");
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return checkout.run(environment, command);
  }

  private String run(String... words) {
    StringBuilder text = new StringBuilder("[" + checkout.elsewhere + "]\n");
    for (String word : words) {
      text.append('[').append(word).append("]\n");
    }
    return text.toString();
  }

  @Test
  void fetches_through_the_installed_maven_once_and_then_uses_its_cache() throws Exception {
    Checkout.Outcome first = mvnw(PLAIN, "-s", "my settings.xml", "-Dkey=a b", "verify", "*", "");
    String pom = checkout.path("pom.xml");
    assertThat(first.err()).startsWith("mvnw: fetching Maven 9.9.9 through ");
    assertThat(first.out())
        .isEqualTo(run("-f", pom, "-s", "my settings.xml", "-Dkey=a b", "verify", "*", ""));
    assertThat(checkout.lines("mvn-calls"))
        .containsSubsequence("[-s]", "[my settings.xml]", "[-Dkey=a b]")
        .contains("[-Dartifact=org.apache.maven:apache-maven:9.9.9:zip:bin]")
        .endsWith("[org.apache.maven.plugins:maven-dependency-plugin:1.2:copy]")
        .doesNotContain("[verify]", "[*]", "[]", "[" + pom + "]");
    int calls = checkout.lines("mvn-calls").size();
    assertThat(mvnw(Map.of("CODE", "5"), "-o", "test"))
        .isEqualTo(new Checkout.Outcome(5, run("-f", pom, "-o", "test"), ""));
    assertThat(checkout.lines("mvn-calls")).hasSize(calls);
    assertThat(Checkout.names(checkout.cache())).containsExactly(installed);
  }

  @Test
  void a_project_file_of_the_user_is_the_users() throws Exception {
    assertThat(mvnw(PLAIN, "-f", "other.xml", "verify").out())
        .isEqualTo(run("-f", "other.xml", "verify"));
  }

  @Test
  void a_link_to_the_wrapper_runs_the_project_behind_it() throws Exception {
    Path link = checkout.elsewhere.resolve("short cut");
    Files.createSymbolicLink(link, checkout.root.resolve("mvnw"));
    assertThat(checkout.run(PLAIN, link.toString(), "test").out())
        .isEqualTo(run("-f", checkout.path("pom.xml"), "test"));
  }

  @Test
  void an_archive_with_another_sum_is_refused() throws Exception {
    pin("0".repeat(128));
    Checkout.Outcome outcome = mvnw(PLAIN, "verify");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains(
            "the sha512 of apache-maven-9.9.9-bin.zip is wrong, so it was not used:"
                + " expected 0000000");
    assertThat(Checkout.names(checkout.cache())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"curl", "wget"})
  void downloads_from_apaches_archive_where_no_maven_can_help(String tool) throws Exception {
    checkout.program("mvn", "echo no such mirror; exit 1");
    checkout.program(
        tool,
        "for word in \"$@\"; do",
        "  case $before in -o | -O) cp \"$CHECKOUT/archive.zip\" \"$word\" ;; esac",
        "  before=$word",
        "done",
        "echo \"$word $*\" >\"$CHECKOUT/downloads\"");
    Checkout.Outcome outcome = mvnw(PLAIN, "verify");
    assertThat(outcome.out()).isEqualTo(run("-f", checkout.path("pom.xml"), "verify"));
    assertThat(outcome.err()).contains("no such mirror");
    assertThat(checkout.lines("downloads"))
        .singleElement()
        .asString()
        .contains(
            "https://archive.apache.org/dist/maven/maven-3/9.9.9/binaries/"
                + "apache-maven-9.9.9-bin.zip");
  }

  @Test
  void offline_nothing_is_downloaded() throws Exception {
    checkout.program("mvn", "exit 1");
    checkout.program("curl", "echo called >\"$CHECKOUT/downloads\"");
    Checkout.Outcome outcome = mvnw(PLAIN, "-o", "verify");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("offline it cannot be fetched: run ./mvnw once without -o");
    assertThat(checkout.lines("downloads")).isEmpty();
  }

  @Test
  void two_at_the_same_time_leave_one_installation() throws Exception {
    Process one = checkout.start(PLAIN, checkout.path("mvnw"), "a");
    Process two = checkout.start(PLAIN, checkout.path("mvnw"), "b");
    String pom = checkout.path("pom.xml");
    assertThat(Checkout.outcome(one).out()).isEqualTo(run("-f", pom, "a"));
    assertThat(Checkout.outcome(two).out()).isEqualTo(run("-f", pom, "b"));
    assertThat(Checkout.names(checkout.cache())).containsExactly(installed);
    assertThat(Checkout.names(checkout.cache().resolve(installed))).containsExactly("bin");
  }

  @Test
  void what_is_missing_is_named() throws Exception {
    assertThat(mvnw(Map.of("JAVA_HOME", "/no where")).err())
        .startsWith("mvnw: JAVA_HOME is '/no where', but there is no bin/java in it");
    assertThat(mvnw(Map.of("HOME", "")).err())
        .isEqualTo(
            "mvnw: HOME is not set: set it, or MAVEN_USER_HOME to the folder that may hold Maven\n");
    Files.delete(checkout.jdk().resolve("bin/unzip"));
    Files.deleteIfExists(checkout.jdk().resolve("bin/python3"));
    assertThat(mvnw(PLAIN).err())
        .contains("cannot unpack the archive of Maven: install unzip, a JDK with jar, or python3");
    Files.delete(checkout.jdk().resolve("bin/java"));
    assertThat(mvnw(PLAIN).err()).startsWith("mvnw: no java: install a JDK of version 17 or later");
    assertThat(Checkout.names(checkout.cache())).isEmpty();
  }
}
