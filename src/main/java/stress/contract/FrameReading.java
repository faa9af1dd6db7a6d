package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one message of a socket says.
 *
 * @param status of the job, where the socket's messages are about one
 * @param time when the message was made, by the target's clock
 * @param sequence the server's own number of the message; a gap in it is a lost message
 * @param error a fault of the server (not of the job), in its own words
 */
public record FrameReading(
    Optional<StatusReading> status,
    Optional<Instant> time,
    OptionalLong sequence,
    Optional<String> error) {

  static FrameReading read(Socket socket, JsonNode frame) {
    Optional<StatusReading> status = socket.rule().map(rule -> rule.read(frame));
    boolean ofStatus = socket.rule().filter(r -> r.times().equals(socket.time())).isPresent();
    Optional<Instant> time =
        ofStatus
            ? status.flatMap(s -> s.times().message())
            : socket.time().message().find(frame).flatMap(t -> InstantText.read(t, socket.time()));
    OptionalLong sequence =
        socket
            .sequence()
            .find(frame)
            .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
            .map(node -> OptionalLong.of(node.longValue()))
            .orElseGet(OptionalLong::empty);
    Optional<String> error = socket.error().find(frame).map(Json::words);
    return new FrameReading(status, time, sequence, error);
  }
}
