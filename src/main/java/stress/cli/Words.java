package stress.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stress.job.FollowMode;
import stress.websocket.JobsPer;
import stress.websocket.OnEnd;
import stress.websocket.Parsing;

/** Options whose value is one of a few words. */
final class Words {
  private Words() {}

  private static <E extends Enum<E>> E find(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("'" + text + "' is not one of " + all(type)));
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Words::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }

  /** Reads {@code submission}, {@code end-to-end} or {@code all}. */
  public static final class TestTypes implements ITypeConverter<TestType> {
    @Override
    public TestType convert(String text) {
      return find(TestType.class, text);
    }
  }

  /** Reads {@code poll}, {@code socket} or {@code auto}. */
  public static final class FollowModes implements ITypeConverter<FollowMode> {
    @Override
    public FollowMode convert(String text) {
      return find(FollowMode.class, text);
    }
  }

  /** Reads {@code concurrent}, {@code throughput}, {@code errors} or {@code all}. */
  public static final class SocketTestTypes implements ITypeConverter<SocketTestType> {
    @Override
    public SocketTestType convert(String text) {
      return find(SocketTestType.class, text);
    }
  }

  /** Reads {@code renew} or {@code stop}. */
  public static final class OnEnds implements ITypeConverter<OnEnd> {
    @Override
    public OnEnd convert(String text) {
      return find(OnEnd.class, text);
    }
  }

  /** Reads {@code connection} or {@code run}. */
  public static final class JobsPers implements ITypeConverter<JobsPer> {
    @Override
    public JobsPer convert(String text) {
      return find(JobsPer.class, text);
    }
  }

  /** Reads {@code all}, {@code sample} or {@code none}. */
  public static final class Parsings implements ITypeConverter<Parsing> {
    @Override
    public Parsing convert(String text) {
      return find(Parsing.class, text);
    }
  }
}
