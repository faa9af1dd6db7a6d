package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;
import static stress.websocket.SocketBench.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.CloseEntry;
import stress.measure.Closer;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Identity;
import stress.measure.IdentityFinding;
import stress.measure.Interval;
import stress.measure.Phase;
import stress.measure.Series;
import stress.measure.Window;
import stress.transport.FakeSockets;
import stress.transport.SocketEvent;

/** How opened connections end, and what follows. */
class SocketEndTest {
  private static final long MILLI = 1_000_000;
  private static final Counter[] ENDS = {
    Counter.CONNECTIONS_TRIED,
    Counter.CONNECTIONS_ENDED,
    Counter.CONNECTIONS_LOST,
    Counter.CONNECTIONS_CLOSED_BY_US,
    Counter.CONNECTIONS_RENEWED
  };

  private static SocketBench watching(SocketLoad load) {
    SocketBench bench = SocketBench.withJobs(FakeSockets.Line::opened).begin(load);
    return bench.pass(20);
  }

  private static SocketLoad stopping(int connections) {
    return with(load(connections), OnEnd.STOP);
  }

  @Test
  void aJobsEndIsTheNormalEndAndARenewalFollowsAtOnce() {
    SocketBench bench = watching(load(1));
    bench.pass(100);
    bench.line(0).message("{\"status\":\"done\"}");
    bench.pass(10);
    bench.line(0).closed(1000, "bye");
    assertThat(bench.pipeline.opening()).isEqualTo(1);
    bench.pass(20);

    assertThat(bench.counted(ENDS)).containsExactly(2, 1, 0, 0, 1);
    assertThat(bench.http.lines())
        .filteredOn(line -> line.startsWith("POST"))
        .containsExactly("POST /submit/0", "POST /submit/1");
    assertThat(bench.line(1).call().url()).isEqualTo("ws://h:1/jobs/j1/events");
    assertThat(bench.pipeline.open()).isEqualTo(1);
    assertThat(bench.pipeline.left()).extracting(job -> job.id()).containsExactly("j1");
    assertThat(bench.line(0).closes()).isEmpty();
    assertThat(bench.ledger.errors().entries()).isEmpty();
    assertThat(bench.flip().of(Series.HANDSHAKE).count()).isEqualTo(2);
    assertThat(bench.pipeline.starts().orElseThrow().nanos()).isZero();
  }

