package stress.measure;

/** Runs that cannot be one run, said in a sentence with the files' names and what to do. */
public final class MergeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MergeException(String message) {
    super(message);
  }
}
