package stress.contract;

import java.util.OptionalLong;

/** The target's own claim about its queue, in jobs and workers. */
public record QueueReading(OptionalLong depth, OptionalLong running, OptionalLong workers) {}
