package stress.run;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stress.clock.NanoClock;
import stress.measure.CpuQuota;
import stress.measure.Monitored.Kind;

/**
 * A process of this machine, as {@code /proc} tells of it; its children are not part of it. Reads
 * beside the event loop.
 */
final class PidSource implements MonitorSource {
  /** The unit of {@code /proc/PID/stat}: a hundredth of a second on every Linux Java runs on. */
  private static final double TICKS = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int BEGUN = 19;
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");
  private static final Pattern ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:\\s+(\\S+)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private final long pid;
  private final HostFiles files;
  private final NanoClock clock;
  private final Executor beside;
  private final CpuRate rate = new CpuRate();
  private Optional<String> begun = Optional.empty();

  PidSource(long pid, HostFiles files, NanoClock clock, Executor beside) {
    this.pid = pid;
    this.files = files;
    this.clock = clock;
    this.beside = beside;
  }

  @Override
  public String option() {
    return "--monitor-pid " + pid;
  }

  @Override
  public String name() {
    return "pid " + pid;
  }

  @Override
  public Uni<Look> look() {
    return Uni.createFrom().item(this::read).runSubscriptionOn(beside);
  }

  private Look read() {
    String stat = files.text("proc/" + pid + "/stat").orElse("");
    long now = clock.nanos();
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    if (fields.length <= BEGUN || fields[0].equals("Z")) {
      return Look.failed(now, "there is no such process any more");
    }
    if (!begun.orElse(fields[BEGUN]).equals(fields[BEGUN])) {
      return Look.failed(now, "the process has ended and another one has its number");
    }
    begun = Optional.of(fields[BEGUN]);
    String status = files.text("proc/" + pid + "/status").orElse("");
    List<Level> levels = new ArrayList<>();
    double seconds = (number(fields[USER]) + number(fields[SYSTEM])) / TICKS;
    rate.cores(now, seconds)
        .ifPresent(cores -> levels.add(new Level(Kind.CPU, "cpu", cores(status), cores)));
    HostFiles.found(status, RESIDENT)
        .ifPresent(kibibytes -> levels.add(level(Kind.MEMORY, kibibytes * 1_024)));
    descriptors(levels);
    HostFiles.found(status, THREADS).ifPresent(n -> levels.add(level(Kind.THREADS, n)));
    return new Look(now, levels, "");
  }

  private static double number(String digits) {
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private static Level level(Kind kind, double value) {
    return new Level(kind, kind.id(), OptionalDouble.empty(), value);
  }

  /** Those of another user's process cannot be read, and are then absent. */
  private void descriptors(List<Level> levels) {
    String folder = "proc/" + pid + "/fd";
    List<String> open = files.names(folder);
    if (!open.isEmpty()) {
      levels.add(level(Kind.DESCRIPTORS, open.size()));
      long sockets =
          open.stream()
              .filter(n -> files.link(folder + "/" + n).orElse("").startsWith("socket:"))
              .count();
      levels.add(level(Kind.CONNECTIONS, sockets));
    }
  }

  /** What it may use at most: its allowed processors, and its control groups' quota. */
  private OptionalDouble cores(String status) {
    Matcher allowed = ALLOWED.matcher(status);
    if (!allowed.find()) {
      return OptionalDouble.empty();
    }
    double cores = 0;
    Matcher range = RANGE.matcher(allowed.group(1));
    while (range.find()) {
      long from = Long.parseLong(range.group(1));
      cores += range.group(2) == null ? 1 : Long.parseLong(range.group(2)) - from + 1;
    }
    OptionalLong there = online();
    double most = there.isPresent() ? Math.min(cores, there.getAsLong()) : cores;
    double quota = new CgroupCpu(files).read(Long.toString(pid)).map(CpuQuota::cores).orElse(most);
    return OptionalDouble.of(Math.min(most, quota));
  }

  private OptionalLong online() {
    long lines =
        files.text("proc/stat").orElse("").lines().filter(l -> l.matches("cpu\\d.*")).count();
    return lines == 0 ? OptionalLong.empty() : OptionalLong.of(lines);
  }
}
