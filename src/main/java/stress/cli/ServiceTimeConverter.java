package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.simulator.ServiceTime;

/** Reads a job time; the message of a wrong one goes to the user as it is. */
final class ServiceTimeConverter implements ITypeConverter<ServiceTime> {
  @Override
  public ServiceTime convert(String text) {
    try {
      return ServiceTime.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
