package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 64KiB}. */
public final class SizeConverter implements ITypeConverter<Size> {
  @Override
  public Size convert(String text) {
    try {
      return Size.parse(text);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new TypeConversionException(
          wrong instanceof ArithmeticException
              ? "'" + text + "' is too large"
              : wrong.getMessage());
    }
  }
}
