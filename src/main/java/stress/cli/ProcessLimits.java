package stress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system lets this process have; a limit that cannot be read is absent, not assumed.
 *
 * @param descriptors files and sockets that may be open at once
 * @param localPorts ports from which one address can dial one target
 * @param heapBytes the most that the heap may grow to
 */
record ProcessLimits(OptionalLong descriptors, OptionalLong localPorts, long heapBytes) {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final Pattern FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+|unlimited)");
  private static final Pattern RANGE = Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s*");

  static ProcessLimits read() {
    return new ProcessLimits(
        descriptors(text(LIMITS)), localPorts(text(PORTS)), Runtime.getRuntime().maxMemory());
  }

  static OptionalLong descriptors(String limits) {
    Matcher matcher = FILES.matcher(limits);
    return matcher.find() && !matcher.group(1).equals("unlimited")
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  static OptionalLong localPorts(String range) {
    Matcher matcher = RANGE.matcher(range);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1)) + 1)
        : OptionalLong.empty();
  }

  /** Empty where there is no such file, as on other systems than Linux. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException | RuntimeException notHere) {
      return "";
    }
  }
}
