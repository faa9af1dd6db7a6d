package stress.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one answer about a job. */
final class StatusAnswer {
  private final StatusRule rule;
  private final JsonNode answer;

  StatusAnswer(StatusRule rule, JsonNode answer) {
    this.rule = rule;
    this.answer = answer;
  }

  StatusReading read() {
    throw new UnsupportedOperationException("not yet " + rule + answer);
  }
}
