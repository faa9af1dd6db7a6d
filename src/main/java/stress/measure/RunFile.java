package stress.measure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A run as a JSON document, exactly: what is written reads back as an equal run. */
public final class RunFile {
  /** The version of the form, the first member of every file. */
  public static final String SCHEMA = "stress.run/1";

  /** No file is longer, in bytes: a week of a busy run has half of it. */
  public static final int LARGEST = 256 * 1024 * 1024;

  /** A week of a busy run has two thirds of it; a tree of so many fits a gigabyte. */
  static final long MOST_TOKENS = 20_000_000;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxTokenCount(MOST_TOKENS)
                          .maxStringLength(1_100_000)
                          .maxNumberLength(40)
                          .maxNameLength(1_000)
                          .build())
                  .build())
          .build()
          .reader();

  private RunFile() {}

  /** The run as a tree, to which the caller may add a {@code judgement}; reading passes over it. */
  public static ObjectNode toTree(RunResult run) {
    return RunWriter.tree(run);
  }

  /** The document as text: UTF-8, indented, the same bytes for equal runs. */
  public static byte[] write(RunResult run) {
    return JsonText.of(toTree(run)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param source the file's name, for messages
   * @throws RunFileException when it is not a run that this version of stress can read
   */
  public static RunResult read(byte[] bytes, String source) {
    if (bytes.length > LARGEST) {
      throw new RunFileException(
          source + ": " + bytes.length + " bytes, expected at most " + LARGEST);
    }
    return RunReader.run(source, tree(bytes, source));
  }

  private static JsonNode tree(byte[] bytes, String source) {
    try (JsonParser parser = READER.createParser(bytes)) {
      return parsed(parser, source);
    } catch (IOException impossible) {
      throw new RunFileException(source + ": cannot be read", impossible);
    }
  }

  private static JsonNode parsed(JsonParser parser, String source) throws IOException {
    try {
      JsonNode tree = READER.readTree(parser);
      if (parser.nextToken() != null) {
        throw new RunFileException(
            source
                + ": line "
                + parser.currentTokenLocation().getLineNr()
                + ": there is more after the end of the document");
      }
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException wrong) {
      if (isCutOff(wrong)) {
        throw new RunFileException(
            source + ": " + place(parser, wrong) + "the file is cut off here", wrong);
      }
      throw new RunFileException(
          source + ": " + place(parser, wrong) + "not JSON: " + wrong.getOriginalMessage(), wrong);
    }
  }

  /** Jackson has an exception of its own for that, but not between two members. */
  private static boolean isCutOff(JsonProcessingException wrong) {
    return wrong instanceof JsonEOFException
        || wrong.getOriginalMessage().startsWith("Unexpected end-of-input");
  }

  private static String place(JsonParser parser, JsonProcessingException wrong) {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    JsonLocation location = wrong.getLocation();
    return (pointer.isEmpty() ? "" : "at " + pointer + ", ")
        + (location == null
            ? ""
            : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ");
  }
}
