package stress.clock;

/** A monotonic clock that can be read from any thread. */
@FunctionalInterface
public interface NanoClock {
  /** Nanoseconds since an arbitrary origin; never goes back; only differences mean anything. */
  long nanos();

  /** The clock of the machine. */
  static NanoClock system() {
    return System::nanoTime;
  }
}
