package stress.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code env:NAME} or {@code file:PATH}. */
public final class SecretConverter implements ITypeConverter<Secret> {
  @Override
  public Secret convert(String text) {
    if (text.matches("env:[A-Za-z_][A-Za-z0-9_]*")) {
      return new Secret.Variable(text.substring(4));
    }
    if (text.startsWith("file:") && text.length() > 5) {
      return new Secret.InFile(Path.of(text.substring(5)));
    }
    // Not shown: whoever writes the secret itself here should not find it in a log as well.
    throw new TypeConversionException(
        "expected where the secret stands: env:NAME or file:PATH, never the secret itself");
  }
}
