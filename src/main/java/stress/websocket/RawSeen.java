package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stress.transport.WireEvent;
import stress.transport.WireLink;

/** What has been seen on one bare connection so far. One thread. */
final class RawSeen {
  /** A head longer than this is no answer. */
  private static final int LONGEST_HEAD = 64 * 1024;

  /** More data frames than this are only counted. */
  private static final int MOST_KEPT = 1000;

  private final RawFrames reader = new RawFrames();
  private final List<byte[]> messages = new ArrayList<>();
  private final List<RawFrame> pongs = new ArrayList<>();
  private byte[] head = new byte[0];
  private Optional<WireLink> link = Optional.empty();
  private Optional<WireEvent.Failed> failed = Optional.empty();
  private Optional<RawAnswer> answer = Optional.empty();
  private Optional<RawFrame> close = Optional.empty();
  private Optional<WireEvent.Ended> ended = Optional.empty();
  private boolean garbled;
  private long bytes;
  private long dataAt;

  void take(WireEvent event) {
    if (event instanceof WireEvent.Connected connected) {
      link = Optional.of(connected.link());
    } else if (event instanceof WireEvent.Failed failure) {
      failed = Optional.of(failure);
    } else if (event instanceof WireEvent.Ended end) {
      ended = Optional.of(end);
    } else if (event instanceof WireEvent.Bytes more) {
      bytes += more.bytes().length;
      take(more.bytes(), more.at());
    }
  }

  private void take(byte[] more, long at) {
    if (answer.isPresent()) {
      if (answer.get().isUpgrade()) {
        reader.take(more).forEach(frame -> take(frame, at));
      }
      return;
    }
    byte[] all = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    head = all;
    if (end >= 0) {
      answer = RawAnswer.read(text.substring(0, end));
      garbled = answer.isEmpty();
      head = new byte[0];
      if (answer.isPresent()) {
        take(Arrays.copyOfRange(all, end + 4, all.length), at);
      }
    } else if (all.length > LONGEST_HEAD) {
      garbled = true;
    }
  }

  private void take(RawFrame frame, long at) {
    if (frame.opcode() == RawFrame.CLOSE) {
      close = close.or(() -> Optional.of(frame));
    } else if (frame.opcode() == RawFrame.PONG) {
      keep(pongs, frame);
    } else if (!frame.isControl()) {
      dataAt = at;
      keep(messages, frame.payload());
    }
  }

  private static <T> void keep(List<T> list, T one) {
    if (list.size() < MOST_KEPT) {
      list.add(one);
    }
  }

  Optional<WireLink> link() {
    return link;
  }

  Optional<WireEvent.Failed> failed() {
    return failed;
  }

  Optional<RawAnswer> answer() {
    return answer;
  }

  boolean upgraded() {
    return answer.isPresent() && answer.get().isUpgrade();
  }

  /** The first close frame. */
  Optional<RawFrame> close() {
    return close;
  }

  Optional<WireEvent.Ended> ended() {
    return ended;
  }

  /** Whether it answered the request with something that is not HTTP. */
  boolean garbled() {
    return garbled;
  }

  /** Whether nothing more will be read on it. */
  boolean over() {
    return failed.isPresent() || ended.isPresent() || garbled;
  }

  /** How many bytes came in. */
  long bytes() {
    return bytes;
  }

  /** The payloads of the first data frames. */
  List<byte[]> messages() {
    return List.copyOf(messages);
  }

  /** Whether a data frame came after that instant. */
  boolean messageAfter(long instant) {
    return !messages.isEmpty() && dataAt > instant;
  }

  /** Whether a pong with this text came. */
  boolean ponged(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return pongs.stream().anyMatch(pong -> Arrays.equals(pong.payload(), payload));
  }
}
