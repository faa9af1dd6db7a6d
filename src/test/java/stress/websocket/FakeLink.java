package stress.websocket;

import java.util.ArrayList;
import java.util.List;
import stress.transport.SocketLink;

/** Keeps what is sent. */
final class FakeLink implements SocketLink {
  final List<byte[]> sent = new ArrayList<>();

  @Override
  public void text(byte[] utf8) {
    sent.add(utf8);
  }

  @Override
  public void binary(byte[] bytes) {
    sent.add(bytes);
  }

  @Override
  public void ping(byte[] payload) {}

  @Override
  public void close(int code, String reason) {}

  @Override
  public void drop() {}

  @Override
  public boolean writable() {
    return true;
  }
}
