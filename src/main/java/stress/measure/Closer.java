package stress.measure;

import java.util.Locale;

/** Who ended a connection. */
public enum Closer {
  /** The target sent the first close frame. */
  TARGET("the target"),
  /** We sent the first close frame. */
  US("stress"),
  /** Nobody did: the connection was cut without a close frame. */
  NETWORK("nobody: cut without a close frame");

  private final String text;

  Closer(String text) {
    this.text = text;
  }

  /** The name in files and exports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Who, in words. */
  public String text() {
    return text;
  }
}
