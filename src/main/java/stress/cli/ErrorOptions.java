package stress.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which error cases are tried, and how. */
public final class ErrorOptions implements Titled {
  @Option(
      names = "--case",
      paramLabel = "NAME",
      split = ",",
      description = "Only these error cases (default: all)")
  List<String> cases = new ArrayList<>();

  @Option(names = "--under-load", description = "Try them while the connections are held")
  boolean underLoad;

  @Override
  public String title() {
    return "Error cases (with --test-type errors)";
  }
}
