package stress.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stress.measure.ErrorKind;

class FailureKindsTest {
  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new UnknownHostException("nohost"), ErrorKind.DNS),
        Arguments.of(new ConnectTimeoutException("timed out"), ErrorKind.CONNECT_TIMEOUT),
        Arguments.of(new ConnectException("Connection timed out"), ErrorKind.CONNECT_TIMEOUT),
        Arguments.of(new ConnectException("Connection refused"), ErrorKind.CONNECTION_REFUSED),
        Arguments.of(new ConnectException("Network is unreachable"), ErrorKind.OTHER),
        Arguments.of(new NoRouteToHostException("No route to host"), ErrorKind.OTHER),
        Arguments.of(new SSLHandshakeException("Connection closed"), ErrorKind.TLS),
        Arguments.of(new SSLException("bad record"), ErrorKind.TLS),
        Arguments.of(new TimeoutException("waited"), ErrorKind.REQUEST_TIMEOUT),
        Arguments.of(new SocketException("Connection reset"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new IOException("Connection reset by peer"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new IOException("Broken pipe"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new ClosedChannelException(), ErrorKind.CONNECTION_LOST),
        // Of an established connection whose other side fell silent, not of connecting.
        Arguments.of(new IOException("Connection timed out"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new HttpClosedException("Connection was closed"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new VertxException("Connection was closed"), ErrorKind.CONNECTION_LOST),
        Arguments.of(new SocketException("Too many open files"), ErrorKind.DESCRIPTORS),
        Arguments.of(new BindException("Address already in use"), ErrorKind.PORTS),
        Arguments.of(new ConnectException("Cannot assign requested address"), ErrorKind.PORTS),
        // As Netty gives them when the system has nothing left.
        Arguments.of(
            new ChannelException(
                "Failed to open a socket.", new SocketException("Too many open files")),
            ErrorKind.DESCRIPTORS),
        Arguments.of(
            new SocketException("Cannot assign requested address: /127.0.0.1:80"), ErrorKind.PORTS),
        Arguments.of(new IllegalStateException("the pool is closed"), ErrorKind.OTHER),
        Arguments.of(new IOException((String) null), ErrorKind.OTHER));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFailureIsTold(Throwable failure, ErrorKind kind) {
    assertThat(FailureKinds.of(failure)).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFailureIsToldThroughWhatWrapsIt(Throwable failure, ErrorKind kind) {
    assertThat(FailureKinds.of(new RuntimeException("failed", new RuntimeException(failure))))
        .isEqualTo(kind);
  }

  @Test
  void aKindThatSaysAllHasNoDetail() {
    assertThat(
            FailureKinds.detail(
                new ConnectException("Connection refused: h/127.0.0.1:8000"),
                ErrorKind.CONNECTION_REFUSED))
        .isEmpty();
  }

  @Test
  void theDetailIsTheRootCauseWithoutAddresses() {
    IOException root = new IOException("strange at host.local/127.0.0.1:51342 today");

    assertThat(FailureKinds.detail(new RuntimeException("outer", root), ErrorKind.OTHER))
        .isEqualTo("IOException: strange at … today");
    assertThat(
            FailureKinds.detail(
                new ConnectException("Network is unreachable: h/[::1]:8000"), ErrorKind.OTHER))
        .isEqualTo("ConnectException: Network is unreachable: …");
    assertThat(FailureKinds.detail(new UnknownHostException("nohost"), ErrorKind.DNS))
        .isEqualTo("nohost");
    assertThat(FailureKinds.detail(new SSLException((String) null), ErrorKind.TLS))
        .isEqualTo("SSLException: ");
  }
}
