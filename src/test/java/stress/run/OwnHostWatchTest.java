package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import stress.measure.CpuQuota;
import stress.measure.OwnHost;
import stress.measure.Usage;

class OwnHostWatchTest {
  @TempDir Path root;

  private static Machine running(Path root) {
    return new Machine(root)
        .tells("proc/self/cgroup", "0::/\n")
        .tells("sys/fs/cgroup/cpu.max", "5000 100000\n")
        .tells("sys/fs/cgroup/cpu.stat", "nr_periods 10\nnr_throttled 2\nthrottled_usec 100000\n")
        .tells("proc/self/limits", "Max open files            1024      524288      files \n")
        .tells("proc/sys/net/ipv4/ip_local_port_range", "32768\t60999\n")
        .tells("proc/stat", "cpu  1 2 3 4 5 6 7 100 0 0\ncpu0 1 2 3 4 5 6 7 50 0 0\n")
        .tells("proc/self/task/11/schedstat", "5 1000 3\n")
        .tells("proc/self/task/12/schedstat", "5 4000 3\n")
        .tells("proc/self/fd/0", "")
        .tells("proc/self/fd/1", "")
        .tells("proc/net/sockstat", "sockets: used 14\nTCP: inuse 3 orphan 0 tw 40 alloc 1\n");
  }

  @Test
  void tells_what_happened_since_it_began() {
    Machine machine = running(root);
    OwnHostWatch watch = new OwnHostWatch(new OwnProcess(machine.files()));
    machine.tells("proc/self/fd/2", "");
    watch.look();
    machine
        .tells("proc/net/sockstat", "TCP: inuse 1 orphan 0 tw 2 alloc 1\n")
        .tells("proc/net/sockstat6", "TCP6: inuse 4\n")
        .tells(
            "sys/fs/cgroup/cpu.stat", "nr_periods 110\nnr_throttled 95\nthrottled_usec 8900000\n")
        .tells("proc/stat", "cpu  1 2 3 4 5 6 7 130 0 0\n")
        .tells("proc/self/task/11/schedstat", "5 9000 3\n")
        .tells("proc/self/task/13/schedstat", "5 7000 3\n")
        .tells("proc/self/status", "Name: x\nVmHWM:\t  2048 kB\nVmRSS:\t 1 kB\n");
    watch.look();

    OwnHost host = watch.result();
    assertThat(host.quota()).contains(new CpuQuota(0.05, 100, 93, 8_800_000_000L));
    assertThat(host.waitedNanos()).hasValue(8_000);
    assertThat(host.stolenNanos()).hasValue(300_000_000);
    assertThat(host.rssPeakBytes()).hasValue(2_097_152);
    assertThat(host.descriptors()).contains(new Usage(3, OptionalLong.of(1_024)));
    assertThat(host.descriptors().orElseThrow().left()).hasValue(1_021);
    assertThat(host.ports()).contains(new Usage(43, OptionalLong.of(28_232)));
  }

  @Test
  void what_the_system_does_not_tell_is_absent() {
    OwnHostWatch watch = new OwnHostWatch(new OwnProcess(new Machine(root).files()));
    watch.look();
    OwnHost host = watch.result();
    assertThat(host.gcLongestNanos()).isPresent();
    assertThat(host)
        .isEqualTo(
            new OwnHost(
                OwnHost.UNKNOWN.quota(),
                OptionalLong.empty(),
                host.gcLongestNanos(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OwnHost.UNKNOWN.descriptors(),
                OwnHost.UNKNOWN.ports()));
  }

  @Test
  void a_limit_that_cannot_be_read_is_not_assumed() {
    Machine machine = new Machine(root);
    assertThat(SystemLimits.read(machine.files()))
        .isEqualTo(new SystemLimits(OptionalLong.empty(), OptionalLong.empty()));
    machine
        .tells("proc/self/limits", "Max processes 5 5 processes\nMax open files unlimited u files")
        .tells("proc/sys/net/ipv4/ip_local_port_range", "all\n");
    assertThat(SystemLimits.read(machine.files()))
        .isEqualTo(new SystemLimits(OptionalLong.empty(), OptionalLong.empty()));
  }

  /** Files below /proc/sys tell everything at the first read or never. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void the_limits_of_this_machine_are_read_whole() {
    SystemLimits limits = SystemLimits.read(HostFiles.ofTheMachine());
    assertThat(limits.localPorts()).isPresent();
  }
}
