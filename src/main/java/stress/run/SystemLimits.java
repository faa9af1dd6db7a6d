package stress.run;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the system lets this process have; a limit that cannot be read is absent, not assumed.
 *
 * @param descriptors files and sockets that may be open at once
 * @param localPorts ports from which one address can dial one target
 */
public record SystemLimits(OptionalLong descriptors, OptionalLong localPorts) {
  private static final Pattern FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)\\s");
  private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*");

  /** Those of this process now. */
  public static SystemLimits read(HostFiles files) {
    return new SystemLimits(
        files.number("proc/self/limits", FILES),
        localPorts(files.text("proc/sys/net/ipv4/ip_local_port_range").orElse("")));
  }

  private static OptionalLong localPorts(String range) {
    Matcher matcher = RANGE.matcher(range);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1)) + 1)
        : OptionalLong.empty();
  }
}
