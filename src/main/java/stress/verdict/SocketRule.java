package stress.verdict;

import java.util.Optional;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.ErrorKind;

/** How connections ended that had opened. */
enum SocketRule implements DiagnosisRule {
  POLICY(
      "closed-policy",
      1008,
      "the target refuses such a connection by its own rules (policy violation); check credentials,"
          + " --origin, --subprotocol and its limits for a client"),
  SERVER_ERROR(
      "closed-server-error",
      1011,
      "the target failed inside and closed (internal error); look at its log"),
  OVERLOADED(
      "closed-overloaded",
      1013,
      "the target is overloaded and says try again later; open fewer connections or more slowly"
          + " (--connect-rate), or add capacity"),
  RESTARTED(
      "closed-going-away",
      1001,
      "the target or its process went away; look whether it restarted or was scaled down"),
  CUT("cut", 1006, "") {
    @Override
    public Optional<Said> of(Observed seen) {
      long cut = seen.closed(Closer.NETWORK, 1006) + seen.closed(Closer.TARGET, 1006);
      return many(cut, seen)
          ? Optional.of(
              new Said(
                  words(cut, seen) + " ended without a close frame",
                  "a proxy cut idle connections, or the target crashed; try --ping-interval 20s, and"
                      + " look at the proxy's time-outs and the target's restarts"))
          : Optional.empty();
    }
  },
  TOO_LARGE("message-too-large", 1009, "") {
    @Override
    public Optional<Said> of(Observed seen) {
      return seen.failures(ErrorKind.MESSAGE_TOO_LARGE)
          .map(
              failures ->
                  new Said(
                      failures.words() + " ended because a message was larger than we take",
                      "give a greater --max-message, or let the target send smaller ones"));
    }
  };

  private static final int ONE_IN = 100;

  private final String id;
  private final int code;
  private final String advice;

  SocketRule(String id, int code, String advice) {
    this.id = id;
    this.code = code;
    this.advice = advice;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Said> of(Observed seen) {
    long closed = seen.closed(Closer.TARGET, code);
    return many(closed, seen)
        ? Optional.of(
            new Said(words(closed, seen) + " were closed by the target with " + code, advice))
        : Optional.empty();
  }

  /** One in a hundred at least: a single one of thousands is no sign of anything. */
  static boolean many(long closed, Observed seen) {
    return closed > 0 && closed * ONE_IN >= seen.count(Counter.CONNECTIONS_OPENED);
  }

  static String words(long closed, Observed seen) {
    return Grouping.of(closed)
        + " of "
        + Grouping.of(seen.count(Counter.CONNECTIONS_OPENED))
        + " opened connections";
  }
}
