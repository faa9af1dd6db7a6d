package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Counter;
import stress.measure.Scenario;
import stress.measure.ScenarioResult;

/** What only the native executable can get wrong, or does otherwise than the JVM build. */
final class ExecutableNativeIT {
  @Test
  void saysWhatItIs() {
    Ran ran = Launch.of("--version").run();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .matches("stress \\d+\\.\\d+\\.\\d+\\S* \\(([0-9a-f]{7}, )?native, \\S.*\\)\n");
    assertThat(ran.err()).isEmpty();
  }

  /** Commands, options and their types are found by reflection that picocli has registered. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "jobs --help",
        "simulate --help",
        "report --help",
        "contract --help",
        "contract list",
        "contract show monte-carlo-async",
        "contract schema",
        "--jobs x",
        "jobs --rate 5/s --rate 6/s",
        "simulate --faults nonsense",
        "report no-such-file.json",
        "contract check no-such-file.yaml",
        "nonsense"
      })
  void answersAsTheJvmDoes(String command) {
    String[] words = command.split(" ");
    Ran expected = InMemory.run(words);
    assertThat(Launch.of(words).run()).isEqualTo(expected);
  }

  /** YAML is parsed at run time, also of a file that was not there at build time. */
  @Test
  void aContractFromAFile(@TempDir Path folder) throws IOException {
    String text = Launch.of("contract", "show", "monte-carlo").run().out();
    Files.writeString(folder.resolve("mine.yaml"), text.replace("name: monte-carlo", "name: mine"));
    Ran checked = Launch.of("contract", "check", "mine.yaml").in(folder).run();
    assertThat(checked.code()).as(checked.toString()).isZero();
    assertThat(checked.out()).startsWith("mine.yaml: ok (mine: submit, status");
    try (LiveTarget target = new LiveTarget()) {
      Ran ran =
          Launch.of("--contract", "mine.yaml", "--url", target.url(), "--jobs", "3")
              .in(folder)
              .run();
      assertThat(ran.code()).as(ran.toString()).isZero();
      assertThat(target.truth().jobsWith("completed")).isEqualTo(3);
    }
  }

  @Test
  void simulatorInOneProcessAndLoadInAnother() throws Exception {
    try (StressProcess simulator = Launch.of("simulate", "--port", "0").start()) {
      String url = simulator.out(text -> text.contains("\n")).split(" ")[1];
      for (String follow : new String[] {"poll", "socket", "auto"}) {
        Ran ran =
            Launch.of("--url", url, "--jobs", "7", "--follow", follow, "--format", "json").run();
        assertThat(ran.code()).as(ran.toString()).isZero();
        ScenarioResult result = ran.scenario();
        assertThat(result.count(Counter.SUCCEEDED)).isEqualTo(7);
        assertThat(result.unaccounted()).isZero();
      }
      assertThat(truth(url).split("\"outcome\":\"completed\"", -1)).hasSize(1 + 3 * 7);
      simulator.signal("TERM");
      assertThat(simulator.ended().code()).isZero();
    }
  }

  /** What was measured differs from run to run; what is said, and what is counted, does not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--jobs 50 --simulate --rate 50/s --format json",
        "--connections 50 --duration 5 --simulate --format json"
      })
  void sameReportAsTheJvm(String command) throws IOException {
    assumeThat(Launch.jar()).as("the JVM build, which ./mvnw verify makes").isRegularFile();
    Ran ofJvm = Launch.of(command.split(" ")).onJvm().run();
    Ran ofExecutable = Launch.of(command.split(" ")).run();
    assertThat(ofExecutable.code()).as(ofExecutable.toString()).isEqualTo(ofJvm.code()).isZero();
    assertThat(shape(ofExecutable)).containsExactlyElementsOf(shape(ofJvm));
    ScenarioResult expected = ofJvm.scenario();
    ScenarioResult actual = ofExecutable.scenario();
    if (expected.scenario().kind() == Scenario.Kind.JOBS) {
      for (Counter counter : new Counter[] {Counter.STARTED, Counter.ACCEPTED, Counter.SUCCEEDED}) {
        assertThat(actual.count(counter)).as(counter.id()).isEqualTo(expected.count(counter));
      }
    } else {
      // How many jobs ended in time to be renewed is decided by milliseconds, in either form.
      assertThat(actual.count(Counter.CONNECTIONS_OPENED)).isGreaterThanOrEqualTo(50);
      assertThat(actual.count(Counter.CONNECTIONS_OPENED))
          .isEqualTo(
              actual.count(Counter.CONNECTIONS_ENDED)
                  + actual.count(Counter.CONNECTIONS_CLOSED_BY_US));
    }
    assertThat(actual.count(Counter.CONNECTIONS_FAILED)).isZero();
    assertThat(actual.unaccounted()).isZero();
    assertThat(ofExecutable.result().thresholds()).isEqualTo(ofJvm.result().thresholds());
  }

  /** Every place of the document in which something stands, and of what kind it is. */
  private static SortedSet<String> shape(Ran ran) throws IOException {
    SortedSet<String> shape = new TreeSet<>();
    JsonNode document = JsonMapper.builder().build().readTree(ran.out());
    places("", document, shape);
    return shape;
  }

  private static void places(String at, JsonNode node, Set<String> into) {
    node.fields()
        .forEachRemaining(field -> places(at + "/" + field.getKey(), field.getValue(), into));
    if (node.isArray()) {
      node.forEach(element -> places(at + "/*", element, into));
    }
    boolean leaf = !node.isContainerNode();
    // Which series an interval has samples of depends on what happened in that second.
    if (leaf && !at.contains("/points/")) {
      into.add(at + " " + node.getNodeType());
    }
  }

  private static String truth(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/simulator/truth")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /**
   * The heap is bounded by the user's word; arguments of the virtual machine are not the program's.
   */
  @Test
  void theHeapIsBoundedByAnArgument() {
    Ran ran = Launch.of("-Xmx64m", "--jobs", "20", "--simulate", "--format", "json").run();
    assertThat(ran.code()).as(ran.toString()).isZero();
    assertThat(ran.scenario().count(Counter.SUCCEEDED)).isEqualTo(20);
  }
}