  @Test
  void aRenewalWasDueByNoSchedule() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(2), 10);
    bench.pass(500);
    bench.line(0).closed(1000, "");

    Interval all = bench.flip();
    assertThat(all.of(Series.HANDSHAKE).count()).isEqualTo(3);
    assertThat(all.of(Series.CONNECT_RESPONSE).count()).isEqualTo(2);
    assertThat(bench.pipeline.starts()).contains(new Window(0, 100 * MILLI));
  }

  @Test
  void aTargetThatDoesNotCloseAfterTheEndIsClosedByUs() {
    SocketBench bench = watching(stopping(1));
    bench.line(0).message("{\"status\":\"failed\"}");
    bench.pass(100);
    bench.line(0).message("{\"status\":\"failed\"}");
    bench.line(0).message("{\"status\":\"failed\"}");
    bench.pass(399);
    assertThat(bench.line(0).closes()).isEmpty();
    bench.pass(1);
    assertThat(bench.line(0).closes()).containsExactly(1000);
    bench.pass(7);
    bench.line(0).closed(Closer.US, 1000, "");

    assertThat(bench.counted(Counter.AFTER_END)).isEqualTo(2);
    assertThat(bench.counted(Counter.PARSED)).isEqualTo(1);
    assertThat(bench.counted(ENDS)).containsExactly(1, 1, 0, 0, 0);
    assertThat(bench.samples(Series.CLOSING)).isEqualTo(Distribution.of(7 * MILLI));
    assertThat(bench.completed).isTrue();
    assertThat(bench.pipeline.left()).isEmpty();
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void aCloseThatTheTargetDoesNotAnswerIsCountedAndHasNoDuration() {
    SocketBench bench = watching(load(1));
    bench.pass(10_000);
    bench
        .line(0)
        .closed(
            new SocketEvent.Closed(
                Closer.US, 1000, "", "no answer to our close", bench.time.nanos()));

    assertThat(bench.counted(Counter.CLOSES_UNANSWERED)).isEqualTo(1);
    assertThat(bench.counted(ENDS)).containsExactly(1, 0, 0, 1, 0);
    assertThat(bench.samples(Series.CLOSING).count()).isZero();
  }

  @Test
  void stopMeansThatTheRunIsOverWhenAllHaveEnded() {
    SocketBench bench = watching(stopping(2));
    bench.line(0).message("{\"status\":\"done\"}");
    bench.line(0).closed(1000, "");
    assertThat(bench.completed).isFalse();
    bench.line(1).message("{\"status\":\"done\"}");
    bench.line(1).closed(1000, "");

    assertThat(bench.completed).isTrue();
    assertThat(bench.counted(ENDS)).containsExactly(2, 2, 0, 0, 0);
    bench.pass(20);
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @ParameterizedTest
  @CsvSource({
    "TARGET, 1000, SOCKET_CLOSED, 1",
    "TARGET, 1011, SOCKET_CLOSED, 1",
    "TARGET, 1005, SOCKET_CLOSED, 1",
    "NETWORK, 1006, SOCKET_CLOSED, 0",
    "US, 1009, MESSAGE_TOO_LARGE, 0",
    "US, 1002, PROTOCOL_ERROR, 0",
    "US, 1007, PROTOCOL_ERROR, 0",
    "TARGET, 1009, SOCKET_CLOSED, 1"
  })
  void withoutATerminalStatusAJobsSocketIsLostAndNotRenewed(
      Closer by, int code, ErrorKind kind, int early) {
    SocketBench bench = watching(load(1));
    bench.line(0).message("{\"status\":\"running\"}");
    bench.line(0).closed(by, code, "why");

    assertThat(bench.counted(ENDS)).containsExactly(1, 0, 1, 0, 0);
    assertThat(bench.error()).isEqualTo(ErrorSignature.of(Phase.SOCKET, kind, code, "why"));
    assertThat(bench.ledger.errors().entries().get(0).sample()).isEqualTo("j0");
    assertThat(bench.samples(Series.CLOSING).count()).isZero();
    assertThat(bench.ledger.identity().findings())
        .isEqualTo(
            early == 0
                ? List.of()
                : List.of(new IdentityFinding(Identity.ENDED_EARLY, 1, List.of("j0"))));
    assertThat(bench.pipeline.facts().closes()).containsExactly(new CloseEntry(by, code, "why", 1));
    assertThat(bench.pipeline.left()).extracting(job -> job.id()).containsExactly("j0");
    assertThat(bench.completed).isTrue();
  }

  @Test
  void withoutJobsTheTargetsNormalCloseIsANormalEnd() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(load(2));
    bench.line(0).closed(1000, "");
    bench.line(1).closed(1001, "");

    assertThat(bench.counted(ENDS)).containsExactly(3, 1, 1, 0, 1);
    assertThat(bench.ledger.identity().findings()).isEmpty();
    assertThat(bench.pipeline.open()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"NONE, 1000, 1, 0", "NONE, 1001, 0, 1", "SAMPLE, 1000, 1, 0", "ALL, 1000, 0, 1"})
  void whereNotAllIsReadTheTargetsNormalCloseIsTheEndOfAJob(
      Parsing parsing, int code, int ended, int lost) {
    SocketBench bench = watching(with(stopping(1), parsing));
    bench.line(0).message("{\"status\":\"running\"}");
    bench.line(0).closed(code, "");

    assertThat(bench.counted(ENDS)).containsExactly(1, ended, lost, 0, 0);
    assertThat(bench.pipeline.left()).hasSize(lost);
  }

  @Test
  void whoeverIsFasterAtTheEndOfTheHoldNothingIsLostOrRenewed() {
    SocketBench bench = watching(load(3));
    bench.pass(10_000);
    bench.line(0).closed(1000, "");
    bench.line(1).closed(Closer.NETWORK, 1006, "");
    bench.line(2).message("{\"status\":\"done\"}");
    bench.line(2).closed(Closer.US, 1000, "");

    assertThat(bench.counted(ENDS)).containsExactly(3, 1, 0, 2, 0);
    assertThat(bench.completed).isTrue();
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void theMomentOfGraceEndsWithTheHold() {
    SocketBench bench = watching(load(1));
    bench.pass(9_900);
    bench.line(0).message("{\"status\":\"done\"}");
    bench.pass(100);
    assertThat(bench.line(0).closes()).containsExactly(1000);
    bench.line(0).closed(Closer.US, 1000, "");

    assertThat(bench.counted(ENDS)).containsExactly(1, 1, 0, 0, 0);
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void whatIsBeingClosedIsNotClosedAgain() {
    SocketBench bench = watching(load(1));
    bench.pass(9_380);
    bench.line(0).message("{\"status\":\"done\"}"); // at 9.4 s; closed by us at 9.9 s
    bench.pass(700);
    assertThat(bench.line(0).closes()).containsExactly(1000);
    bench.line(0).closed(Closer.US, 1000, "");

    assertThat(bench.samples(Series.CLOSING)).isEqualTo(Distribution.of(200 * MILLI));
    assertThat(bench.counted(ENDS)).containsExactly(1, 1, 0, 0, 0);
  }

  @Test
  void givingUpAfterAJobsEndIsANormalEnd() {
    SocketBench bench = watching(load(2));
    bench.line(0).message("{\"status\":\"done\"}");
    bench.running.cancel();

    assertThat(bench.counted(ENDS)).containsExactly(2, 1, 0, 1, 0);
    assertThat(bench.pipeline.left()).extracting(job -> job.id()).containsExactly("j1");
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void theTableOfClosesIsBounded() {
    CloseTable table = new CloseTable();
    for (int i = 0; i < CloseTable.MOST + 10; i++) {
      table.add(Closer.TARGET, 4000, "reason " + i);
    }
    table.add(Closer.TARGET, 4000, "reason 0");

    assertThat(table.entries()).hasSize(CloseTable.MOST + 1);
    assertThat(table.entries().subList(0, 2))
        .containsExactly(
            new CloseEntry(Closer.TARGET, 4000, CloseTable.OTHERS, 10),
            new CloseEntry(Closer.TARGET, 4000, "reason 0", 2));
  }

  @Test
  void errorsAreToldOnceEach() {
    SocketBench bench = watching(load(2));
    bench.line(0).closed(1011, "");
    bench.line(1).closed(1011, "");

    assertThat(bench.ledger.errors().entries()).extracting(ErrorEntry::count).containsExactly(2L);
  }
}
