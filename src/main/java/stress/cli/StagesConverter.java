package stress.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.load.Stages;

/** Reads {@code 30s@10/s,1m@..50/s}. */
public final class StagesConverter implements ITypeConverter<StageList> {
  @Override
  public StageList convert(String text) {
    try {
      return new StageList(Stages.parse(text));
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
