package stress.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the profile {@code bench} runs: {@code Benchmarks BUILD-FOLDER all|jmh|jobs|sockets|native}.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String... args) throws Exception {
    Path build = Path.of(args[0]);
    String which = args[1];
    List<String> wrong = new ArrayList<>();
    if (which.equals("all") || which.equals("jmh")) {
      wrong.addAll(new Microbenchmarks().run());
    }
    if (which.equals("all") || which.equals("jobs")) {
      wrong.addAll(new JobsBenchmark(build).run());
    }
    if (which.equals("all") || which.equals("sockets")) {
      wrong.addAll(new SocketsBenchmark(build).run());
    }
    if (which.equals("native")) {
      wrong.addAll(new NativeBenchmark(build).run());
    }
    wrong.forEach(line -> System.out.println("FAILED: " + line));
    System.exit(wrong.isEmpty() ? 0 : 1);
  }
}
