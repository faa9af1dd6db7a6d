package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"", "a", "abcdefgh", "abcdefghä", "aä", "äöüß€𝄞", "\uffff\u0000\u007f"})
  void textIsValid(String text) {
    assertThat(Utf8.isValid(text.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c3",
        "c328",
        "c080",
        "c1bf",
        "e08080",
        "e09fbf",
        "eda080",
        "edbfbf",
        "e282",
        "f08f8080",
        "f0908080ff",
        "f4908080",
        "f5808080",
        "61626364656667c3",
        "fe",
        "f09d84"
      })
  void overlongCutAndForbiddenFormsAreNot(String hex) {
    assertThat(Utf8.isValid(HexFormat.of().parseHex(hex))).isFalse();
  }

  @Test
  void theJdkThinksTheSameOfRandomBytes() {
    Random random = new Random(1);
    int[] leading = {0x41, 0x7f, 0x80, 0xbf, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xa0, 0x9f};
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(14)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = (byte) leading[random.nextInt(leading.length)];
      }
      assertThat(Utf8.isValid(bytes)).isEqualTo(decodes(bytes));
    }
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }
}
