package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json.Parsed parse(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void numbersKeepTheirDigits() {
    String text = "{\"a\":2733382000000000049,\"b\":123456789012345678901234567890,\"c\":1.10}";
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            Json.Document.class, document -> assertThat(document.root()).hasToString(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>502</body></html>",
        "{\"a\":1",
        "{\"a\":1,\"a\":2}",
        "{} {}",
        "{}x",
        "NaN",
        "{'a':1}",
        "[1,]",
        "\u0000"
      })
  void anythingElseIsMalformed(String text) {
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            Json.Malformed.class,
            malformed ->
                assertThat(malformed.reason()).isNotBlank().hasLineCount(1).hasSizeLessThan(600));
  }

  @Test
  void emptyIsMalformed() {
    assertThat(parse("")).isEqualTo(new Json.Malformed("the body is empty"));
    assertThat(parse(" \n")).isEqualTo(new Json.Malformed("the body is empty"));
  }

  @Test
  void brokenBytesAndDepthAreMalformed() {
    assertThat(Json.parse(new byte[] {'"', (byte) 0xFF, '"'})).isInstanceOf(Json.Malformed.class);
    assertThat(parse("[".repeat(100_000))).isInstanceOf(Json.Malformed.class);
  }

  @Test
  void theReasonNamesThePlace() {
    assertThat(parse("{\n \"a\": x}"))
        .isInstanceOfSatisfying(
            Json.Malformed.class, m -> assertThat(m.reason()).endsWith("at line 2, column 7"));
  }
}
