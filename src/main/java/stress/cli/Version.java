package stress.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IVersionProvider;

/** Name and version of the program, as {@code --version} and each report give them. */
public final class Version implements IVersionProvider {
  /** {@code stress 1.2.3}. */
  static String tool() {
    return "stress " + build().getProperty("version");
  }

  /** What the build wrote down of itself. */
  private static Properties build() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("/stress.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A part of the program cannot be read", unreadable);
    }
    return properties;
  }

  /** Whether this is the native executable, whose code is ready before it is first run. */
  static boolean isNative() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }

  /**
   * {@code stress 1.2.3 (COMMIT, JVM 17.0.15)} or {@code stress 1.2.3 (COMMIT, native, BUILDER)};
   * the commit is absent where the build did not know it.
   */
  @Override
  public String[] getVersion() {
    String commit = build().getProperty("commit", "");
    Stream<String> machine =
        isNative()
            ? Stream.of("native", System.getProperty("java.vendor.version", "unknown builder"))
            : Stream.of("JVM " + System.getProperty("java.version"));
    String parts =
        Stream.concat(Stream.of(commit), machine)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return new String[] {tool() + " (" + parts + ")"};
  }
}
