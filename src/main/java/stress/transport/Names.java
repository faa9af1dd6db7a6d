package stress.transport;

import io.netty.util.NetUtil;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import stress.clock.NanoClock;

/**
 * Looks names up on a worker, keeps each answer for a few seconds, and hands the addresses of a
 * name out in turn. Event loop.
 */
final class Names {
  private static final long KEPT = Duration.ofSeconds(5).toNanos();

  private final Vertx vertx;
  private final NanoClock clock;
  private final Map<String, Name> names = new HashMap<>();

  Names(Vertx vertx, NanoClock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  /** The address that a host is, when it is one and no name. */
  static Optional<InetAddress> literal(String host) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
    boolean zoned = host.indexOf(':') >= 0 && host.indexOf('%') >= 0;
    try {
      if (zoned) {
        return Optional.of(InetAddress.getByName(host.replace("%25", "%")));
      }
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException noSuchZone) {
      return Optional.empty();
    }
  }

  /**
   * Calls back, perhaps at once, with the addresses of the name, or with the failure and no
   * addresses. Each call begins with the address behind the one that the call before began with.
   */
  void resolve(String host, BiConsumer<List<InetAddress>, Throwable> then) {
    names.computeIfAbsent(host, Name::new).resolve(then);
  }

  private final class Name {
    private final String host;
    private final List<BiConsumer<List<InetAddress>, Throwable>> waiting = new ArrayList<>();
    private List<InetAddress> addresses = List.of();
    private long until;
    private int next;

    Name(String host) {
      this.host = host;
    }

    void resolve(BiConsumer<List<InetAddress>, Throwable> then) {
      if (!addresses.isEmpty() && clock.nanos() - until < 0) {
        then.accept(inTurn(), null);
        return;
      }
      waiting.add(then);
      if (waiting.size() == 1) {
        vertx
            .executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
            .onComplete(answer -> answered(answer.result(), answer.cause()));
      }
    }

    private void answered(List<InetAddress> found, Throwable failure) {
      addresses = failure == null ? found : List.of();
      until = clock.nanos() + KEPT;
      List<BiConsumer<List<InetAddress>, Throwable>> all = List.copyOf(waiting);
      waiting.clear();
      for (BiConsumer<List<InetAddress>, Throwable> then : all) {
        then.accept(failure == null ? inTurn() : List.of(), failure);
      }
    }

    private List<InetAddress> inTurn() {
      if (addresses.size() == 1) {
        return addresses;
      }
      int first = next++ % addresses.size();
      List<InetAddress> turned = new ArrayList<>(addresses.subList(first, addresses.size()));
      turned.addAll(addresses.subList(0, first));
      return turned;
    }
  }
}
