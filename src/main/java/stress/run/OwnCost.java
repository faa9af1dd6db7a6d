package stress.run;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import stress.clock.NanoClock;
import stress.measure.Gauge;
import stress.measure.Gauges;
import stress.measure.GeneratorHealth;
import stress.measure.OwnHost;

/** What the generator's own process spent on one scenario. Event loop. */
final class OwnCost {
  private final OwnProcess process;
  private final NanoClock clock;
  private final OptionalLong cpuBefore;
  private final OptionalLong gcBefore;
  private long cpuRead;
  private long readAt;
  private long heapPeak;

  /** Begins to count now. */
  OwnCost(OwnProcess process, NanoClock clock) {
    this.process = process;
    this.clock = clock;
    this.cpuBefore = process.cpuNanos();
    this.gcBefore = process.gcNanos();
    this.cpuRead = cpuBefore.orElse(0);
    this.readAt = clock.nanos();
  }

  /** These gauges, the heap now, and the processor time since the last reading. */
  Gauges addTo(Gauges gauges) {
    long heap = process.heapBytes();
    heapPeak = Math.max(heapPeak, heap);
    Gauges result = gauges.with(Gauge.HEAP_BYTES, heap);
    OptionalLong cpu = process.cpuNanos();
    long passed = clock.nanos() - readAt;
    if (cpu.isPresent() && passed > 0) {
      result = result.with(Gauge.CPU_PERMILLE, (cpu.getAsLong() - cpuRead) * 1_000 / passed);
      cpuRead = cpu.getAsLong();
      readAt += passed;
    }
    return result;
  }

  /** All of it, with the rates that the load made of it and what the system says. */
  GeneratorHealth health(OptionalDouble asked, OptionalDouble offered, OwnHost host) {
    return new GeneratorHealth(
        asked,
        offered,
        since(cpuBefore, process.cpuNanos()),
        process.processors(),
        heapPeak,
        since(gcBefore, process.gcNanos()),
        host);
  }

  private static OptionalLong since(OptionalLong before, OptionalLong now) {
    return before.isPresent() && now.isPresent()
        ? OptionalLong.of(now.getAsLong() - before.getAsLong())
        : OptionalLong.empty();
  }
}
