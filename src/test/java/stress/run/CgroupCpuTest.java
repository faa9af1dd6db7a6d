package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.CpuQuota;

class CgroupCpuTest {
  private static final String STAT_2 =
      "usage_usec 912\nnr_periods 100\nnr_throttled 93\nthrottled_usec 8800\nnr_bursts 0\n";
  private static final String STAT_1 = "nr_periods 100\nnr_throttled 93\nthrottled_time 8800000\n";

  @TempDir Path root;
  private Machine machine;

  @BeforeEach
  void begin() {
    machine = new Machine(root);
  }

  private CgroupCpu cpu() {
    return new CgroupCpu(machine.files());
  }

  @Test
  void reads_version_2() {
    machine
        .tells("proc/self/cgroup", "0::/load/stress\n")
        .tells("sys/fs/cgroup/load/stress/cpu.max", "5000 100000\n")
        .tells("sys/fs/cgroup/load/stress/cpu.stat", STAT_2);
    assertThat(cpu().read("self")).contains(new CpuQuota(0.05, 100, 93, 8_800_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cpu,cpuacct"})
  void reads_version_1(String controllers) {
    machine
        .tells("proc/self/cgroup", "9:memory:/x\n2:" + controllers + ":/stress\n0::/\n")
        .tells("sys/fs/cgroup/" + controllers + "/stress/cpu.cfs_quota_us", "150000\n")
        .tells("sys/fs/cgroup/" + controllers + "/stress/cpu.cfs_period_us", "100000\n")
        .tells("sys/fs/cgroup/" + controllers + "/stress/cpu.stat", STAT_1);
    assertThat(cpu().read("self")).contains(new CpuQuota(1.5, 100, 93, 8_800_000));
  }

  @Test
  void the_tightest_of_the_groups_around_it_counts() {
    machine
        .tells("proc/self/cgroup", "0::/pod/container\n")
        .tells("sys/fs/cgroup/pod/container/cpu.max", "max 100000\n")
        .tells("sys/fs/cgroup/pod/cpu.max", "50000 100000\n")
        .tells("sys/fs/cgroup/pod/cpu.stat", STAT_2)
        .tells("sys/fs/cgroup/cpu.max", "200000 100000\n");
    assertThat(cpu().read("self")).contains(new CpuQuota(0.5, 100, 93, 8_800_000));
  }

  @Test
  void a_container_s_group_is_the_root_of_its_mount() {
    machine
        .tells("proc/self/cgroup", "1:cpu:/docker/3983c83a\n")
        .tells("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "20000\n")
        .tells("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(cpu().read("self")).contains(new CpuQuota(0.2, 0, 0, 0));
    machine
        .tells("proc/7/cgroup", "0::/../../elsewhere\n")
        .tells("sys/fs/cgroup/cpu.max", "30000 100000\n");
    assertThat(cpu().read("7")).contains(new CpuQuota(0.3, 0, 0, 0));
  }

  @Test
  void no_quota_and_no_groups_are_none() {
    assertThat(cpu().read("self")).isEmpty();
    machine.tells("proc/self/cgroup", "1:cpu:/\n0::/\nnonsense\n");
    assertThat(cpu().read("self")).isEmpty();
    machine
        .tells("sys/fs/cgroup/cpu.max", "max 100000\n")
        .tells("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n")
        .tells("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(cpu().read("self")).isEmpty();
  }
}
