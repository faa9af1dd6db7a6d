package stress.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Lines of at most 80 columns that are being written; one thread. */
final class Page {
  static final int WIDTH = 80;

  /** Where the text beside a label begins. */
  static final int MARGIN = 17;

  /** Blanks at which a line may break: not after a digit, which belongs to what follows. */
  private static final Pattern BREAK = Pattern.compile("(?<!\\d) ");

  private final StringBuilder text = new StringBuilder();
  private final boolean colour;

  Page(boolean colour) {
    this.colour = colour;
  }

  void blank() {
    text.append('\n');
  }

  void line(String line) {
    text.append(Sanitised.cut(line.stripTrailing(), WIDTH)).append('\n');
  }

  void line(String line, Colour paint) {
    String cut = Sanitised.cut(line.stripTrailing(), WIDTH);
    text.append(colour ? paint.paint(cut) : cut).append('\n');
  }

  /** A rule across the page with a title in it. */
  void heading(String title) {
    String start = "── " + Sanitised.cut(title, 60) + " ";
    line(start + "─".repeat(WIDTH - start.codePointCount(0, start.length())), Colour.BOLD);
  }

  /** A label at the left and text beside it, continued below itself. */
  void labelled(String label, String content) {
    hanging(padded(label, MARGIN), content);
  }

  /** Text under the last label. */
  void more(String content) {
    hanging(" ".repeat(MARGIN), content);
  }

  /** Text after a prefix, continued at the column where it began. */
  void hanging(String prefix, String content) {
    hanging(prefix, content, List.of());
  }

  void hanging(String prefix, String content, List<Colour> paint) {
    int indent = prefix.codePointCount(0, prefix.length());
    String start = prefix;
    for (String part : wrapped(content, WIDTH - indent)) {
      String line = (start + part).stripTrailing();
      text.append(colour && !paint.isEmpty() ? paint.get(0).paint(line) : line).append('\n');
      start = " ".repeat(indent);
    }
  }

  /** Said once of several tables, since it is true of each: the rank rule makes it so. */
  void fewSamples(long... counts) {
    LongStream.of(counts)
        .filter(n -> n > 0 && n < 100)
        .max()
        .ifPresent(
            few ->
                hanging(
                    "  ",
                    "Few samples: p99 of "
                        + few
                        + " is the maximum, as it is of any n < 100; so is p95 of any n < 20."));
  }

  private static List<String> wrapped(String content, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BREAK.split(content)) {
      String rest = word;
      if (line.length() > 0 && length(line) + 1 + length(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (line.length() == 0 && length(rest) > width) {
        int end = rest.offsetByCodePoints(0, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.length() == 0 ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int length(CharSequence text) {
    return (int) text.codePoints().count();
  }

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - length(text)));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - length(text))) + text;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
