package stress.simulator;

import java.util.Locale;

/** What a socket of the simulator is for. */
public enum SocketKind {
  /** Tells about a job. */
  PROGRESS,
  /** {@code /echo}: sends back what it is sent. */
  ECHO,
  /** {@code /push}: sends messages at an even rate. */
  PUSH;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in faults and in the truth as JSON. */
  public String text() {
    return text;
  }
}
