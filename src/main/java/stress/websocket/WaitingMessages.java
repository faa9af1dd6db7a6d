package stress.websocket;

import java.util.Arrays;

/**
 * The messages of one connection that wait for their answer: as many places as are needed, up to a
 * bound, each found at once by the number that its mark carries.
 */
final class WaitingMessages {
  private static final int FEW = 4;

  private final int most;
  private boolean[] taken = new boolean[0];
  private long[] sequences = new long[0];
  private long[] intended = new long[0];
  private long[] sent = new long[0];

  /** The numbers of free places, in its first {@code free} elements. */
  private int[] places = new int[0];

  private int free;

  WaitingMessages(int most) {
    this.most = most;
  }

  int size() {
    return sequences.length - free;
  }

  boolean isFull() {
    return size() == most;
  }

  /** Takes a message in and tells its place. Not when full. */
  int add(long sequence, long intendedAt, long sentAt) {
    if (free == 0) {
      grow();
    }
    free--;
    int place = places[free];
    taken[place] = true;
    sequences[place] = sequence;
    intended[place] = intendedAt;
    sent[place] = sentAt;
    return place;
  }

  private void grow() {
    int old = sequences.length;
    int length = Math.min(most, Math.max(FEW, 2 * old));
    taken = Arrays.copyOf(taken, length);
    sequences = Arrays.copyOf(sequences, length);
    intended = Arrays.copyOf(intended, length);
    sent = Arrays.copyOf(sent, length);
    places = Arrays.copyOf(places, length);
    for (int place = length - 1; place >= old; place--) {
      places[free] = place;
      free++;
    }
  }

  /** Whether this message waits in this place. */
  boolean holds(int place, long sequence) {
    return place < taken.length && taken[place] && sequences[place] == sequence;
  }

  long intended(int place) {
    return intended[place];
  }

  long sent(int place) {
    return sent[place];
  }

  /** Forgets the message in this place. */
  void remove(int place) {
    taken[place] = false;
    places[free] = place;
    free++;
  }
}
