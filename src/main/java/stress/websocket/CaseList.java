package stress.websocket;

import java.util.List;
import java.util.function.UnaryOperator;

/** The cases there are, with where their expectation comes from. */
final class CaseList {
  /** How many bytes of the announced frame are sent. */
  private static final int SOME_OF_IT = 4096;

  private CaseList() {}

  /** What is asked for does not exist, or nothing is asked for. */
  static List<ErrorCase> opening() {
    return List.of(
        new ErrorCase(
            "unknown-job",
            "asked for a job that there is not",
            "is refused with 4xx, told that there is no such job, or closed",
            CaseSubscribing::unknown),
        new ErrorCase(
            "unknown-path",
            "asked for a path that there is not",
            "is refused with 4xx at the upgrade",
            new CaseUpgrade(
                (room, request) -> request.at(room.tools().base().path() + "/stress/no-such-path"),
                CaseWords::isRefusal)),
        new ErrorCase(
            "rapid-connect",
            "connected and disconnected ten times in a row",
            "opens each time, and serves the next connection",
            CaseConnections::rapid),
        new ErrorCase(
            "connect-timeout",
            "connected and sent nothing",
            "is closed in time",
            CaseConnections::idle),
        new ErrorCase(
            "half-handshake",
            "cut the connection in the middle of its request",
            "goes on serving others",
            CaseConnections::halfHandshake));
  }

  /** Handshakes that a server must refuse: RFC 6455 section 4.2. */
  static List<ErrorCase> handshakes() {
    return List.of(
        // 4.2.1: a request without the key gets "an HTTP response with an appropriate error code".
        upgrade(
            "missing-key",
            "asked for an upgrade without Sec-WebSocket-Key",
            "is refused with 4xx",
            request -> request.without("Sec-WebSocket-Key")),
        // 4.4: an unknown version gets 426 and the versions that the server speaks; 4.2.2 says
        // "an appropriate HTTP error code (such as 426 Upgrade Required)".
        upgrade(
            "wrong-version",
            "asked for version 12 of the protocol",
            "is refused with 426, or another 4xx",
            request -> request.with("Sec-WebSocket-Version", "12")),
        // Not an upgrade at all (RFC 9110 section 9.3.1): what an API answers to a plain GET on the
        // path of its socket is its own business, as long as it is neither 101 nor a fault.
        new ErrorCase(
            "missing-upgrade",
            "sent a plain GET to where the socket is",
            "is answered as HTTP, not with 101 or 5xx",
            new CaseUpgrade(
                (room, request) ->
                    request.without(
                        "Upgrade",
                        "Connection",
                        "Sec-WebSocket-Key",
                        "Sec-WebSocket-Version",
                        "Sec-WebSocket-Protocol"),
                status -> status >= 200 && status < 500)));
  }

  private static ErrorCase upgrade(
      String id, String title, String expected, UnaryOperator<RawHandshake> change) {
    return new ErrorCase(
        id,
        title,
        expected,
        new CaseUpgrade((room, request) -> change.apply(request), CaseWords::isRefusal));
  }

  /** Frames that a server must fail the connection for. */
  static List<ErrorCase> frames() {
    byte[] some = {'s', 't', 'r', 'e', 's', 's'};
    return List.of(
        // RFC 6455 section 5.1: "MUST close", "MAY send a Close frame with a status code of 1002".
        violation(
            "unmasked-frame",
            "sent a frame without a mask",
            "is closed, with 1002 or no code",
            RawFrame.text("stress").unmasked(),
            1002),
        // Section 5.2: an unknown opcode "MUST _Fail the WebSocket Connection_".
        violation(
            "reserved-opcode",
            "sent a frame with the reserved opcode 3",
            "is closed, with 1002 or no code",
            new RawFrame(true, 0, 3, some).masked(),
            1002),
        // Section 5.2: RSV bits that no extension gave a meaning, likewise.
        violation(
            "reserved-bits",
            "sent a frame with a reserved bit, no extension agreed on",
            "is closed, with 1002 or no code",
            new RawFrame(true, 4, RawFrame.TEXT, some).masked(),
            1002),
        // Section 5.5: control frames "MUST NOT be fragmented".
        violation(
            "fragmented-control",
            "sent a ping as a fragment",
            "is closed, with 1002 or no code",
            new RawFrame(false, 0, RawFrame.PING, some).masked(),
            1002),
        // Section 8.1: text that is not UTF-8, likewise; 7.4.1: 1007.
        violation(
            "invalid-utf8",
            "sent a text that is not UTF-8",
            "is closed, with 1007 or no code",
            new RawFrame(true, 0, RawFrame.TEXT, new byte[] {'o', 'k', (byte) 0xc3, '('}).masked(),
            1007),
        // Section 10.4 lets a server limit what it takes; 7.4.1: 1009. Waiting for the rest is no
        // violation, so an open connection is no reaction, and no ping can follow.
        new ErrorCase(
            "oversized-frame",
            "announced a frame of 1 TiB",
            "is closed, best with 1009",
            new CaseViolation(
                new RawFrame(true, 0, RawFrame.BINARY, new byte[SOME_OF_IT]).announcing(1L << 40),
                code -> true,
                false)),
        // Section 7.4.1: 1005 "MUST NOT be set as a status code in a Close control frame".
        violation(
            "bad-close-code",
            "closed with 1005 on the wire, which must not be sent",
            "is closed, with 1002 or no code",
            RawFrame.close(1005).masked(),
            1002));
  }

  private static ErrorCase violation(
      String id, String title, String expected, byte[] bytes, int code) {
    return new ErrorCase(
        id, title, expected, new CaseViolation(bytes, CaseViolation.codes(code), true));
  }

  /** Clients that are slow, silent, late or many. */
  static List<ErrorCase> company() {
    return List.of(
        new ErrorCase(
            "half-open",
            "opened a socket, then neither read nor answered",
            "goes on serving others",
            CaseConnections::halfOpen),
        new ErrorCase(
            "slow-reader",
            "read a few bytes a second while another client pinged",
            "answers the other within 3 times the time before, or 50 ms more",
            new CaseSlowReader()),
        new ErrorCase(
            "after-end",
            "subscribed to a job after its end",
            "is told the end again, closed, or refused as not found",
            CaseSubscribing::afterEnd),
        new ErrorCase(
            "hundred-on-one",
            "opened a hundred sockets on one job",
            "opens all, and tells all the same end",
            new CaseHundred()));
  }
}
