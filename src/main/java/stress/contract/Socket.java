package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * How a job's progress is streamed.
 *
 * @param firstMessages what the client sends, in order, as soon as the socket is open
 * @param closesAtEnd whether the server closes after a terminal frame
 */
public record Socket(
    TextTemplate path,
    Map<String, Template> query,
    List<Header> headers,
    List<String> subprotocols,
    List<Body> firstMessages,
    StatusRule rule,
    Pointers sequence,
    Pointers error,
    boolean closesAtEnd) {
  public Socket {
    subprotocols = List.copyOf(subprotocols);
    firstMessages = List.copyOf(firstMessages);
  }

  /** Path and query, percent-encoded; stands behind the socket base's own path. */
  public String target(Values values) {
    return new RequestWriter(values).target(path, query);
  }

  /** The texts of the first messages. */
  public List<String> messages(Values values) {
    RequestWriter writer = new RequestWriter(values);
    return firstMessages.stream().map(writer::text).toList();
  }

  /** Reads a frame; never throws. */
  public FrameReading read(JsonNode frame) {
    return FrameReading.read(this, frame);
  }
}
