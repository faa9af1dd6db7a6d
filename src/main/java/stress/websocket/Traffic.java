package stress.websocket;

import java.util.Optional;
import stress.transport.SocketLink;

/** What we send on one open connection: pings and messages, where there are any. Event loop. */
final class Traffic {
  /** Successive multiples of it, less their whole part, lie evenly between 0 and 1. */
  private static final double GOLDEN = 0.6180339887498949;

  private final Optional<Pings> pings;
  private final Optional<Echoes> echoes;

  /**
   * @param serial of the connection; it also decides its turn among all
   */
  Traffic(Scene scene, long serial, SocketLink link) {
    double phase = serial * GOLDEN % 1;
    pings = scene.load().pingInterval().map(time -> new Pings(scene, serial, link, time, phase));
    echoes = scene.load().sending().map(sending -> new Echoes(scene, serial, link, sending, phase));
  }

  void begin() {
    pings.ifPresent(Pings::begin);
    echoes.ifPresent(Echoes::begin);
  }

  void pong(byte[] payload, long at) {
    pings.ifPresent(p -> p.pong(payload, at));
  }

  /** A message arrived, perhaps an answer. */
  void arrived(byte[] payload, long at) {
    echoes.ifPresent(e -> e.arrived(payload, at));
  }

  /** Messages sent. */
  long sent() {
    return echoes.map(Echoes::sent).orElse(0L);
  }

  /** Sends nothing any more; answers are still welcome. */
  void stop() {
    pings.ifPresent(Pings::stop);
    echoes.ifPresent(Echoes::stop);
  }

  /** The connection has ended: what waits will not be answered. */
  void end() {
    stop();
    echoes.ifPresent(Echoes::end);
  }
}
