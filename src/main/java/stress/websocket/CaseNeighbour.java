package stress.websocket;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A well-behaved client that pings while something else goes on. A connection that ends, as one
 * does with its job, is replaced by another on a fresh job; its unanswered ping does not count.
 */
final class CaseNeighbour {
  private static final int MOST_CONNECTIONS = 20;

  private final CaseRoom room;
  private final int wanted;
  private final Duration gap;
  private final List<Long> trips = new ArrayList<>();
  private Optional<String> problem = Optional.empty();
  private int connections;

  /**
   * @param wanted how many round trips are measured
   * @param gap from an answer to the next ping
   */
  CaseNeighbour(CaseRoom room, int wanted, Duration gap) {
    this.room = room;
    this.wanted = wanted;
    this.gap = gap;
  }

  /** Measures until it has what it wants, or has met a problem; the item is this. */
  Uni<CaseNeighbour> measure() {
    connections++;
    return room.subject()
        .onItem()
        .transformToUni(
            job -> {
              CaseSocket socket = room.socket(job);
              return socket.run(() -> begin(socket));
            })
        .onItem()
        .transformToUni(over -> done() ? Uni.createFrom().item(this) : measure());
  }

  private boolean done() {
    if (trips.size() < wanted && problem.isEmpty() && connections >= MOST_CONNECTIONS) {
      problem = Optional.of("its connections ended before a ping was answered");
    }
    return trips.size() >= wanted || problem.isPresent();
  }

  private Uni<Boolean> begin(CaseSocket socket) {
    return socket
        .opened()
        .onItem()
        .transformToUni(open -> open ? ping(socket) : Uni.createFrom().item(failed(socket)));
  }

  private boolean failed(CaseSocket socket) {
    problem =
        socket
            .heard()
            .failed()
            .map(failure -> CaseWords.failed(failure).reaction())
            .or(() -> Optional.of("its upgrade was not answered"));
    return true;
  }

  private Uni<Boolean> ping(CaseSocket socket) {
    if (trips.size() >= wanted) {
      return Uni.createFrom().item(true);
    }
    String text = "stress-" + trips.size();
    long sent = room.now();
    socket.ping(text);
    return socket
        .await(() -> socket.heard().ponged(text).isPresent() || socket.heard().over())
        .onItem()
        .transformToUni(came -> ponged(socket, text, sent, came));
  }

  private Uni<Boolean> ponged(CaseSocket socket, String text, long sent, boolean came) {
    if (!came) {
      problem = Optional.of("a ping was not answered within " + CaseWords.time(room.now() - sent));
      return Uni.createFrom().item(true);
    }
    if (socket.heard().ponged(text).isEmpty()) {
      return Uni.createFrom().item(true);
    }
    trips.add(socket.heard().ponged(text).getAsLong() - sent);
    return room.pause(gap).onItem().transformToUni(passed -> ping(socket));
  }

  /** What stood in the way of measuring. */
  Optional<String> problem() {
    return problem;
  }

  /** The median of the round trips; there is at least one where there was no problem. */
  long median() {
    return trips.stream().sorted().skip(trips.size() / 2).findFirst().orElseThrow();
  }
}
