package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one frame of a socket says.
 *
 * @param sequence the server's own number of the frame; a gap in it is a lost frame
 * @param error a fault of the server (not of the job), in its own words
 */
public record FrameReading(StatusReading status, OptionalLong sequence, Optional<String> error) {
  static FrameReading read(Socket socket, JsonNode frame) {
    OptionalLong sequence =
        socket
            .sequence()
            .find(frame)
            .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
            .map(node -> OptionalLong.of(node.longValue()))
            .orElseGet(OptionalLong::empty);
    Optional<String> error = socket.error().find(frame).map(Json::words);
    return new FrameReading(socket.rule().read(frame), sequence, error);
  }
}
