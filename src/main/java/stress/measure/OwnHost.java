package stress.measure;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the operating system says of the generator's process over one scenario; each part is absent
 * where the system does not tell it.
 *
 * @param quota the tightest CPU quota of the control groups that hold the process
 * @param rssPeakBytes the most memory that the process ever had resident, since it began
 * @param gcLongestNanos no garbage collection took longer: the most time spent on collections
 *     between two readings, which are a second apart
 * @param waitedNanos how long that thread which waited most was ready to run without a processor
 * @param stolenNanos processor time that the machine's own host gave to others, all processors
 * @param descriptors open files and sockets of the process
 * @param ports TCP sockets of the whole machine, those in TIME_WAIT included, beside the local
 *     ports from which one address can dial one target; what is left is therefore the least
 */
public record OwnHost(
    Optional<CpuQuota> quota,
    OptionalLong rssPeakBytes,
    OptionalLong gcLongestNanos,
    OptionalLong waitedNanos,
    OptionalLong stolenNanos,
    Optional<Usage> descriptors,
    Optional<Usage> ports) {
  /** The system told nothing. */
  public static final OwnHost UNKNOWN =
      new OwnHost(
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty());
}
