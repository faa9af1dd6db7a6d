package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.transport.TargetUrl;

/** Reads {@code http://localhost:8000}. */
public final class UrlConverter implements ITypeConverter<TargetUrl> {
  @Override
  public TargetUrl convert(String text) {
    try {
      return TargetUrl.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
