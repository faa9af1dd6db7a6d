package stress.measure;

import java.util.Optional;

/**
 * Whether the target's own queue depth could be read.
 *
 * @param source the address that answered
 * @param unavailable why there is no claim, such as {@code 404 at /metrics}
 */
public record QueueClaim(Optional<String> source, Optional<String> unavailable) {
  public QueueClaim {
    if (source.isPresent() == unavailable.isPresent()) {
      throw new IllegalArgumentException(
          "a queue claim has either a source or a reason why it is unavailable");
    }
  }

  public static QueueClaim from(String source) {
    return new QueueClaim(Optional.of(source), Optional.empty());
  }

  public static QueueClaim unavailable(String why) {
    return new QueueClaim(Optional.empty(), Optional.of(why));
  }
}
