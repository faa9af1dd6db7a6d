package stress.cli;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public final class Main implements QuarkusApplication {
  @Override
  public int run(String... args) {
    return 0;
  }
}
