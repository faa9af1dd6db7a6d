package stress.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadModelTest {
  private static final Rate FIFTY = Rate.parse("50/s");
  private static final Optional<Duration> HALF_MINUTE = Optional.of(Duration.ofSeconds(30));
  private static final OptionalLong NO_LIMIT = OptionalLong.empty();

  @Test
  void each_model_echoes_itself() {
    Open open = Open.constant(FIFTY, NO_LIMIT, HALF_MINUTE);
    assertThat(open.describe()).isEqualTo("open: 50/s for 30s, even arrivals");
    assertThat(open.atMost(200, Overflow.DROP).describe())
        .isEqualTo("open: 50/s for 30s, even arrivals, at most 200 in flight, overflow dropped");
    assertThat(
            Open.constant(FIFTY, OptionalLong.of(1), Optional.empty())
                .with(Arrival.poisson(42))
                .atMost(1, Overflow.QUEUE)
                .describe())
        .isEqualTo(
            "open: 50/s, 1 start, Poisson arrivals (seed 42), at most 1 in flight, overflow queued");
    assertThat(staged("30s@10/s,1m@..50/s", OptionalLong.of(100)).describe())
        .isEqualTo(
            "open: 10/s for 30s, then 10/s to 50/s in 1m, at most 100 starts, even arrivals");
    assertThat(closed(20, 1, OptionalLong.of(200), Optional.empty()).describe())
        .isEqualTo("closed: 20 users, 200 iterations, think time 1s");
    assertThat(closed(1, 0, OptionalLong.of(1), HALF_MINUTE).describe())
        .isEqualTo("closed: 1 user for 30s, at most 1 iteration, no think time");
    assertThat(new Batched(20, 5, Duration.ZERO).describe())
        .isEqualTo("batches: 20 in batches of 5, each after the one before was answered");
    assertThat(new Batched(20, 5, Duration.ofSeconds(2)).describe())
        .isEqualTo(
            "batches: 20 in batches of 5, each after the one before was answered and a pause of"
                + " 2s");
  }

  @Test
  void each_model_says_how_many_starts_it_plans() {
    Open open = Open.constant(FIFTY, NO_LIMIT, HALF_MINUTE);
    assertThat(open.planned()).hasValue(1_500);
    assertThat(open.with(Arrival.poisson(1)).planned()).isEmpty();
    assertThat(Open.constant(FIFTY, OptionalLong.of(7), Optional.empty()).planned()).hasValue(7);
    assertThat(Open.constant(FIFTY, OptionalLong.of(7), HALF_MINUTE).planned()).hasValue(7);
    assertThat(staged("10s@0/s..100/s,5s@0/s,3s@0.5/s", NO_LIMIT).planned()).hasValue(502);
    assertThat(new Batched(20, 5, Duration.ZERO).planned()).hasValue(20);
    assertThat(closed(1, 0, OptionalLong.of(9), Optional.empty()).planned()).hasValue(9);
    assertThat(closed(1, 0, OptionalLong.of(9), HALF_MINUTE).planned()).isEmpty();
  }

  @Test
  void an_open_load_that_never_ends_or_cannot_be_held_is_refused() {
    assertThatThrownBy(() -> Open.constant(FIFTY, NO_LIMIT, Optional.empty()))
        .hasMessage(
            "an open load at 50/s would never end: expected a number of starts, a duration or"
                + " both");
    Stage endless = Stage.endless(FIFTY);
    assertThatThrownBy(() -> open(List.of(endless, endless), OptionalLong.of(3)))
        .hasMessage("stage 1 has no end, so the stages after it would never begin");
    assertThatThrownBy(() -> open(List.of(), NO_LIMIT))
        .hasMessage("an open load needs at least one stage");
    assertThatThrownBy(() -> Open.constant(FIFTY, OptionalLong.of(-1), HALF_MINUTE))
        .hasMessage("a limit of -1 starts cannot be reached: expected 0 or more");
    assertThatThrownBy(() -> Open.constant(FIFTY, NO_LIMIT, HALF_MINUTE).atMost(0, Overflow.QUEUE))
        .hasMessage("at most 0 in flight starts nothing: expected 1 or more");
    assertThatThrownBy(
            () ->
                Open.constant(Rate.parse("1/h"), OptionalLong.of(Long.MAX_VALUE), Optional.empty()))
        .hasMessageEndingWith("would take centuries");
    Stage long200 = Stage.hold(Duration.ofDays(200 * 365), FIFTY);
    assertThatThrownBy(() -> open(List.of(long200, long200), NO_LIMIT))
        .hasMessage("the stages together would take centuries");
  }

  @Test
  void a_closed_load_or_batches_without_sense_are_refused() {
    assertThatThrownBy(() -> closed(1, 0, NO_LIMIT, Optional.empty()))
        .hasMessageStartingWith("a closed load would never end");
    assertThatThrownBy(() -> closed(0, 0, NO_LIMIT, HALF_MINUTE))
        .hasMessageStartingWith("0 users cannot start anything");
    assertThatThrownBy(() -> closed(1, -1, NO_LIMIT, HALF_MINUTE))
        .hasMessageStartingWith("a think time of -1000000000ns is negative");
    assertThatThrownBy(() -> closed(1, 0, OptionalLong.of(-1), HALF_MINUTE))
        .hasMessageStartingWith("-1 iterations");
    assertThatThrownBy(() -> closed(1, 0, NO_LIMIT, Optional.of(Duration.ZERO)))
        .hasMessage("a closed load of 0ns is too short: expected above 0s");
    assertThatThrownBy(() -> new Batched(-1, 5, Duration.ZERO)).hasMessageStartingWith("-1 starts");
    assertThatThrownBy(() -> new Batched(1, 0, Duration.ZERO))
        .hasMessage("a batch of 0 starts nothing: expected a size of 1 or more");
    assertThatThrownBy(() -> new Batched(1, 1, Duration.ofNanos(-1)))
        .hasMessageStartingWith("a pause of -1ns");
  }

  private static Open staged(String stages, OptionalLong limit) {
    return open(Stages.parse(stages), limit);
  }

  private static Open open(List<Stage> stages, OptionalLong limit) {
    return new Open(stages, Arrival.even(), limit, OptionalInt.empty(), Overflow.DROP);
  }

  private static Closed closed(
      int users, int thinkSeconds, OptionalLong iterations, Optional<Duration> duration) {
    return new Closed(users, Duration.ofSeconds(thinkSeconds), iterations, duration);
  }
}
