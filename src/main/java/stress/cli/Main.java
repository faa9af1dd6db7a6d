package stress.cli;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.vertx.core.Vertx;

/** Where the process begins: the command line on the real process. */
@QuarkusMain
public final class Main implements QuarkusApplication {
  @Override
  public int run(String... args) {
    return new Stress(Process.real(), () -> Arc.container().instance(Vertx.class).get())
        .execute(args);
  }
}
