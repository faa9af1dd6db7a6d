package stress.cli;

import java.util.OptionalLong;
import stress.run.HostFiles;
import stress.run.SystemLimits;

/**
 * What the system lets this process have; a limit that cannot be read is absent, not assumed.
 *
 * @param descriptors files and sockets that may be open at once
 * @param localPorts ports from which one address can dial one target
 * @param heapBytes the most that the heap may grow to
 */
record ProcessLimits(OptionalLong descriptors, OptionalLong localPorts, long heapBytes) {
  static ProcessLimits read() {
    SystemLimits limits = SystemLimits.read(HostFiles.ofTheMachine());
    return new ProcessLimits(
        limits.descriptors(), limits.localPorts(), Runtime.getRuntime().maxMemory());
  }
}
