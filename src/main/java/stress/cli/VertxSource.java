package stress.cli;

import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** Where a command gets Vert.x from; whoever asks may have to wait until it is there. */
@FunctionalInterface
public interface VertxSource extends Supplier<Vertx> {
  /** Says that it will be asked for, so that it can begin to be made meanwhile; never waits. */
  default void soon() {}
}
