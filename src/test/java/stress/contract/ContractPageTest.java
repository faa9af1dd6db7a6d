package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the manual's page about contracts says is so. */
class ContractPageTest {
  private final String schema = new BuiltInContracts(name -> Optional.empty()).schema();
  private String page;
  private String example;

  @BeforeEach
  void read() throws Exception {
    page = Files.readString(Path.of("docs/contract.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    example = page.substring(start, page.indexOf("```", start));
  }

  private static Optional<String> environment(String name) {
    return Optional.of(name).filter(List.of("RENDER_TOKEN", "PRICES_TOKEN")::contains);
  }

  @Test
  void theExampleOfASocketAloneIsRightToo() throws Exception {
    int start = page.lastIndexOf("```yaml\n") + "```yaml\n".length();
    String alone = page.substring(start, page.indexOf("```", start));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(new YAMLMapper().readTree(alone)))
        .isEmpty();
    Socket socket =
        new ContractReader(ContractPageTest::environment)
            .api("prices.yaml", alone)
            .findSocket()
            .orElseThrow();
    assertThat(socket.target(Values.none())).isEqualTo("/v2/feed/?symbols=aapl&symbols=msft");
    assertThat(socket.messages(Values.none())).containsExactly("{\"op\":\"subscribe\"}");
    assertThat(new String(socket.echo().orElseThrow().message("7"), StandardCharsets.UTF_8))
        .isEqualTo("{\"op\":\"ping\",\"id\":\"7\"}");
    assertThat(socket.read(Contracts.json("{\"ts\":1000,\"seq\":3}")))
        .isEqualTo(
            new FrameReading(
                Optional.empty(),
                Optional.of(Instant.ofEpochSecond(1)),
                OptionalLong.of(3),
                Optional.empty()));
  }

  @Test
  void theExampleIsRightAndMeansWhatItSays() throws Exception {
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(new YAMLMapper().readTree(example)))
        .isEmpty();
    Contract contract =
        new ContractReader(ContractPageTest::environment).read("renders.yaml", example);
    assertThat(Contracts.submitted(contract, "", Map.of("Location", "/v1/renders/8f2c")))
        .isEqualTo(new SubmitReading.Accepted("8f2c", Optional.empty(), Optional.empty()));
    int start = page.indexOf("{\"render\"");
    StatusReading reading =
        contract
            .status()
            .rule()
            .read(Contracts.json(page.substring(start, page.indexOf('`', start))));
    assertThat(reading.meaning()).isEqualTo(Meaning.RUNNING);
    assertThat(reading.progress()).hasValue(0.4);
    assertThat(reading.times().created()).hasToString("Optional[2026-03-01T09:00:00Z]");
  }

  @Test
  void everyKeyOfTheSchemaIsExplained() {
    List<String> missing = new ArrayList<>();
    for (String key : keys(Contracts.json(schema), new TreeSet<>())) {
      if (!page.contains(key)) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static TreeSet<String> keys(JsonNode node, TreeSet<String> keys) {
    node.path("properties").fieldNames().forEachRemaining(keys::add);
    node.forEach(child -> keys(child, keys));
    return keys;
  }

  @Test
  void theSampleErrorsAreReal() {
    String wrong =
        example
            .replace("accept: 202", "acept: 202")
            .replace("path: /v1/renders/{id}\n  word", "path: /v1/renders/{render}\n  word");
    ContractException thrown =
        catchThrowableOfType(
            ContractException.class,
            () -> new ContractReader(ContractPageTest::environment).read("renders.yaml", wrong));
    List<String> printed =
        page.lines().filter(l -> l.startsWith("    renders.yaml:")).skip(1).toList();
    assertThat(thrown.getMessage().lines().map(l -> "    " + l)).isEqualTo(printed);
  }
}
