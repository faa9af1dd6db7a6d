package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Contracts, answers and fixtures for the tests. */
final class Contracts {
  static final Path FIXTURES = Path.of("src/test/resources/contracts");
  static final String TOKEN = "s3cret";

  private Contracts() {}

  static Optional<String> environment(String name) {
    return Optional.ofNullable(Map.of("API_TOKEN", TOKEN, "BROKEN", "a\nb").get(name));
  }

  static Contract read(String text) {
    return new ContractReader(Contracts::environment).read("test.yaml", text);
  }

  static Contract fixture(String name) {
    return new ContractFiles(Contracts::environment).find(FIXTURES.resolve(name).toString());
  }

  static List<Path> fixtures() {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    return ((Json.Document) Json.parse(text.getBytes(StandardCharsets.UTF_8))).root();
  }

  static String body(Rendered rendered) {
    return new String(rendered.body(), StandardCharsets.UTF_8);
  }

  static SubmitReading submitted(Contract contract, String body, Map<String, String> headers) {
    Optional<JsonNode> document = Optional.of(body).filter(b -> !b.isEmpty()).map(Contracts::json);
    return contract.submit().read(document, name -> Optional.ofNullable(headers.get(name)));
  }
}
