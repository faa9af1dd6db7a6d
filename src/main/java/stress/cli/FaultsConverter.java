package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.simulator.Faults;

/** Reads faults; the message of a wrong one goes to the user as it is. */
final class FaultsConverter implements ITypeConverter<Faults> {
  @Override
  public Faults convert(String text) {
    try {
      return Faults.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
