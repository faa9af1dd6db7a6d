package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.websocket.SocketBench.load;
import static stress.websocket.SocketBench.sending;
import static stress.websocket.SocketBench.text;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import stress.load.Rate;
import stress.measure.Counter;
import stress.measure.Distribution;
import stress.measure.Interval;
import stress.measure.Series;
import stress.measure.Spread;
import stress.transport.FakeSockets;

/** Marked messages and their answers. */
class EchoesTest {
  private static final long MILLI = 1_000_000;
  private static final Messages MARKS = new Messages(MessageSource.mark(false), "r1", 0);

  private static SocketLoad closed(int connections, long thinkMillis) {
    return sending(
        load(connections),
        new Sending(MARKS, new SendPace.Closed(Duration.ofMillis(thinkMillis)), 1));
  }

  private static SocketLoad open(int connections, String rate, int mostWaiting) {
    return sending(
        load(connections), new Sending(MARKS, new SendPace.Open(Rate.parse(rate)), mostWaiting));
  }

  /** Answers each message after so long. */
  private static SocketBench echoing(long millis) {
    SocketBench[] bench = new SocketBench[1];
    bench[0] =
        SocketBench.withoutJobs(
            line -> {
              line.onSent(
                  bytes ->
                      bench[0].time.at(
                          bench[0].time.nanos() + millis * MILLI, () -> line.message(true, bytes)));
              line.opened();
            });
    return bench[0];
  }

  private static List<String> sent(FakeSockets.Line line) {
    return line.sent().stream().map(SocketBench::text).toList();
  }

  @Test
  void inAClosedLoopTheNextMessageFollowsTheAnswer() {
    SocketBench bench = echoing(10).begin(closed(1, 0)).pass(35);

    assertThat(sent(bench.line(0)))
        .containsExactly("mark.r1:0:0:0;", "mark.r1:0:1:0;", "mark.r1:0:2:0;", "mark.r1:0:3:0;");
    Interval all = bench.flip();
    assertThat(all.of(Series.ECHO_SERVICE))
        .isEqualTo(Distribution.of(10 * MILLI, 10 * MILLI, 10 * MILLI));
    assertThat(all.of(Series.ECHO_RESPONSE).count()).isZero();
    assertThat(
            bench.counted(
                Counter.MESSAGES_OUT, Counter.BYTES_OUT, Counter.ECHOES, Counter.ECHOES_UNKNOWN))
        .containsExactly(4, 4 * 14, 3, 0);
  }

  @Test
  void thinkTimePassesBetweenAnswerAndNextMessage() {
    SocketBench bench = echoing(10).begin(closed(1, 5)).pass(44);

    assertThat(bench.counted(Counter.MESSAGES_OUT)).isEqualTo(3);
    bench.pass(1);
    assertThat(bench.counted(Counter.MESSAGES_OUT)).isEqualTo(4);
  }

  @Test
  void messagesGoAsTextOrBinaryAndArePadded() {
    Messages messages = new Messages(MessageSource.text("{\"m\":\"{mark}\"}", false), "r1", 30);
    SocketBench bench =
        echoing(10)
            .begin(
                sending(
                    load(1), new Sending(messages, new SendPace.Closed(Duration.ofSeconds(9)), 1)));

    assertThat(sent(bench.line(0))).containsExactly("{\"m\":\"mark.r1:0:0:0;\"}        ");
    assertThat(bench.counted(Counter.BYTES_OUT)).isEqualTo(30);
  }

  @Test
  void atAnOpenRateMessagesFollowTheirScheduleWithAPhaseForEachConnection() {
    SocketBench bench = echoing(250).begin(open(2, "10/s", 1_000)).pass(1_000);

    // the first connection at 0, 100, … 1000; the second from 61.8 ms on
    assertThat(bench.line(0).sent()).hasSize(11);
    assertThat(bench.line(1).sent()).hasSize(10);
    Interval all = bench.flip();
    assertThat(all.of(Series.ECHO_SERVICE).min()).isEqualTo(all.of(Series.ECHO_RESPONSE).min());
    assertThat(all.of(Series.ECHO_RESPONSE).count()).isEqualTo(15);
  }

  @Test
  void theSecondConnectionsPhaseIsTheGoldenOne() {
    SocketBench bench = echoing(250).begin(open(2, "10/s", 1_000));
    bench.time.advance(Duration.ofNanos(61_803_397));
    assertThat(bench.line(1).sent()).isEmpty();
    bench.time.advance(Duration.ofNanos(2));
    assertThat(bench.line(1).sent()).hasSize(1);
  }

