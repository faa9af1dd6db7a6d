package stress.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.Deflater;

/** Histogram texts put together by hand, hostile ones too. */
final class HistogramTexts {
  private HistogramTexts() {}

  /**
   * @param counts a negative one is so many zeros
   */
  static String of(long least, long greatest, int digits, long... counts) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    for (long count : counts) {
      long bits = count << 1 ^ count >> 63;
      for (int i = 0; i < 8 && bits >>> 7 != 0; i++) {
        payload.write((int) (bits & 0x7f | 0x80));
        bits >>>= 7;
      }
      payload.write((int) bits);
    }
    ByteBuffer buffer = ByteBuffer.allocate(40 + payload.size());
    buffer.putInt(0x1c849313).putInt(payload.size()).putInt(0).putInt(digits);
    buffer.putLong(least).putLong(greatest).putDouble(1.0).put(payload.toByteArray());
    return compressed(buffer.array());
  }

  static String compressed(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] bytes = new byte[content.length / 100 + 1_000];
    int length = deflater.deflate(bytes);
    deflater.end();
    ByteBuffer buffer = ByteBuffer.allocate(8 + length);
    buffer.putInt(0x1c849314).putInt(length).put(bytes, 0, length);
    return Base64.getEncoder().encodeToString(buffer.array());
  }
}
