package stress.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WebSocket server on loopback in which a test decides about every byte: each connection runs the
 * test's script on a thread of its own.
 */
final class RawSocketServer implements AutoCloseable {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FINAL = 0x80;

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: *(\\S+)");

  /** What a server does with a connection. */
  interface Script {
    void run(Peer peer) throws Exception;
  }

  /** A frame that the client sent. */
  record Frame(boolean last, int opcode, boolean masked, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private volatile boolean over;
  private final ServerSocket listening;
  private final Script script;
  private final List<Socket> accepted = new CopyOnWriteArrayList<>();

  RawSocketServer(Script script) throws IOException {
    this(new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1")), script);
  }

  RawSocketServer(ServerSocket listening, Script script) {
    this.listening = listening;
    this.script = script;
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  String url(String tail) {
    return "ws://127.0.0.1:" + port() + tail;
  }

  int connections() {
    return accepted.size();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        accepted.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException over) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      script.run(new Peer(socket));
    } catch (Exception | AssertionError failure) {
      if (!over) { // what the end of the test cuts off is no failure
        failures.add(failure);
      }
    }
  }

  @Override
  public void close() throws IOException {
    over = true;
    listening.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  /** The server's end of one connection. */
  final class Peer {
    final Socket socket;
    private final DataInputStream in;

    Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
    }

    /** Reads the head of a request. */
    String request() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
        head.write(in.readUnsignedByte());
      }
      String text = head.toString(StandardCharsets.UTF_8);
      requests.add(text);
      return text;
    }

    /** A 101 that belongs to the request, with further header lines. */
    String switching(String request, String... more) throws Exception {
      Matcher key = KEY.matcher(request);
      if (!key.find()) {
        throw new IOException("no key in " + request);
      }
      byte[] seed = (key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII);
      String accept =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(seed));
      return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + ("Sec-WebSocket-Accept: " + accept + "\r\n")
          + String.join("", List.of(more).stream().map(line -> line + "\r\n").toList())
          + "\r\n";
    }

    /** Reads the request and answers 101. */
    String upgrade(String... more) throws Exception {
      String request = request();
      write(switching(request, more));
      return request;
    }

    void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    void frame(int first, byte[] payload) throws IOException {
      write(RawSocketServer.frame(first, payload));
    }

    void text(String text) throws IOException {
      frame(FINAL | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void close(int code, String reason) throws IOException {
      frame(FINAL | CLOSE, closing(code, reason));
    }

    /** Reads the next frame of the client, unmasked. */
    Frame read() throws IOException {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      long length = second & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      } else if (length == 127) {
        length = in.readLong();
      }
      boolean masked = (second & 0x80) != 0;
      byte[] mask = masked ? in.readNBytes(4) : new byte[4];
      byte[] payload = in.readNBytes((int) length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return new Frame((first & FINAL) != 0, first & 0x0f, masked, payload);
    }

    /** Reads until the client's end; whether that was a FIN and no reset. */
    boolean awaitEnd() {
      try {
        while (true) {
          in.readUnsignedByte();
        }
      } catch (EOFException ended) {
        return true;
      } catch (IOException reset) {
        return false;
      }
    }

    /** Sends a close frame, reads the client's echo, and ends the connection. */
    Frame closeProperly(int code, String reason) throws IOException {
      close(code, reason);
      Frame echo = read();
      while (echo.opcode() != CLOSE) {
        echo = read();
      }
      socket.close();
      return echo;
    }

    /** Ends the connection with a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  static byte[] closing(int code, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[words.length + 2];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(words, 0, payload, 2, words.length);
    return payload;
  }

  /** A frame as a server sends it, not masked. */
  static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    if (payload.length < 126) {
      bytes.write(payload.length);
    } else if (payload.length < 65_536) {
      bytes.write(126);
      bytes.write(payload.length >> 8);
      bytes.write(payload.length);
    } else {
      bytes.write(127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        bytes.write((int) ((long) payload.length >> shift));
      }
    }
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }
}
