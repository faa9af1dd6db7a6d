package stress.load;

import java.util.Optional;

/**
 * The way to the starter: nothing passes before it is opened or after it is shut, which it tells
 * once.
 */
final class Outlet {
  private Optional<Starter> starter = Optional.empty();
  private boolean shut;

  void open(Starter to) {
    if (starter.isPresent()) {
      throw new IllegalStateException("a pacer drives one run: begin was called before");
    }
    starter = Optional.of(to);
    if (shut) {
      to.exhausted();
    }
  }

  boolean isOpen() {
    return starter.isPresent() && !shut;
  }

  void release(Start start) {
    starter.orElseThrow().start(start);
  }

  /**
   * Without effect when it is shut already; before it was opened, the starter is told at opening.
   */
  void shut() {
    if (!shut) {
      shut = true;
      starter.ifPresent(Starter::exhausted);
    }
  }
}
