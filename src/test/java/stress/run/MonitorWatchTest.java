package stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stress.client.MetricsPage;
import stress.client.SmallContracts;
import stress.load.Open;
import stress.load.Rate;
import stress.measure.End;
import stress.measure.ErrorKind;
import stress.measure.Monitored;
import stress.measure.Monitored.Kind;
import stress.measure.ScenarioResult;
import stress.transport.FakeHttp.Reply;
import stress.transport.TargetUrl;

/** What is read of the target beside a run. */
class MonitorWatchTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path root;
  private final RunBench bench = new RunBench();

  /** One start a second, so many of them. */
  private ScenarioResult run(long starts, Monitoring monitoring) {
    bench.contract = SmallContracts.small();
    bench.load = Open.constant(Rate.parse("1/s"), OptionalLong.of(starts), Optional.empty());
    bench.monitoring = monitoring;
    bench.begin().advance(LONG);
    assertThat(bench.isOver()).isTrue();
    assertThat(bench.time.pending()).isZero();
    assertThat(bench.control.open()).isZero();
    return bench.result().scenarios().get(0);
  }

  private static Monitoring url(String... series) {
    return new Monitoring(
        Optional.empty(),
        Optional.of(TargetUrl.parse("http://u:secret@h:1/metrics")),
        List.of(series).stream()
            .map(name -> new Monitoring.NamedSeries(name, MetricsPage.Selector.parse(name)))
            .toList());
  }

  private static List<Double> values(ScenarioResult result, Kind kind) {
    return result.monitored().stream()
        .filter(monitored -> monitored.kind() == kind)
        .flatMap(monitored -> monitored.readings().stream())
        .map(Monitored.Reading::value)
        .toList();
  }

  @Test
  void reads_a_page_once_a_second() {
    bench.metrics =
        () ->
            Reply.status(
                200,
                "process_cpu_seconds_total "
                    + (100 + 0.5 * bench.time.nanos() / 1e9)
                    + "\nprocess_resident_memory_bytes 1048576\nprocess_open_fds 12\n"
                    + "jobs{state=\"waiting\"} 7\n");
    ScenarioResult result = run(4, url("jobs{state=\"waiting\"}"));

    assertThat(result.end()).isEqualTo(End.COMPLETED);
    assertThat(result.notes()).isEmpty();
    assertThat(values(result, Kind.CPU)).containsExactly(0.5, 0.5, 0.5);
    assertThat(values(result, Kind.MEMORY)).containsExactly(1048576d, 1048576d, 1048576d, 1048576d);
    assertThat(values(result, Kind.SERIES)).containsExactly(7d, 7d, 7d, 7d);
    Monitored memory = result.monitored().get(0);
    assertThat(memory.source()).isEqualTo("http://h:1/metrics");
    assertThat(memory.readings())
        .extracting(Monitored.Reading::nanos)
        .containsExactly(0L, 1_000_000_000L, 2_000_000_000L, 3_000_000_000L);
  }

  @Test
  void a_share_of_all_processors_becomes_cores() {
    bench.metrics = () -> Reply.status(200, "process_cpu_usage 0.4\nsystem_cpu_count 8.0\n");
    ScenarioResult result = run(2, url());
    assertThat(values(result, Kind.CPU)).containsExactly(3.2, 3.2);
    assertThat(result.monitored().get(0).most()).hasValue(8);
  }

  @Test
  void what_fails_is_a_note() {
    ScenarioResult result = run(3, url());
    assertThat(result.end()).isEqualTo(End.COMPLETED);
    assertThat(result.monitored()).isEmpty();
    assertThat(result.notes())
        .containsExactly(
            "--monitor-url http://h:1/metrics: 3 of 3 looks failed, at last because answered 404");
  }

  @Test
  void a_page_that_breaks_off_or_lacks_a_series_is_a_note() {
    bench.metrics =
        () ->
            bench.time.nanos() < 1_000_000_000L
                ? Reply.broken(ErrorKind.CONNECTION_REFUSED, false)
                : Reply.status(200, "up 1\n");
    assertThat(run(3, url("depth")).notes())
        .containsExactly(
            "--monitor-url http://h:1/metrics: 3 of 3 looks failed, at last because there is no"
                + " series depth");
  }

  @Test
  void a_page_that_never_comes_holds_nothing_up() {
    bench.metrics = Reply::never;
    ScenarioResult result = run(3, url());
    assertThat(result.end()).isEqualTo(End.COMPLETED);
    assertThat(bench.control.lines()).filteredOn(line -> line.equals("GET /metrics")).hasSize(1);
  }

  private static Machine process(Machine machine, long ticks, String begun) {
    return machine
        .tells(
            "proc/7/stat",
            "7 (a) b (c) S 1 7 7 0 -1 4 1 0 0 0 " + ticks + " 0 0 0 20 0 3 0 " + begun + " 1 2 3\n")
        .tells(
            "proc/7/status",
            "Name:\tx\nVmRSS:\t   2048 kB\nThreads:\t3\nCpus_allowed_list:\t0-1,5\n");
  }

  @Test
  void reads_a_process_and_what_it_may_use() {
    Machine machine =
        process(new Machine(root), 500, "99")
            .tells("proc/stat", "cpu  1\ncpu0 1\ncpu1 1\ncpu2 1\ncpu3 1\ncpu4 1\nintr 5\n")
            .tells("proc/7/fd/0", "")
            .links("proc/7/fd/3", "socket:[4711]")
            .links("proc/7/fd/4", "anon_inode:[eventpoll]");
    PidSource source = new PidSource(7, machine.files(), bench.time, Runnable::run);
    assertThat(look(source).levels())
        .containsExactly(
            level(Kind.MEMORY, 2_097_152),
            level(Kind.DESCRIPTORS, 3),
            level(Kind.CONNECTIONS, 1),
            level(Kind.THREADS, 3));

    bench.time.stall(Duration.ofSeconds(2));
    process(machine, 650, "99");
    assertThat(look(source).levels().get(0))
        .isEqualTo(new MonitorSource.Level(Kind.CPU, "cpu", OptionalDouble.of(3), 0.75));

    machine.tells("proc/7/cgroup", "0::/\n").tells("sys/fs/cgroup/cpu.max", "150000 100000\n");
    bench.time.stall(Duration.ofSeconds(1));
    assertThat(look(source).levels().get(0).most()).hasValue(1.5);
  }

  @Test
  void a_process_that_ended_is_a_note_even_when_its_number_is_used_again() {
    Machine machine = process(new Machine(root), 500, "99");
    PidSource source = new PidSource(7, machine.files(), bench.time, Runnable::run);
    assertThat(look(source).why()).isEmpty();
    process(machine, 500, "1234");
    assertThat(look(source).why())
        .isEqualTo("the process has ended and another one has its number");
    machine.tells("proc/7/stat", "7 (x) Z 1 7 7 0 -1 4 1 0 0 0 5 0 0 0 20 0 3 0 99 1\n");
    assertThat(look(source).why()).isEqualTo("there is no such process any more");

    bench.files = new Machine(root.resolve("empty")).files();
    assertThat(run(2, new Monitoring(Optional.of(7L), Optional.empty(), List.of())).notes())
        .containsExactly(
            "--monitor-pid 7: 2 of 2 looks failed, at last because there is no such process any"
                + " more");
  }

  private static MonitorSource.Look look(MonitorSource source) {
    return source.look().await().indefinitely();
  }

  private static MonitorSource.Level level(Kind kind, double value) {
    return new MonitorSource.Level(kind, kind.id(), OptionalDouble.empty(), value);
  }
}
