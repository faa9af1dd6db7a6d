package stress.simulator;

import java.time.Duration;
import java.util.OptionalInt;

/** How one API talks on its progress sockets. */
interface FeedStyle {
  /** Why a frame is sent. */
  enum Reason {
    CHANGE,
    HEARTBEAT
  }

  /** Whether the client has to speak first. */
  boolean waitsForSubscription();

  /** Whether the server closes 1000 after a terminal status. */
  boolean closesAtEnd();

  Duration look();

  Duration heartbeat();

  /** The frame before the state; empty text when there is none. */
  String greeting(String id, long now);

  /**
   * A frame about a job.
   *
   * @param sequence 1 for the first frame
   * @param changedNanos when the socket saw its last change
   */
  String state(Told told, Reason reason, long sequence, long changedNanos);

  /** A frame about a job that there is not. */
  String unknown(String id, long sequence, long now);

  /** The code with which the server closes after telling so; empty when it goes on telling. */
  OptionalInt closeOfUnknown();
}
