package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.measure.CaseResult.Verdict.NOT_APPLICABLE;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stress.measure.CaseResult;

/** The list of cases, and how the suite goes through it. */
final class ErrorSuiteTest {
  private final CaseBench bench = new CaseBench();

  @Test
  void theCasesInTheirOrder() {
    assertThat(ErrorCase.all())
        .extracting(ErrorCase::id)
        .containsExactly(
            "unknown-job",
            "unknown-path",
            "rapid-connect",
            "connect-timeout",
            "half-handshake",
            "missing-key",
            "wrong-version",
            "missing-upgrade",
            "unmasked-frame",
            "reserved-opcode",
            "reserved-bits",
            "fragmented-control",
            "invalid-utf8",
            "oversized-frame",
            "bad-close-code",
            "half-open",
            "slow-reader",
            "after-end",
            "hundred-on-one");
  }

  @Test
  void casesAreNamedOnTheCommandLine() {
    assertThat(ErrorCase.named("slow-reader, unknown-job"))
        .extracting(ErrorCase::id)
        .containsExactly("unknown-job", "slow-reader");
    assertThatThrownBy(() -> ErrorCase.named("unknown-job,slow"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "'slow' is not an error case; expected one or more of unknown-job, unknown-path, ");
    assertThatThrownBy(() -> ErrorCase.named("")).hasMessageStartingWith("'' is not an error case");
  }

  private ErrorCase pausing(String id, List<String> log) {
    return new ErrorCase(
        id,
        "waits",
        "nothing",
        room -> {
          log.add(id + " begins");
          return room.pause(Duration.ofSeconds(1))
              .onItem()
              .transform(
                  passed -> {
                    log.add(id + " ends");
                    return CaseOutcome.expected("waited", 7);
                  });
        });
  }

  @Test
  void oneAfterTheOther() {
    List<String> log = new ArrayList<>();
    List<CaseResult> results = bench.run(List.of(pausing("a", log), pausing("b", log)));
    assertThat(log).containsExactly("a begins", "a ends", "b begins", "b ends");
    assertThat(results)
        .containsExactly(
            new CaseResult("a", "waits", "nothing", CaseResult.Verdict.AS_EXPECTED, "waited", 7),
            new CaseResult("b", "waits", "nothing", CaseResult.Verdict.AS_EXPECTED, "waited", 7));
  }

  @Test
  void whatGoesWrongInACaseStopsNoOther() {
    List<String> log = new ArrayList<>();
    ErrorCase thrown =
        new ErrorCase(
            "t",
            "throws",
            "",
            room -> {
              throw new IllegalStateException("oops");
            });
    ErrorCase failed =
        new ErrorCase(
            "f", "fails", "", room -> Uni.createFrom().failure(new ArithmeticException("1/0")));
    ErrorCase endless = new ErrorCase("e", "hangs", "", room -> Uni.createFrom().nothing());
    List<CaseResult> results = bench.run(List.of(thrown, failed, endless, pausing("last", log)));
    assertThat(results)
        .extracting(CaseResult::reaction)
        .containsExactly(
            "stress itself failed here (a bug): java.lang.IllegalStateException: oops",
            "stress itself failed here (a bug): java.lang.ArithmeticException: 1/0",
            "given up after 60.0 s",
            "waited");
    assertThat(results.subList(0, 3)).extracting(CaseResult::verdict).containsOnly(NOT_APPLICABLE);
  }

  @Test
  void cancellingCutsWhatIsOpenAndWhatWasSubmittedIsKnown() {
    bench.wires = bench.upgrading((wire, frame) -> {});
    ErrorSuite suite = bench.suite();
    var running = suite.run(ErrorCase.named("unmasked-frame")).subscribe().with(all -> {});
    bench.time.advance(Duration.ofSeconds(1));
    assertThat(bench.fakeWires.wires()).hasSize(1).noneMatch(wire -> wire.isOver());
    running.cancel();
    assertThat(bench.fakeWires.wires()).allMatch(wire -> wire.isOver());
    assertThat(bench.time.pending()).isZero();
    assertThat(suite.submitted()).extracting(job -> job.id()).containsExactly("job0");
  }
}
