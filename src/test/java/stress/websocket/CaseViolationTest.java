package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static stress.measure.CaseResult.Verdict.AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NOT_APPLICABLE;
import static stress.measure.CaseResult.Verdict.NOT_AS_EXPECTED;
import static stress.measure.CaseResult.Verdict.NO_REACTION;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stress.measure.CaseResult;
import stress.transport.FakeWires;

/** Frames that a server must fail the connection for, against scripted reactions. */
final class CaseViolationTest {
  private final CaseBench bench = new CaseBench();

  private static byte[] close(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = Arrays.copyOf(RawFrame.close(code).payload(), 2 + words.length);
    System.arraycopy(words, 0, payload, 2, words.length);
    return new RawFrame(true, 0, RawFrame.CLOSE, payload).unmasked();
  }

  /** After the handshake and the first message, the reaction follows what is written next. */
  private CaseResult run(String id, java.util.function.Consumer<FakeWires.Wire> reaction) {
    int[] writes = {0};
    bench.wires =
        CaseBench.wire(
            (wire, bytes) -> {
              writes[0]++;
              if (writes[0] == 1) {
                wire.text(CaseBench.UPGRADED);
              } else if (writes[0] == 3) {
                bench.later(Duration.ofMillis(20), () -> reaction.accept(wire));
              }
            });
    return bench.run(id);
  }

  private static void is(CaseResult result, CaseResult.Verdict verdict, String reaction) {
    assertThat(result.reaction()).isEqualTo(reaction);
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "unmasked-frame, 1002, 8106737472657373",
    "reserved-opcode, 1002, 838637fa213d448e53584489",
    "reserved-bits, 1002, c18637fa213d448e53584489",
    "fragmented-control, 1002, 098637fa213d448e53584489",
    "invalid-utf8, 1007, 818437fa213d5891e215",
    "bad-close-code, 1002, 888237fa213d3417"
  })
  void mustBeClosedWithItsCodeOrNone(String id, int code, String bytes) {
    CaseResult right = run(id, wire -> wire.bytes(close(code, "wrong")));
    is(right, AS_EXPECTED, "closed with " + code + " 'wrong' after 20 ms");
    assertThat(right.nanos()).isEqualTo(20_000_000);
    byte[] written = bench.fakeWires.wires().get(0).written();
    String hex = HexFormat.of().formatHex(written);
    String hello = HexFormat.of().formatHex(RawFrame.text("hello").masked());
    assertThat(hex).endsWith(hello + bytes.replace(" ", ""));
    is(
        run(id, wire -> wire.bytes(new byte[] {(byte) 0x88, 0})),
        AS_EXPECTED,
        "closed without a code after 20 ms");
    is(
        run(id, wire -> wire.ended(false)),
        AS_EXPECTED,
        "closed the connection without a close frame after 20 ms");
    is(
        run(id, wire -> wire.ended(true)),
        AS_EXPECTED,
        "reset the connection without a close frame after 20 ms");
    is(
        run(id, wire -> wire.bytes(close(1011, ""))),
        NOT_AS_EXPECTED,
        "closed with 1011 after 20 ms");
    is(
        run(id, wire -> wire.bytes(close(1000, ""))),
        NOT_AS_EXPECTED,
        "closed with 1000 after 20 ms");
  }

  @Test
  void whoStillAnswersAPingTookIt() {
    bench.wires =
        bench.upgrading(
            (wire, frame) -> {
              if (frame.opcode() == RawFrame.PING && frame.fin()) {
                wire.bytes(new RawFrame(true, 0, RawFrame.PONG, frame.payload()).unmasked());
              }
            });
    for (String id : new String[] {"reserved-opcode", "fragmented-control", "bad-close-code"}) {
      CaseResult result = bench.run(id);
      is(result, NOT_AS_EXPECTED, "took it, and answered a ping after it");
      assertThat(result.nanos()).isEqualTo(100_000_000L);
    }
  }

  @Test
  void whoGoesOnWithMessagesTookItToo() {
    CaseResult result =
        run(
            "reserved-bits",
            wire ->
                bench.later(
                    Duration.ofSeconds(3),
                    () -> wire.bytes(RawFrame.text("{\"status\":\"running\"}").unmasked())));
    is(result, NOT_AS_EXPECTED, "took it, and went on with messages");
  }

  @Test
  void silenceIsNoReaction() {
    CaseResult result =
        run("unmasked-frame", wire -> wire.bytes(RawFrame.text("early").unmasked()));
    is(result, NO_REACTION, "left the connection open for 5.0 s");
    assertThat(result.nanos()).isEqualTo(5_000_000_000L);
  }

  @Test
  void aCloseBecauseTheJobEndedIsNoReaction() {
    CaseResult result =
        run(
            "unmasked-frame",
            wire -> {
              wire.bytes(RawFrame.text("{\"status\":\"done\"}").unmasked());
              wire.bytes(close(1000, "done"));
            });
    is(
        result,
        NO_REACTION,
        "closed with 1000 'done' after 20 ms, as it does when the job has ended");
  }

  @Test
  void anAnnouncedTebibyteIsClosedWithAnyCodeOrAwaited() {
    is(
        run("oversized-frame", wire -> wire.bytes(close(1009, ""))),
        AS_EXPECTED,
        "closed with 1009 after 20 ms");
    assertThat(HexFormat.of().formatHex(bench.fakeWires.wires().get(0).written()))
        .contains("82ff000001000000000037fa213d37fa213d");
    is(
        run("oversized-frame", wire -> wire.bytes(close(1008, ""))),
        AS_EXPECTED,
        "closed with 1008 after 20 ms");
    CaseResult waiting =
        run(
            "oversized-frame",
            wire ->
                bench.later(
                    Duration.ofSeconds(3), () -> wire.bytes(RawFrame.text("on").unmasked())));
    is(waiting, NO_REACTION, "left the connection open for 5.0 s");
  }

  @Test
  void bytesThatAreNoFramesAreNotAsExpectedOnlyWhenTheConnectionStands() {
    is(
        run("unmasked-frame", wire -> wire.text("HTTP/1.1 400 Bad Request\r\n\r\n")),
        NO_REACTION,
        "left the connection open for 5.0 s");
  }

  @Test
  void aSocketThatDoesNotOpenMakesTheCaseImpossible() {
    bench.wires = bench.answering("HTTP/1.1 403 Forbidden\r\n\r\n");
    is(
        bench.run("unmasked-frame"),
        NOT_APPLICABLE,
        "could not be carried out: the target refused with HTTP 403");
  }

  @Test
  void framesThatCameWithTheUpgradeAreRead() {
    bench.wires =
        CaseBench.wire(
            (wire, bytes) -> {
              if (bytes[0] == 'G') {
                byte[] head = CaseBench.UPGRADED.getBytes(StandardCharsets.ISO_8859_1);
                byte[] frame = close(1002, "");
                byte[] both = Arrays.copyOf(head, head.length + frame.length);
                System.arraycopy(frame, 0, both, head.length, frame.length);
                wire.bytes(Arrays.copyOfRange(both, 0, 10));
                wire.bytes(Arrays.copyOfRange(both, 10, both.length));
              }
            });
    is(bench.run("unmasked-frame"), AS_EXPECTED, "closed with 1002 after 0.0 ms");
  }
}
