package stress.broken.client;

final class UsesVertx {
  io.vertx.core.Vertx vertx;
}
