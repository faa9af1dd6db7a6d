package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A socket of an API: how a job's progress is streamed, or a socket that knows no jobs.
 *
 * @param path absent means the target's address as it is
 * @param firstMessages what the client sends, in order, as soon as the socket is open
 * @param rule how a message tells a job's state, where the messages are about a job
 * @param time where a message tells when it was made; only its message pointers are looked at
 * @param sequence the server's own number of the message; a gap in it is a lost message
 * @param error a fault of the server (not of a job)
 * @param echo what a client may send, where the server answers what it is sent
 * @param unknownJob what a client that asks for an unknown job may rightly be told, in file order
 * @param closesAtEnd whether the server closes after a terminal message
 */
public record Socket(
    Optional<TextTemplate> path,
    Map<String, Template> query,
    List<Header> headers,
    List<String> subprotocols,
    List<Body> firstMessages,
    Optional<StatusRule> rule,
    TimeRule time,
    Pointers sequence,
    Pointers error,
    Optional<Echo> echo,
    List<Meaning> unknownJob,
    boolean closesAtEnd) {
  public Socket {
    headers = List.copyOf(headers);
    subprotocols = List.copyOf(subprotocols);
    firstMessages = List.copyOf(firstMessages);
    unknownJob = List.copyOf(unknownJob);
  }

  /** The target's address as it is; nothing is sent, and no message is read. */
  static Socket bare() {
    return new Socket(
        Optional.empty(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TimeRule.NONE,
        Pointers.NONE,
        Pointers.NONE,
        Optional.empty(),
        List.of(),
        false);
  }

  /**
   * Path and query, percent-encoded; stands behind the socket base's own path. Without a path it is
   * empty or begins with a question mark.
   */
  public String target(Values values) {
    return new RequestWriter(values).target(path, query);
  }

  /** The texts of the first messages. */
  public List<String> messages(Values values) {
    RequestWriter writer = new RequestWriter(values);
    return firstMessages.stream().map(writer::text).toList();
  }

  /** Whether a connection differs from job to job, so that it cannot be opened without one. */
  public boolean asksForId() {
    return path.stream().anyMatch(TextTemplate::asksForId)
        || query.values().stream().anyMatch(Template::asksForId)
        || firstMessages.stream().anyMatch(Body::asksForId);
  }

  /** Whether {@link #read} can tell anything of a message. */
  public boolean readable() {
    return rule.isPresent() || Stream.of(time.message(), sequence, error).anyMatch(Pointers::some);
  }

  /** Reads a message; never throws. */
  public FrameReading read(JsonNode message) {
    return FrameReading.read(this, message);
  }
}
