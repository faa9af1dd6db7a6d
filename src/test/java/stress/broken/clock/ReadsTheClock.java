package stress.broken.clock;

final class ReadsTheClock {
  long now() {
    return System.nanoTime();
  }
}