  @Test
  void aLateWakeUpSendsAtOnceAndKeepsTheIntendedInstant() {
    SocketBench bench = echoing(10).begin(open(1, "10/s", 1_000));
    bench.pass(50);
    bench.time.stall(Duration.ofMillis(200)); // due at 100 and 200, sent at 250
    bench.pass(20);

    assertThat(bench.line(0).sent()).hasSize(3);
    Interval all = bench.flip();
    assertThat(all.of(Series.ECHO_SERVICE))
        .isEqualTo(Distribution.of(10 * MILLI, 10 * MILLI, 10 * MILLI));
    assertThat(all.of(Series.ECHO_RESPONSE))
        .isEqualTo(Distribution.of(10 * MILLI, 160 * MILLI, 60 * MILLI));
  }

  @Test
  void aRateWithoutARoundPeriodIsKeptExactly() {
    SocketBench bench = echoing(1).begin(open(1, "7/m", 1_000)).pass(10_000);

    // at 0 s and 8.571428571 s
    assertThat(bench.counted(Counter.MESSAGES_OUT)).isEqualTo(2);
    SocketBench fast = echoing(1).begin(open(1, "300/s", 1_000)).pass(9_999);
    assertThat(fast.counted(Counter.MESSAGES_OUT)).isEqualTo(3_000);
  }

  @Test
  void whatIsDueWhileTooManyWaitIsNotSent() {
    SocketBench bench =
        SocketBench.withoutJobs(FakeSockets.Line::opened).begin(open(1, "10/s", 5)).pass(950);

    assertThat(bench.counted(Counter.MESSAGES_OUT, Counter.MESSAGES_UNSENT)).containsExactly(5, 5);
    bench.line(0).message(true, bench.line(0).sent().get(3)); // out of order
    bench.pass(50);
    assertThat(text(bench.line(0).sent().get(5))).isEqualTo("mark.r1:0:5:3;");
    bench.pass(10_000);
    bench.line(0).closed(1000, "");
    assertThat(bench.counted(Counter.ECHOES, Counter.ECHOES_UNANSWERED)).containsExactly(1, 5);
    assertThat(bench.pipeline.facts().messagesOut()).contains(new Spread(1, 6, 6, 6));
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void duplicatesAndForeignMarksAreNobodysAndOtherTextIsNoAnswer() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(closed(2, 1_000));
    bench.line(0).message("welcome");
    bench.line(0).message("mark.r1:1:0:0;");
    bench.line(0).message("mark.r1:0:0:0;");
    bench.line(0).message("mark.r1:0:0:0;");
    bench.line(0).message("mark.r1:0:9:0;");
    bench.line(0).message("mark.r1:0:0:77;");

    assertThat(bench.counted(Counter.ECHOES, Counter.ECHOES_UNKNOWN)).containsExactly(1, 4);
  }

  @Test
  void nothingIsSentAfterTheHoldAndLateAnswersStillCount() {
    SocketBench bench = SocketBench.withoutJobs(FakeSockets.Line::opened).begin(closed(1, 5));
    bench.pass(10_000);
    bench.line(0).message("mark.r1:0:0:0;");
    bench.pass(2);
    bench.line(0).closed(1000, "");

    assertThat(bench.counted(Counter.MESSAGES_OUT, Counter.ECHOES, Counter.ECHOES_UNANSWERED))
        .containsExactly(1, 1, 0);
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void givingUpLeavesWhatWaitsUnanswered() {
    SocketBench bench =
        SocketBench.withoutJobs(FakeSockets.Line::opened).begin(open(2, "10/s", 100)).pass(290);
    bench.running.cancel();

    assertThat(bench.counted(Counter.MESSAGES_OUT, Counter.ECHOES_UNANSWERED))
        .containsExactly(6, 6);
    assertThat(bench.leftovers()).isEqualTo("0 calls, 0 sockets, 0 timers");
  }

  @Test
  void placesAreUsedAgainAndGrowUpToTheBound() {
    WaitingMessages waiting = new WaitingMessages(6);
    for (int i = 0; i < 6; i++) {
      assertThat(waiting.isFull()).isFalse();
      assertThat(waiting.add(i, 10 + i, 20 + i)).isEqualTo(i);
    }
    assertThat(waiting.isFull()).isTrue();
    assertThat(waiting.holds(5, 5)).isTrue();
    assertThat(waiting.holds(4, 5)).isFalse();
    assertThat(waiting.intended(4)).isEqualTo(14);
    assertThat(waiting.sent(4)).isEqualTo(24);
    waiting.remove(4);
    assertThat(waiting.holds(4, 4)).isFalse();
    assertThat(waiting.size()).isEqualTo(5);
    assertThat(waiting.add(9, 0, 0)).isEqualTo(4);
  }
}
