package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** README.md as tests read it: sections, tables and commands. */
record Manual(String text) {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^ {4}\\./(stress (?:[^\\n]*\\\\\\n)*[^\\n]*)|`\\./(stress [^`]*)`");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|([^\\s']+)");

  static Manual read() throws IOException {
    return new Manual(Files.readString(Path.of("README.md")));
  }

  /** The text below a heading, up to the next heading of its level or a higher one. */
  String section(String heading) {
    int level = heading.indexOf(' ');
    List<String> lines = text.lines().toList();
    int begin = lines.indexOf(heading);
    if (begin < 0) {
      throw new AssertionError("README.md has no heading '" + heading + "'");
    }
    List<String> below =
        lines.subList(begin + 1, lines.size()).stream()
            .takeWhile(line -> !line.matches("#{1," + level + "} .*"))
            .toList();
    return String.join("\n", below);
  }

  /** The rows of all tables of a section, without heads, as cells without code marks. */
  List<List<String>> rows(String heading) {
    List<List<String>> rows = new ArrayList<>();
    boolean body = false;
    for (String line : section(heading).lines().toList()) {
      if (line.startsWith("| ---")) {
        body = true;
      } else if (!line.startsWith("|")) {
        body = false;
      } else if (body) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\| ?| ?\\|$", "");
    return Pattern.compile("(?<!\\\\)\\|")
        .splitAsStream(inner)
        .map(cell -> cell.replace("\\|", "|").replace("`", "").strip())
        .toList();
  }

  /** The arguments of every {@code ./stress …} that the manual shows, blocks and sentences. */
  List<String[]> commands() {
    return COMMAND
        .matcher(text)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(command -> command.replace("\\\n", " ").replaceAll(" # .*| > \\S+", ""))
        .map(Manual::arguments)
        .toList();
  }

  private static String[] arguments(String command) {
    return WORD.matcher(command)
        .results()
        .skip(1)
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toArray(String[]::new);
  }

  /** What stands in the code block that a line of three back quotes and this word opens. */
  List<String> blocks(String word) {
    return Pattern.compile("(?ms)^```" + word + "\\n(.*?)^```$")
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
