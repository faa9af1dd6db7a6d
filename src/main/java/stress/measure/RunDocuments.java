package stress.measure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * The runs in a stream of text, such as the logs of many containers: JSON documents one after the
 * other, each on a line of its own or indented over many, with other lines between them.
 *
 * <p>A document begins with <code>{</code> at the beginning of a line and ends with the brace that
 * closes it. One that calls itself a run must be a whole run; everything else is passed over and
 * counted. Memory is bounded by the largest document. One thread.
 */
public final class RunDocuments {
  private static final Pattern RUN = Pattern.compile("\"schema\"\\s*:\\s*\"stress\\.run/");
  private static final int LONGEST_QUOTE = 60;

  private final String source;
  private final BiConsumer<String, RunResult> runs;
  private final int largest;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream document = new ByteArrayOutputStream();
  private long lineNumber;
  private long begun;
  private int depth;
  private boolean inText;
  private boolean escaped;
  private long found;
  private long skipped;
  private Optional<String> firstSkipped = Optional.empty();

  /**
   * @param source the stream's name, for messages
   * @param runs told of each run and of its place, such as {@code stdin: line 7}
   */
  public RunDocuments(String source, BiConsumer<String, RunResult> runs) {
    this(source, runs, RunFile.LARGEST);
  }

  RunDocuments(String source, BiConsumer<String, RunResult> runs, int largest) {
    this.source = source;
    this.runs = runs;
    this.largest = largest;
  }

  /**
   * Reads the stream to its end.
   *
   * @throws RunFileException when a document that calls itself a run is none
   */
  public void read(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
      for (int i = 0; i < length; i++) {
        take(buffer[i]);
      }
    }
    if (line.size() > 0) {
      endOfLine();
    }
    if (depth > 0) {
      broken("the input ends", lineNumber);
    }
  }

  /** How many runs there were. */
  public long found() {
    return found;
  }

  /** How many lines that are not blank belonged to no run. */
  public long skipped() {
    return skipped;
  }

  /** The first of them with its number, cut. */
  public Optional<String> firstSkipped() {
    return firstSkipped;
  }

  private void take(byte next) {
    if (next == '\n') {
      endOfLine();
      return;
    }
    line.write(next);
    if (line.size() + document.size() > largest) {
      throw new RunFileException(
          source
              + ": from line "
              + (depth > 0 ? begun : lineNumber + 1)
              + " on there are more than "
              + largest
              + " bytes in one piece, which no run has");
    }
  }

  private void endOfLine() {
    lineNumber++;
    byte[] bytes = line.toByteArray();
    line.reset();
    boolean opens = bytes.length > 0 && bytes[0] == '{';
    if (opens && depth > 0) {
      broken("another document begins in line " + lineNumber, lineNumber - 1);
    }
    if (depth > 0 || opens) {
      within(bytes);
    } else {
      skip(bytes, lineNumber, 1);
    }
  }

  private void within(byte[] bytes) {
    begun = depth == 0 ? lineNumber : begun;
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean outside = depth == 0;
      step(bytes[i]);
      if (depth == 0 && !outside) {
        document.write(bytes, from, i + 1 - from);
        from = i + 1;
        complete();
        begun = lineNumber;
      }
    }
    byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
    if (depth > 0) {
      document.writeBytes(rest);
      document.write('\n');
      if (inText) {
        broken("line " + lineNumber + " ends within a text", lineNumber);
      }
    } else if (from > 0 && !isBlank(rest)) {
      skip(rest, lineNumber, 1);
    }
  }

  private void step(byte next) {
    if (inText) {
      inText = escaped || next != '"';
      escaped = !escaped && next == '\\';
    } else if (next == '"') {
      inText = depth > 0;
    } else if (next == '{' || depth > 0 && next == '[') {
      depth++;
    } else if (depth > 0 && (next == '}' || next == ']')) {
      depth--;
    }
  }

  private void complete() {
    byte[] bytes = document.toByteArray();
    document.reset();
    if (!isRun(bytes)) {
      skip(bytes, begun, lineNumber - begun + 1);
      return;
    }
    String place = source + ": line " + begun;
    runs.accept(place, RunFile.read(bytes, source + ": the document from line " + begun + " on"));
    found++;
  }

  /** What was begun is no document; if it is to be a run, somebody has to know. */
  private void broken(String why, long last) {
    byte[] bytes = document.toByteArray();
    document.reset();
    depth = 0;
    inText = false;
    escaped = false;
    if (isRun(bytes)) {
      throw new RunFileException(
          source
              + ": the run that begins in line "
              + begun
              + " is cut off: "
              + why
              + " before it is closed");
    }
    skip(bytes, begun, last - begun + 1);
  }

  private static boolean isRun(byte[] bytes) {
    return RUN.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
  }

  private static boolean isBlank(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
  }

  private void skip(byte[] bytes, long number, long lines) {
    if (isBlank(bytes)) {
      return;
    }
    skipped += lines;
    if (firstSkipped.isEmpty()) {
      String text = new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\p{Cntrl}", " ");
      firstSkipped = Optional.of("line " + number + ": " + Wording.bounded(text, LONGEST_QUOTE));
    }
  }
}
