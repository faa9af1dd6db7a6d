package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer or a frame tells a job's state.
 *
 * @param word where the status word is; a number or a boolean counts as the word it is written as
 * @param done a boolean that is used where there is no word; absent means not done
 * @param failed makes a done job a failed one: anything but absent, null, false and empty text
 * @param result where the job's outcome is
 * @param id where the answer says which job it is about
 */
public record StatusRule(
    Pointers word,
    Words words,
    Pointers done,
    Pointers failed,
    Pointers progress,
    Scale scale,
    TimeRule times,
    Pointers error,
    Pointers result,
    Pointers id) {
  /** What a progress number means. */
  public enum Scale {
    /** 1 is complete. */
    FRACTION,
    /** 100 is complete. */
    PERCENT
  }

  /**
   * Status words and their meanings.
   *
   * @param meanings in lower case where {@code ignoreCase}
   */
  public record Words(Map<String, Meaning> meanings, boolean ignoreCase) {
    public Words {
      meanings = Map.copyOf(meanings);
    }

    /** The meaning of a word, {@code UNKNOWN} where the contract does not have it. */
    public Meaning meaningOf(String word) {
      String key = ignoreCase ? word.toLowerCase(Locale.ROOT) : word;
      return meanings.getOrDefault(key, Meaning.UNKNOWN);
    }
  }

  /** Reads an answer; never throws: what cannot be read is absent and leaves a remark. */
  public StatusReading read(JsonNode answer) {
    return new StatusAnswer(this, answer).read();
  }

  /** The job's outcome, where the contract says where it is and it is there. */
  public Optional<JsonNode> result(JsonNode answer) {
    return result.find(answer);
  }
}
