package stress.websocket;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import stress.client.MessageReading;
import stress.client.SocketClient;
import stress.contract.Meaning;
import stress.contract.StatusReading;
import stress.transport.SocketEvent;
import stress.transport.SocketLink;

/** What has been heard on one proper socket so far; bounded. One thread. */
final class CaseHeard {
  /** More different status words than this are not kept. */
  private static final int MOST_WORDS = 8;

  private final SocketClient client;
  private final Set<Meaning> meanings = new LinkedHashSet<>();
  private final Set<String> words = new LinkedHashSet<>();
  private Optional<SocketEvent.Opened> opened = Optional.empty();
  private Optional<SocketEvent.Failed> failed = Optional.empty();
  private Optional<SocketEvent.Closed> closed = Optional.empty();
  private Optional<String> error = Optional.empty();
  private OptionalLong decided = OptionalLong.empty();
  private byte[] pong = new byte[0];
  private long pongs;
  private long pongAt;
  private long messages;
  private long firstAt;
  private long lastAt;

  CaseHeard(SocketClient client) {
    this.client = client;
  }

  void take(SocketEvent event) {
    if (event instanceof SocketEvent.Opened open) {
      opened = Optional.of(open);
    } else if (event instanceof SocketEvent.Failed failure) {
      failed = Optional.of(failure);
    } else if (event instanceof SocketEvent.Closed end) {
      closed = Optional.of(end);
    } else if (event instanceof SocketEvent.Pong answer) {
      pong = answer.payload();
      pongs++;
      pongAt = answer.at();
    } else if (event instanceof SocketEvent.Message message) {
      take(message);
    }
  }

  private void take(SocketEvent.Message message) {
    firstAt = messages == 0 ? message.at() : firstAt;
    lastAt = message.at();
    messages++;
    client.read(message.payload()).ifPresent(reading -> take(reading, message.at()));
  }

  private void take(MessageReading reading, long at) {
    if (reading.error().isPresent()) {
      error = error.or(reading::error);
      decide(at);
    }
    reading.status().ifPresent(status -> take(status, at));
  }

  private void take(StatusReading status, long at) {
    status.word().filter(w -> words.size() < MOST_WORDS).ifPresent(w -> words.add("'" + w + "'"));
    if (status.meaning() != Meaning.NOTHING && status.meaning() != Meaning.UNKNOWN) {
      meanings.add(status.meaning());
      decide(at);
    }
  }

  private void decide(long at) {
    decided = decided.isPresent() ? decided : OptionalLong.of(at);
  }

  Optional<SocketEvent.Opened> opened() {
    return opened;
  }

  Optional<SocketEvent.Failed> failed() {
    return failed;
  }

  Optional<SocketEvent.Closed> closed() {
    return closed;
  }

  /** Whether nothing more will come. */
  boolean over() {
    return failed.isPresent() || closed.isPresent();
  }

  /** What to do things with; absent until it is open. */
  Optional<SocketLink> link() {
    return opened.map(SocketEvent.Opened::link);
  }

  /** What was told about the job, in order, each once. */
  List<Meaning> meanings() {
    return new ArrayList<>(meanings);
  }

  /** The end of the job that was told, if it was. */
  Optional<Meaning> end() {
    return meanings.stream().filter(Meaning::terminal).findFirst();
  }

  /** The first status words, quoted, each once. */
  List<String> words() {
    return List.copyOf(words);
  }

  /** The first fault of the target that it told of. */
  Optional<String> error() {
    return error;
  }

  /** When the first message came that says something about the job. */
  OptionalLong decided() {
    return decided;
  }

  long messages() {
    return messages;
  }

  /** The mean time between two messages, with two of them at least. */
  long meanGap() {
    return (lastAt - firstAt) / (messages - 1);
  }

  /** Whether there was a message or a pong. */
  boolean answers() {
    return messages > 0 || pongs > 0;
  }

  /** When the pong with this text came, if it was the last one. */
  OptionalLong ponged(String text) {
    return pongs > 0 && Arrays.equals(pong, text.getBytes(StandardCharsets.UTF_8))
        ? OptionalLong.of(pongAt)
        : OptionalLong.empty();
  }
}
