package stress.load;

/** The inverse of the cumulative rate within one stage. */
interface Inverse {
  /** Nanoseconds from the beginning of the stage to the start with this number. */
  long offset(long index);

  /** The same for a real number of starts beyond those before the stage. */
  long offset(double beyond);
}
