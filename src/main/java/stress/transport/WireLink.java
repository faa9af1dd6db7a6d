package stress.transport;

/** What can be done on a bare connection. Event loop. */
public interface WireLink {
  void write(byte[] bytes);

  /** Takes in nothing any more, so that the target's bytes pile up on its side. */
  void pause();

  /** Takes bytes in again. */
  void resume();

  /** Cuts it. */
  void drop();
}
