package stress.verdict;

import java.util.Optional;
import stress.measure.Usage;

/** What the generator itself lacks, or nearly lacks. */
enum OwnRule implements DiagnosisRule {
  BOTTLENECK("generator-bottleneck") {
    @Override
    public Optional<Said> of(Observed seen) {
      return GeneratorRule.slow(seen.result())
          ? Optional.of(
              new Said(
                  "the generator was the bottleneck"
                      + new Bottleneck(seen.result())
                          .cause()
                          .map(why -> ", because " + why)
                          .orElse(""),
                  "give it more processor, ask for less, or share the load among several generators"))
          : Optional.empty();
    }
  },
  THROTTLED("generator-throttled") {
    @Override
    public Optional<Said> of(Observed seen) {
      Bottleneck bottleneck = new Bottleneck(seen.result());
      return bottleneck.throttled() && !GeneratorRule.slow(seen.result())
          ? bottleneck
              .cause()
              .map(
                  why ->
                      new Said(
                          why,
                          "some of the times measured hold its own pauses; raise its CPU limit"))
          : Optional.empty();
    }
  },
  DESCRIPTORS("generator-descriptors") {
    @Override
    public Optional<Said> of(Observed seen) {
      return scarce(seen.result().generator().host().descriptors(), "file descriptors")
          .map(
              evidence ->
                  new Said(evidence, "raise the limit with 'ulimit -n' before a larger run"));
    }
  },
  PORTS("generator-ports") {
    @Override
    public Optional<Said> of(Observed seen) {
      return scarce(seen.result().generator().host().ports(), "local ports")
          .map(
              evidence ->
                  new Said(
                      evidence,
                      "dial from more addresses with --local-address, or widen"
                          + " net.ipv4.ip_local_port_range"));
    }
  };

  private static final int ONE_IN = 10;

  private final String id;

  OwnRule(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** Less than a tenth of the limit was left. */
  static Optional<String> scarce(Optional<Usage> usage, String what) {
    return usage
        .filter(used -> used.left().isPresent())
        .filter(used -> used.left().getAsLong() * ONE_IN < used.limit().orElseThrow())
        .map(
            used ->
                "of "
                    + Grouping.of(used.limit().orElseThrow())
                    + " "
                    + what
                    + " only "
                    + Grouping.of(used.left().getAsLong())
                    + " were left");
  }
}
