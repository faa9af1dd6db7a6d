package stress.cli;

/**
 * A header of the command line.
 *
 * @param value may be a secret: never shown
 */
public record AddedHeader(String name, String value) {
  @Override
  public String toString() {
    return name;
  }
}
