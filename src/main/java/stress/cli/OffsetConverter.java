package stress.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.clock.DurationText;

/** Reads {@code 2s} and {@code -2s}. */
public final class OffsetConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    String plain = text.strip();
    boolean behind = plain.startsWith("-");
    try {
      Duration length = DurationText.parse(behind ? plain.substring(1) : plain);
      return behind ? length.negated() : length;
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(
          "'" + text + "' is not " + DurationText.EXPECTED + ", with - in front when behind");
    }
  }
}
