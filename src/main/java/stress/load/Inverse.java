package stress.load;

/** The inverse of the cumulative rate within one stage. */
sealed interface Inverse permits HoldInverse, RampInverse {
  /** Nanoseconds from the beginning of the stage to the start with this number in the whole run. */
  long offset(long index);

  /** Nanoseconds until the stage has added so many starts; for a number that need not be whole. */
  long offset(double added);
}
