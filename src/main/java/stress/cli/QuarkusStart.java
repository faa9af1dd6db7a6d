package stress.cli;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/**
 * Quarkus' Vert.x. The first word of it starts Quarkus, which runs on a daemon thread of its own
 * until the process ends. May be called by any thread.
 */
final class QuarkusStart implements VertxSource {
  private QuarkusThread started;

  @Override
  public void soon() {
    thread();
  }

  @Override
  public Vertx get() {
    return thread().vertx.join();
  }

  private synchronized QuarkusThread thread() {
    if (started == null) {
      started = new QuarkusThread();
      started.start();
    }
    return started;
  }

  /** What Quarkus is run on. It makes its application itself, which finds its way back by this. */
  private static final class QuarkusThread extends Thread {
    private final CompletableFuture<Vertx> vertx = new CompletableFuture<>();

    QuarkusThread() {
      super("quarkus");
      setDaemon(true);
    }

    @Override
    public void run() {
      Quarkus.run(Started.class, this::ended);
    }

    private void ended(int code, Throwable failure) {
      if (failure != null) {
        vertx.completeExceptionally(failure);
      }
    }
  }

  /** Says that Quarkus runs, and leaves it running. */
  @Singleton
  @Unremovable
  static final class Started implements QuarkusApplication {
    @Override
    public int run(String... args) {
      QuarkusThread thread = (QuarkusThread) Thread.currentThread();
      thread.vertx.complete(Arc.container().instance(Vertx.class).get());
      Quarkus.waitForExit();
      return 0;
    }
  }
}
