package stress.verdict;

import java.util.Optional;
import stress.measure.Scenario;

/**
 * One judged statement about a run.
 *
 * @param scenario what it is about; absent when it is about the whole run
 * @param threshold the threshold as text, or the name of a rule that always holds
 * @param value the measured value as text, such as {@code 99.5 %}; {@code –} when there is none
 * @param interval where the true value lies with 95 % confidence, as text; absent where none is
 *     stated
 * @param evidence a sentence with the numbers behind it
 */
public record Finding(
    Optional<Scenario> scenario,
    String threshold,
    Outcome outcome,
    String value,
    Optional<String> interval,
    String evidence) {}
