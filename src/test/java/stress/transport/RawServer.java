package stress.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A TCP server on loopback that counts requests and answers with the bytes that a test gives. */
final class RawServer implements AutoCloseable {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  /** At the end of an answer: our side of the connection is closed behind it. */
  static final String CLOSE = "\u0000close";

  private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: (\\d+)\\r\\n");

  final List<String> requests = new CopyOnWriteArrayList<>();
  final AtomicInteger connections = new AtomicInteger();
  final CompletableFuture<Void> firstRequest = new CompletableFuture<>();

  /** Completes when the client has closed its side of a connection. */
  final CompletableFuture<Void> closedByClient = new CompletableFuture<>();

  volatile UnaryOperator<String> answer = request -> OK;

  private final ServerSocket listening;
  private volatile Socket latest;

  RawServer() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    inBackground(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                // The client or the test has closed the socket.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = listening.accept();
      connections.incrementAndGet();
      latest = socket;
      inBackground(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        request.write(next);
        String text = request.toString(StandardCharsets.UTF_8);
        if (isWhole(text)) {
          requests.add(text);
          request.reset();
          firstRequest.complete(null);
          write(socket, answer.apply(text));
        }
      }
    } finally {
      closedByClient.complete(null);
    }
  }

  private static boolean isWhole(String text) {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0) {
      return false;
    }
    Matcher length = LENGTH.matcher(text.substring(0, head + 2));
    int body = text.substring(head + 4).getBytes(StandardCharsets.UTF_8).length;
    return body >= (length.find() ? Integer.parseInt(length.group(1)) : 0);
  }

  private static void write(Socket socket, String bytes) throws IOException {
    boolean close = bytes.endsWith(CLOSE);
    String text = close ? bytes.substring(0, bytes.length() - CLOSE.length()) : bytes;
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    if (close) {
      socket.shutdownOutput();
    }
  }

  /** Writes to the latest connection. */
  void write(String bytes) throws IOException {
    write(latest, bytes);
  }

  /** Closes our side of the latest connection, and waits until the client has seen it. */
  void hangUp() throws Exception {
    latest.shutdownOutput();
    closedByClient.get(20, TimeUnit.SECONDS);
  }

  /** Accepts nothing any more. */
  @Override
  public void close() throws IOException {
    listening.close();
  }
}
