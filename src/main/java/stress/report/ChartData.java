package stress.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Charts as the JSON that the page's script reads. Inside a script element no character of it may
 * end the element, so that {@code <}, {@code >} and {@code &} are written as escapes, and so is
 * what ends a line in JavaScript but not in JSON.
 */
final class ChartData {
  private static final MathContext DIGITS = new MathContext(4);

  /** Places must stay apart in runs of many hours. */
  private static final MathContext PLACE = new MathContext(8);

  private ChartData() {}

  static String json(List<Chart> charts) {
    return charts.stream().map(ChartData::json).collect(Collectors.joining(",\n", "[", "]"));
  }

  private static String json(Chart chart) {
    return "{\"title\":"
        + text(chart.title())
        + ",\"axis\":"
        + text(chart.axis().name().toLowerCase(Locale.ROOT))
        + ",\"unit\":"
        + text(chart.unit().name().toLowerCase(Locale.ROOT))
        + ",\"lines\":["
        + chart.lines().stream().map(ChartData::head).collect(Collectors.joining(","))
        + "],\n\"data\":[["
        + chart.x().stream().map(place -> number(place, PLACE)).collect(Collectors.joining(","))
        + "]"
        + chart.lines().stream()
            .map(line -> ",\n[" + values(line.values()) + "]")
            .collect(Collectors.joining())
        + "]}";
  }

  private static String head(Line line) {
    return "{\"label\":" + text(line.label()) + ",\"dashed\":" + line.dashed() + "}";
  }

  private static String values(List<OptionalDouble> values) {
    return values.stream()
        .map(value -> value.isEmpty() ? "null" : number(value.getAsDouble(), DIGITS))
        .collect(Collectors.joining(","));
  }

  private static String number(double value, MathContext digits) {
    BigDecimal rounded = new BigDecimal(value).round(digits);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toString();
  }

  /** A JSON string that is inert inside a script element. */
  static String text(String raw) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : raw.toCharArray()) {
      boolean plain =
          c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && !ends(c);
      json.append(plain ? Character.toString(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }

  private static boolean ends(char c) {
    return c == '\u2028' || c == '\u2029' || Character.isSurrogate(c);
  }
}
