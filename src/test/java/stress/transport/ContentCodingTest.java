package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
  private static final byte[] PLAIN = "{\"job_id\":\"ä\"}".getBytes(StandardCharsets.UTF_8);

  private static HttpOutcome.Answered answer(String coding, byte[] body) {
    return new HttpOutcome.Answered(200, Map.of("content-encoding", coding), body, 1, 2);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(coded)) {
      out.write(plain);
    }
    return coded.toByteArray();
  }

  private static byte[] deflate(byte[] plain) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(coded)) {
      out.write(plain);
    }
    return coded.toByteArray();
  }

  @Test
  void aBodyWithoutACodingIsGivenAsItIs() throws IOException {
    assertThat(ContentCoding.undo(new HttpOutcome.Answered(200, Map.of(), PLAIN, 1, 2)))
        .isEqualTo(PLAIN);
    assertThat(ContentCoding.undo(answer("identity", PLAIN))).isEqualTo(PLAIN);
    assertThat(ContentCoding.undo(answer("", PLAIN))).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", " x-gzip "})
  void gzipIsUndone(String coding) throws IOException {
    assertThat(ContentCoding.undo(answer(coding, gzip(PLAIN)))).isEqualTo(PLAIN);
  }

  @Test
  void deflateIsUndone() throws IOException {
    assertThat(ContentCoding.undo(answer("deflate", deflate(PLAIN)))).isEqualTo(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void anEmptyBodyStaysEmptyWhateverTheCodingSays(String coding) throws IOException {
    assertThat(ContentCoding.undo(answer(coding, new byte[0]))).isEmpty();
  }

  @Test
  void damagedBytesAreAnError() throws IOException {
    byte[] cut = Arrays.copyOf(gzip(PLAIN), 20);

    assertThatThrownBy(() -> ContentCoding.undo(answer("gzip", PLAIN)))
        .isInstanceOf(IOException.class)
        .hasMessage("the body is not what its content coding 'gzip' says");
    assertThatThrownBy(() -> ContentCoding.undo(answer("gzip", cut)))
        .isInstanceOf(IOException.class)
        .hasMessage("the body is not what its content coding 'gzip' says");
    assertThatThrownBy(() -> ContentCoding.undo(answer("deflate", PLAIN)))
        .isInstanceOf(IOException.class)
        .hasMessage("the body is not what its content coding 'deflate' says");
  }

  @Test
  void anUnknownCodingIsAnError() {
    assertThatThrownBy(() -> ContentCoding.undo(answer("Br", PLAIN)))
        .isInstanceOf(IOException.class)
        .hasMessage("content coding 'br' is not known");
    assertThatThrownBy(() -> ContentCoding.undo(answer("gzip, gzip", PLAIN)))
        .isInstanceOf(IOException.class)
        .hasMessage("content coding 'gzip, gzip' is not known");
  }

  @Test
  void aBombIsGivenUpAtSixteenMebibytes() throws IOException {
    byte[] most = gzip(new byte[16 * 1024 * 1024]);
    byte[] bomb = gzip(new byte[16 * 1024 * 1024 + 1]);

    assertThat(bomb).hasSizeLessThan(20_000);
    assertThat(ContentCoding.undo(answer("gzip", most))).hasSize(16 * 1024 * 1024);
    assertThatThrownBy(() -> ContentCoding.undo(answer("gzip", bomb)))
        .isInstanceOf(IOException.class)
        .hasMessage("the decoded answer is longer than 16 MiB");
  }
}
