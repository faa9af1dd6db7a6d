package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 10%} as 0.1. */
final class PercentConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?%")) {
      throw new TypeConversionException(
          "'" + text + "': expected a percentage such as 10% or 2.5%");
    }
    return Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
  }
}
