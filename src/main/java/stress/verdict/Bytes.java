package stress.verdict;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Units of bytes: by thousands, and by 1 024 with an {@code i}. */
enum Bytes {
  B("B", 1),
  KB("kB", 1_000),
  MB("MB", 1_000_000),
  GB("GB", 1_000_000_000),
  TB("TB", 1_000_000_000_000L),
  KIB("KiB", 1L << 10),
  MIB("MiB", 1L << 20),
  GIB("GiB", 1L << 30),
  TIB("TiB", 1L << 40);

  private final String id;
  private final long bytes;

  Bytes(String id, long bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  String id() {
    return id;
  }

  BigDecimal bytes() {
    return BigDecimal.valueOf(bytes);
  }

  /** Reads a unit in upper or lower case: no bits are counted here. */
  static Optional<Bytes> unit(String text) {
    return Arrays.stream(values()).filter(unit -> unit.id.equalsIgnoreCase(text)).findFirst();
  }
}
