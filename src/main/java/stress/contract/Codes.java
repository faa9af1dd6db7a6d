package stress.contract;

import java.util.List;
import java.util.stream.Collectors;

/** The HTTP status codes that count as an answer of the wanted kind. */
public record Codes(List<Range> ranges) {
  /** Any success. */
  public static final Codes SUCCESS = new Codes(List.of(new Range(200, 299)));

  public Codes {
    ranges = List.copyOf(ranges);
  }

  /** Codes from {@code first} to {@code last}, both included. */
  public record Range(int first, int last) {
    boolean holds(int code) {
      return first <= code && code <= last;
    }

    @Override
    public String toString() {
      if (first == last) {
        return Integer.toString(first);
      }
      return first % 100 == 0 && last == first + 99 ? first / 100 + "xx" : first + "-" + last;
    }
  }

  /** Whether the code is one of these. */
  public boolean contains(int code) {
    for (Range range : ranges) {
      if (range.holds(code)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
  }
}
