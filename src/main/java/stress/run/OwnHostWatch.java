package stress.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stress.measure.CpuQuota;
import stress.measure.OwnHost;
import stress.measure.Usage;

/**
 * What the operating system says of the generator's process over one scenario. Made and asked for
 * its result on the event loop, before and after the load; looks beside it.
 */
final class OwnHostWatch {
  /** The unit of {@code /proc/stat}: a hundredth of a second on every Linux that Java runs on. */
  private static final long TICK_NANOS = 10_000_000L;

  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");
  private static final Pattern STOLEN = Pattern.compile("^cpu +(?:\\d+ +){7}(\\d+)");
  private static final Pattern WAITED = Pattern.compile("^\\d+ (\\d+)");
  private static final Pattern IN_USE = Pattern.compile("(?m)^TCP6?: inuse (\\d{1,9})");
  private static final Pattern TIME_WAIT = Pattern.compile("(?m)^TCP:.* tw (\\d{1,9})");

  private final OwnProcess process;
  private final HostFiles files;
  private final SystemLimits limits;
  private final Optional<CpuQuota> quotaBefore;
  private final Map<String, Long> waitedBefore;
  private final OptionalLong stolenBefore;
  private OptionalLong gcRead;
  private OptionalLong gcLongest;
  private OptionalLong descriptors = OptionalLong.empty();
  private OptionalLong ports = OptionalLong.empty();

  /** Begins to count now. */
  OwnHostWatch(OwnProcess process) {
    this.process = process;
    this.files = process.files();
    this.limits = SystemLimits.read(files);
    this.quotaBefore = quota();
    this.waitedBefore = waited();
    this.stolenBefore = files.number("proc/stat", STOLEN);
    this.gcRead = process.gcNanos();
    this.gcLongest = gcRead.isPresent() ? OptionalLong.of(0) : OptionalLong.empty();
  }

  /** Reads what has a peak; once an interval. */
  void look() {
    OptionalLong gc = process.gcNanos();
    if (gc.isPresent() && gcRead.isPresent()) {
      gcLongest = greater(gcLongest, OptionalLong.of(gc.getAsLong() - gcRead.getAsLong()));
      gcRead = gc;
    }
    int open = files.names("proc/self/fd").size();
    descriptors = greater(descriptors, open == 0 ? OptionalLong.empty() : OptionalLong.of(open));
    ports = greater(ports, sockets());
  }

  private static OptionalLong greater(OptionalLong one, OptionalLong other) {
    return one.isEmpty() || other.isEmpty()
        ? (one.isPresent() ? one : other)
        : OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }

  private Optional<CpuQuota> quota() {
    return new CgroupCpu(files).read("self");
  }

  /** Of the machine or, in a container, of its network. */
  private OptionalLong sockets() {
    String four = files.text("proc/net/sockstat").orElse("");
    OptionalLong waiting = HostFiles.found(four, TIME_WAIT);
    if (waiting.isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = waiting.getAsLong();
    Matcher inUse = IN_USE.matcher(four + files.text("proc/net/sockstat6").orElse(""));
    while (inUse.find()) {
      sum += Long.parseLong(inUse.group(1));
    }
    return OptionalLong.of(sum);
  }

  /** How long each thread has waited for a processor, by its number. */
  private Map<String, Long> waited() {
    Map<String, Long> waited = new HashMap<>();
    for (String thread : files.names("proc/self/task")) {
      files
          .number("proc/self/task/" + thread + "/schedstat", WAITED)
          .ifPresent(nanos -> waited.put(thread, nanos));
    }
    return waited;
  }

  OwnHost result() {
    return new OwnHost(
        quota().map(now -> now.since(quotaBefore.orElse(now))),
        kibibytes(files.number("proc/self/status", PEAK)),
        gcLongest,
        mostWaited(),
        stolen(),
        usage(descriptors, limits.descriptors()),
        limits.localPorts().isPresent() ? usage(ports, limits.localPorts()) : Optional.empty());
  }

  private static OptionalLong kibibytes(OptionalLong number) {
    return number.isPresent() ? OptionalLong.of(number.getAsLong() * 1_024) : OptionalLong.empty();
  }

  private OptionalLong mostWaited() {
    return waited().entrySet().stream()
        .mapToLong(now -> now.getValue() - waitedBefore.getOrDefault(now.getKey(), 0L))
        .filter(nanos -> nanos >= 0)
        .max();
  }

  private OptionalLong stolen() {
    OptionalLong now = files.number("proc/stat", STOLEN);
    return now.isPresent() && stolenBefore.isPresent()
        ? OptionalLong.of(Math.max(0, now.getAsLong() - stolenBefore.getAsLong()) * TICK_NANOS)
        : OptionalLong.empty();
  }

  private static Optional<Usage> usage(OptionalLong most, OptionalLong limit) {
    return most.isPresent() ? Optional.of(new Usage(most.getAsLong(), limit)) : Optional.empty();
  }
}
