package stress.measure;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.Histogram;

/**
 * HdrHistogram's compressed form (V2) as Base64, of histograms with the range and precision of
 * {@link Distribution}.
 *
 * <p>Reading is our own: the library finds its constructor by reflection, which a native executable
 * lacks, and believes whatever length a file claims.
 */
final class HistogramText {
  private static final int COMPRESSED_COOKIE = 0x1c849314;
  private static final int COOKIE = 0x1c849313;
  private static final long MOST_SAMPLES = 1_000_000_000_000_000L;

  // The layout that follows from 1 µs and three digits: see the constructor of AbstractHistogram.
  private static final int UNIT_MAGNITUDE = 9;
  private static final int HALF_MAGNITUDE = 10;
  private static final int HALF = 1 << HALF_MAGNITUDE;

  private HistogramText() {}

  static String encode(Histogram histogram) {
    // Encoding uses scratch space inside the histogram, and ours may be read by several threads.
    Histogram copy = histogram.copy();
    ByteBuffer buffer = ByteBuffer.allocate(copy.getNeededByteBufferCapacity());
    byte[] bytes = new byte[copy.encodeIntoCompressedByteBuffer(buffer)];
    buffer.flip();
    buffer.get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @throws IllegalArgumentException when the text is no such histogram
   */
  static Histogram decode(String text) {
    try {
      Histogram histogram = Distribution.newHistogram();
      ByteBuffer payload =
          inflated(
              ByteBuffer.wrap(Base64.getDecoder().decode(text)),
              histogram.getNeededByteBufferCapacity());
      header(payload);
      counts(payload, histogram);
      return histogram;
    } catch (DataFormatException
        | BufferUnderflowException
        | IllegalArgumentException
        | ArithmeticException wrong) {
      throw new IllegalArgumentException(
          "not an HdrHistogram (compressed V2 as Base64, 1 µs to 24 h, 3 digits)", wrong);
    }
  }

  private static ByteBuffer inflated(ByteBuffer source, int most) throws DataFormatException {
    require(source.getInt() == COMPRESSED_COOKIE, "cookie");
    require(source.getInt() == source.remaining(), "length of the compressed part");
    byte[] bytes = new byte[most];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(source);
      int length = inflater.inflate(bytes);
      require(inflater.finished(), "end of the compressed part");
      return ByteBuffer.wrap(bytes, 0, length);
    } finally {
      inflater.end();
    }
  }

  private static void header(ByteBuffer payload) {
    require(payload.getInt() == COOKIE, "inner cookie");
    int length = payload.getInt();
    require(payload.getInt() == 0, "index offset");
    require(payload.getInt() == Distribution.DIGITS, "digits");
    require(payload.getLong() == Distribution.LEAST, "least value");
    require(payload.getLong() == Distribution.GREATEST, "greatest value");
    require(payload.getDouble() == 1.0, "conversion ratio");
    require(length == payload.remaining(), "length of the counts");
  }

  private static void counts(ByteBuffer payload, Histogram histogram) {
    long index = 0;
    long total = 0;
    while (payload.hasRemaining()) {
      long count = zigZag(payload);
      if (count < 0) {
        index = Math.subtractExact(index, count);
      } else {
        total = Math.addExact(total, count);
        require(total <= MOST_SAMPLES, "number of samples");
        if (count > 0) {
          histogram.recordValueWithCount(valueAt(index), count);
        }
        index++;
      }
    }
  }

  private static long valueAt(long index) {
    require(index < (long) HALF * Long.SIZE, "index of a count");
    long bucket = Math.max(0, (index >> HALF_MAGNITUDE) - 1);
    long value = (index - bucket * HALF) << (bucket + UNIT_MAGNITUDE);
    require(value >= 0 && value <= Distribution.GREATEST, "value");
    return value;
  }

  /** Seven bits a byte, low bits first; a ninth byte holds the last eight bits. */
  private static long zigZag(ByteBuffer payload) {
    long bits = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      long next = payload.get();
      bits |= (next & 0x7f) << shift;
      if (next >= 0) {
        return bits >>> 1 ^ -(bits & 1);
      }
    }
    bits |= (long) payload.get() << 56;
    return bits >>> 1 ^ -(bits & 1);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("wrong " + what);
    }
  }
}
