package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.simulator.Personality;

/** Reads a personality's name; the message of a wrong one goes to the user as it is. */
final class PersonalityConverter implements ITypeConverter<Personality> {
  @Override
  public Personality convert(String text) {
    try {
      return Personality.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
