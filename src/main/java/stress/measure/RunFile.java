package stress.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A run as a JSON document, exactly: what is written reads back as an equal run. */
public final class RunFile {
  /** The version of the form, the first member of every file. */
  public static final String SCHEMA = "stress.run/1";

  private RunFile() {}

  /** The run as a tree, which the caller may extend by members that reading passes over. */
  public static ObjectNode toTree(RunResult run) {
    throw new UnsupportedOperationException();
  }

  /** The document as text: UTF-8, indented, the same bytes for equal runs. */
  public static byte[] write(RunResult run) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param source the file's name, for messages
   * @throws RunFileException when it is not a run that this version of stress can read
   */
  public static RunResult read(byte[] bytes, String source) {
    throw new UnsupportedOperationException();
  }
}
