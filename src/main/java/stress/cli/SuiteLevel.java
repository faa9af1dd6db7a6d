package stress.cli;

import java.util.List;

/**
 * One strength of load: what is carried out one after the other.
 *
 * @param name in reports, and in the names of folders
 */
record SuiteLevel(String name, List<Part> parts) {
  /**
   * @param command which command it is
   * @param arguments its options
   */
  record Part(String command, List<String> arguments) {}

  SuiteLevel {
    parts = List.copyOf(parts);
  }
}
