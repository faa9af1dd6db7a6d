package stress.simulator;

import java.util.Locale;

/** Who began the end of a socket. */
public enum SocketEnder {
  /** The server sent its close frame first. */
  SERVER,
  /** The client sent its close frame first. */
  CLIENT,
  /** Nobody: the connection went away without any close frame. */
  NOBODY;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in the truth as JSON. */
  public String text() {
    return text;
  }
}
