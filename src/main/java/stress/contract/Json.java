package stress.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The strict tree reader for the target's answers: numbers keep all their digits, and duplicate
 * keys and anything behind the document are errors. Safe on any thread.
 */
public final class Json {
  /** A document, or why there is none. */
  public sealed interface Parsed {}

  /** The bytes were one JSON document. */
  public record Document(JsonNode root) implements Parsed {}

  /** The bytes were not; {@code reason} is one line of bounded length without the bytes. */
  public record Malformed(String reason) implements Parsed {}

  private static final int MOST_WORDS = 500;
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private static final ObjectWriter WRITER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().writer();

  private Json() {}

  /** Reads one document; never throws, whatever the bytes are. */
  public static Parsed parse(byte[] bytes) {
    try {
      JsonNode root = READER.readTree(bytes);
      return root.isMissingNode() ? new Malformed("the body is empty") : new Document(root);
    } catch (JsonProcessingException e) {
      return new Malformed(reason(e));
    } catch (IOException e) {
      return new Malformed(cut(String.valueOf(e.getMessage())));
    }
  }

  private static String reason(JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return cut(e.getOriginalMessage().lines().findFirst().orElse("not JSON") + where);
  }

  /** The document's shortest form, UTF-8. */
  static byte[] bytes(JsonNode document) {
    try {
      return WRITER.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree that cannot be written", e);
    }
  }

  /** A text as it is, anything else as JSON; bounded, because targets put stack traces here. */
  static String words(JsonNode node) {
    return cut(node.isTextual() ? node.textValue() : node.toString());
  }

  static String cut(String text) {
    return text.length() <= MOST_WORDS ? text : text.substring(0, MOST_WORDS) + "…";
  }
}
