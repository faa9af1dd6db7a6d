package stress.simulator;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Submissions for tests. */
final class Fixtures {
  private Fixtures() {}

  static Job accept(Desk desk) {
    return desk.accept(
        new Submission(
            "aapl",
            LocalDate.of(2015, 1, 1),
            LocalDate.of(2016, 1, 1),
            100,
            100,
            "same",
            Optional.empty(),
            OptionalLong.empty()));
  }
}
