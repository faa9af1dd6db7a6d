package stress.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The program while it runs as a process; closing it ends it, whatever it does. */
final class StressProcess implements AutoCloseable {
  /** How long a test waits before it fails; far more than anything here takes. */
  private static final int SECONDS = 120;

  private final String command;
  private final java.lang.Process process;
  private final Captured out;
  private final Captured err;

  StressProcess(String command, java.lang.Process process) {
    this.command = command;
    this.process = process;
    this.out = new Captured(process.getInputStream());
    this.err = new Captured(process.getErrorStream());
  }

  long pid() {
    return process.pid();
  }

  /** Sends a signal to this process: {@code INT}, {@code TERM}. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("kill -" + name, failed);
    }
  }

  /** Waits until something holds elsewhere, while this process goes on. */
  void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError(
            what + ": not so " + (process.isAlive() ? "in time" : "when it ended") + "\n" + this);
      }
      pause();
    }
  }

  /** Waits until stdout fits; gives it. */
  String out(Predicate<String> fits) {
    until("stdout", () -> fits.test(out.text()));
    return out.text();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** Waits for its end. */
  Ran ended() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running after " + SECONDS + " s\n" + this);
      }
      return new Ran(process.exitValue(), out.whole(), err.whole());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  @Override
  public String toString() {
    return "stress "
        + command
        + "\n── stdout\n"
        + out.text()
        + "\n── stderr\n"
        + err.text()
        + "\n──";
  }

  /** One stream of the process, read to its end by a thread. */
  private static final class Captured {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Captured(InputStream stream) {
      reader = new Thread(() -> copy(stream), "stream of stress");
      reader.setDaemon(true);
      reader.start();
    }

    private void copy(InputStream stream) {
      byte[] buffer = new byte[8192];
      try (stream) {
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
          bytes.write(buffer, 0, n);
        }
      } catch (IOException ended) {
        return; // the process was ended by the test
      }
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    String whole() throws InterruptedException {
      reader.join(TimeUnit.SECONDS.toMillis(SECONDS));
      return text();
    }
  }
}
