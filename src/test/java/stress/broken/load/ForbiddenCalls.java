package stress.broken.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

final class ForbiddenCalls {
  void out() {
    System.out.println();
  }

  void err() {
    System.err.println();
  }

  void exit() {
    System.exit(1);
  }

  String getenv() {
    return System.getenv("HOME");
  }

  LongSupplier nanoTime() {
    return System::nanoTime;
  }

  long currentTimeMillis() {
    return System.currentTimeMillis();
  }

  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }

  Instant instant() {
    return Instant.now();
  }

  LocalDateTime localDateTime() {
    return LocalDateTime.now();
  }

  LocalDate localDate() {
    return LocalDate.now();
  }

  Random unseeded() {
    return new Random();
  }

  double random() {
    return Math.random();
  }

  int threadLocalRandom() {
    return ThreadLocalRandom.current().nextInt();
  }

  Random seeded() {
    return new Random(1);
  }
}
