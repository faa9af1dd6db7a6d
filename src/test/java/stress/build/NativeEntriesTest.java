package stress.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the native executable must be told of at build time: resources, each with a comment that
 * names who reads it, and nothing else.
 */
final class NativeEntriesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path SETTINGS = RESOURCES.resolve("application.properties");
  private static final String INCLUDES = "quarkus.native.resources.includes=";
  private static final Pattern LOADING =
      Pattern.compile("\\bgetResource(AsStream)?\\(\\s*([^)]*)\\)");
  private static final Pattern REFLECTION =
      Pattern.compile(
          "\\bClass\\.forName\\b|\\bjava\\.lang\\.reflect\\b|\\.getDeclared\\w+\\(|\\.newInstance\\("
              + "|\\bRegisterForReflection\\b|\\bRegisterResources\\b|\\bServiceLoader\\b"
              + "|\\bProxy\\.newProxyInstance\\b|\\bfindVirtual\\b|\\bfindStatic\\b|\\bnative \\S+ \\w+\\(");

  private static Map<String, String> sources() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> texts.put(SOURCES.relativize(file).toString(), read(file)));
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Each resource that is read, with the class that reads it, as in {@code cli/Version}. */
  private static Map<String, String> loaded() throws IOException {
    Map<String, String> loaded = new TreeMap<>();
    sources()
        .forEach(
            (file, text) -> {
              Matcher call = LOADING.matcher(text);
              while (call.find()) {
                assertThat(call.group(2))
                    .as(file + " reads a resource whose name must stand there as \"/...\"")
                    .matches("\"/[^\"]+\"");
                loaded.put(
                    call.group(2).replaceAll("^\"/|\"$", ""),
                    file.replaceAll("^stress/|\\.java$", ""));
              }
            });
    return loaded;
  }

  private static List<String> settings() {
    return read(SETTINGS).lines().toList();
  }

  private static List<String> included() {
    return settings().stream()
        .filter(line -> line.startsWith(INCLUDES))
        .flatMap(line -> Stream.of(line.substring(INCLUDES.length()).split(",")))
        .toList();
  }

  private static boolean matches(String glob, String resource) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    return matcher.matches(Path.of(resource));
  }

  /** Ours is a file of the sources; a library's is in its jar. */
  private static boolean exists(String resource) {
    return Files.isRegularFile(RESOURCES.resolve(resource))
        || NativeEntriesTest.class.getResource("/" + resource) != null;
  }

  @Test
  void everyResourceThatIsReadIsInTheExecutable() throws IOException {
    assertThat(loaded().keySet())
        .contains("stress.properties")
        .allSatisfy(resource -> assertThat(exists(resource)).as(resource).isTrue())
        .allMatch(
            resource -> included().stream().anyMatch(glob -> matches(glob, resource)),
            "is listed in quarkus.native.resources.includes of application.properties");
  }

  @Test
  void everyEntryIsNeededAndItsCommentNamesWhoNeedsIt() throws IOException {
    List<String> lines = settings();
    int entry =
        lines.indexOf(lines.stream().filter(line -> line.startsWith(INCLUDES)).findFirst().get());
    List<String> comment = new ArrayList<>();
    for (int i = entry - 1; lines.get(i).startsWith("#"); i--) {
      comment.add(0, lines.get(i));
    }
    Map<String, String> loaded = loaded();
    assertThat(included())
        .isNotEmpty()
        .allMatch(glob -> loaded.keySet().stream().anyMatch(name -> matches(glob, name)));
    assertThat(loaded.values())
        .allSatisfy(reader -> assertThat(String.join("\n", comment)).contains(reader));
  }

  @Test
  void thereIsNoReflectionAndNoFileOfEntriesForIt() throws IOException {
    assertThat(sources())
        .isNotEmpty()
        .allSatisfy(
            (file, text) ->
                assertThat(
                        REFLECTION
                            .matcher(text.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", ""))
                            .results())
                    .as(file)
                    .isEmpty());
    assertThat(RESOURCES.resolve("META-INF/native-image")).doesNotExist();
    assertThat(settings())
        .noneMatch(line -> line.matches("quarkus\\.native\\..*(reflection|jni|proxy).*"));
  }
}
