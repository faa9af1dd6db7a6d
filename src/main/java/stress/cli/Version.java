package stress.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Name and version of the program, as {@code --version} and each report give them. */
public final class Version implements IVersionProvider {
  /** {@code stress 1.2.3}. */
  static String tool() {
    Properties properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream("/stress.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("A part of the program cannot be read", unreadable);
    }
    return "stress " + properties.getProperty("version");
  }

  /** Whether this is the native executable, whose code is ready before it is first run. */
  static boolean isNative() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }

  @Override
  public String[] getVersion() {
    String machine = isNative() ? "native" : "JVM " + Runtime.version();
    return new String[] {tool() + " (" + machine + ")"};
  }
}
