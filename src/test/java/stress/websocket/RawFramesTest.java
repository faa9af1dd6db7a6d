package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames byte for byte; the examples of RFC 6455 section 5.7 where it has one. */
final class RawFramesTest {
  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void writesTheExamplesOfTheSpecification() {
    RawFrame hello = RawFrame.text("Hello");
    assertThat(hex(hello.unmasked())).isEqualTo("810548656c6c6f");
    assertThat(hex(hello.masked())).isEqualTo("818537fa213d7f9f4d5158");
    assertThat(hex(RawFrame.ping("Hello").unmasked())).isEqualTo("890548656c6c6f");
    byte[] medium = new byte[256];
    assertThat(hex(new RawFrame(true, 0, RawFrame.BINARY, medium).unmasked()))
        .hasSize(2 * 260)
        .startsWith("827e0100");
    byte[] large = new byte[65_536];
    assertThat(hex(new RawFrame(true, 0, RawFrame.BINARY, large).unmasked()))
        .startsWith("827f0000000000010000");
  }

  @Test
  void writesWhatMustNotBeSent() {
    assertThat(hex(new RawFrame(true, 0, 3, new byte[0]).masked())).isEqualTo("838037fa213d");
    assertThat(hex(new RawFrame(true, 4, 1, new byte[0]).masked())).isEqualTo("c18037fa213d");
    assertThat(hex(new RawFrame(false, 0, 9, new byte[0]).masked())).isEqualTo("098037fa213d");
    assertThat(hex(RawFrame.close(1005).unmasked())).isEqualTo("880203ed");
    assertThat(hex(new RawFrame(true, 0, 2, new byte[] {0, 0}).announcing(1L << 40)))
        .isEqualTo("82ff000001000000000037fa213d37fa");
  }

  @Test
  void readsFramesHoweverTheyWereCut() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] long300 = new byte[300];
    Arrays.fill(long300, (byte) 'x');
    all.writeBytes(RawFrame.text("Hello").unmasked());
    all.writeBytes(RawFrame.ping("p").masked());
    all.writeBytes(new RawFrame(false, 1, RawFrame.BINARY, long300).unmasked());
    all.writeBytes(new RawFrame(true, 0, 0, new byte[70_000]).unmasked());
    all.writeBytes(new RawFrame(true, 0, 8, new byte[] {3, (byte) 0xea, 'n', 'o'}).unmasked());
    byte[] bytes = all.toByteArray();
    for (int piece : List.of(3, 17, 1000, bytes.length)) {
      RawFrames reader = new RawFrames();
      List<RawFrame> frames = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += piece) {
        frames.addAll(
            reader.take(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece))));
      }
      assertThat(frames).extracting(RawFrame::opcode).containsExactly(1, 9, 2, 0, 8);
      assertThat(frames).extracting(RawFrame::reserved).containsExactly(0, 0, 1, 0, 0);
      assertThat(frames).extracting(RawFrame::fin).containsExactly(true, true, false, true, true);
      assertThat(new String(frames.get(0).payload(), StandardCharsets.UTF_8)).isEqualTo("Hello");
      assertThat(frames.get(1).payload()).isEqualTo(new byte[] {'p'});
      assertThat(frames.get(2).payload()).isEqualTo(long300);
      assertThat(frames.get(3).payload()).hasSize(70_000);
      assertThat(frames.get(4).closeCode()).hasValue(1002);
      assertThat(frames.get(4).closeReason()).isEqualTo("no");
    }
  }

  @Test
  void readsFramesByteForByte() {
    RawFrames reader = new RawFrames();
    List<RawFrame> frames = new ArrayList<>();
    for (byte one : HexFormat.of().parseHex("818537fa213d7f9f4d5158810548656c6c6f880203ea")) {
      frames.addAll(reader.take(new byte[] {one}));
    }
    assertThat(frames)
        .extracting(frame -> hex(frame.payload()))
        .containsExactly("48656c6c6f", "48656c6c6f", "03ea");
  }

  @Test
  void closeWithoutCodeHasNone() {
    RawFrame close = new RawFrames().take(new byte[] {(byte) 0x88, 0}).get(0);
    assertThat(close.closeCode()).isEmpty();
    assertThat(close.closeReason()).isEmpty();
    assertThat(RawFrame.close(1005).closeCode()).hasValue(1005);
  }

  @Test
  void readsNothingBehindAFrameThatIsTooLong() {
    RawFrames reader = new RawFrames();
    byte[] head = new RawFrame(true, 0, 2, new byte[0]).announcing(RawFrames.LONGEST + 1L);
    assertThat(reader.take(head)).isEmpty();
    assertThat(reader.take(RawFrame.text("later").unmasked())).isEmpty();
  }
}
