package stress.measure;

/** A file that is no run, said in a sentence with the file's name and the place in it. */
public final class RunFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  RunFileException(String message) {
    super(message);
  }

  RunFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
