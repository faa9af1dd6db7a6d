package stress.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stress.measure.CpuQuota;

/**
 * The CPU quota of a process's control groups, of both versions of the kernel's interface.
 *
 * <p>A quota binds everything below it, so all groups from the process's own up to the root are
 * looked at and the tightest counts. A container often sees its own group as the root of the mount
 * and not under the name that {@code /proc} tells; looking up to the root finds it there.
 */
final class CgroupCpu {
  private static final String MOUNT = "sys/fs/cgroup";
  private static final Pattern MAX = Pattern.compile("(\\d{1,15}) (\\d{1,15})\\s*");
  private static final Pattern NUMBER = Pattern.compile("^(-?\\d{1,18})\\s*$");

  private final HostFiles files;

  CgroupCpu(HostFiles files) {
    this.files = files;
  }

  /**
   * The tightest quota, its counts since the group was made; absent where there is none.
   *
   * @param process a number, or {@code self}
   */
  Optional<CpuQuota> read(String process) {
    List<CpuQuota> quotas = new ArrayList<>();
    for (String line : files.text("proc/" + process + "/cgroup").orElse("").split("\n")) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3) {
        mounts(parts[1]).forEach(mount -> climb(mount, parts[2], quotas));
      }
    }
    return quotas.stream().min(Comparator.comparingDouble(CpuQuota::cores));
  }

  /** Where the groups of these controllers may be mounted; version 2 names none. */
  private static Set<String> mounts(String controllers) {
    Set<String> mounts = new LinkedHashSet<>();
    if (controllers.isEmpty()) {
      mounts.add(MOUNT);
      mounts.add(MOUNT + "/unified");
    } else if (List.of(controllers.split(",")).contains("cpu")) {
      mounts.add(MOUNT + "/" + controllers);
      mounts.add(MOUNT + "/cpu");
    }
    return mounts;
  }

  private void climb(String mount, String group, List<CpuQuota> quotas) {
    String path = group.contains("..") ? "" : group.replaceFirst("/+$", "");
    while (true) {
      String folder = mount + path;
      version2(folder).or(() -> version1(folder)).ifPresent(quotas::add);
      if (path.isEmpty()) {
        return;
      }
      path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
  }

  private Optional<CpuQuota> version2(String folder) {
    Matcher matcher = MAX.matcher(files.text(folder + "/cpu.max").orElse(""));
    return matcher.matches()
        ? quota(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            folder,
            "throttled_usec",
            1_000)
        : Optional.empty();
  }

  private Optional<CpuQuota> version1(String folder) {
    OptionalLong quota = files.number(folder + "/cpu.cfs_quota_us", NUMBER);
    OptionalLong period = files.number(folder + "/cpu.cfs_period_us", NUMBER);
    return quota.isPresent() && period.isPresent()
        ? quota(quota.getAsLong(), period.getAsLong(), folder, "throttled_time", 1)
        : Optional.empty();
  }

  /** Below zero stands for no quota in version 1. */
  private Optional<CpuQuota> quota(
      long allowed, long period, String folder, String throttled, long unit) {
    if (allowed <= 0 || period <= 0) {
      return Optional.empty();
    }
    String stat = files.text(folder + "/cpu.stat").orElse("");
    return Optional.of(
        new CpuQuota(
            (double) allowed / period,
            value(stat, "nr_periods"),
            value(stat, "nr_throttled"),
            value(stat, throttled) * unit));
  }

  private static long value(String stat, String name) {
    return HostFiles.found(stat, Pattern.compile("(?m)^" + name + " (\\d{1,15})\\s*$")).orElse(0);
  }
}
