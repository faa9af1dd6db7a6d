package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and values out of a file, and where each wrong one stands. */
final class SettingsTest {
  private static final List<String> KNOWN = List.of("jobs", "rate", "threshold", "quiet");

  private static Settings read(String text) {
    return Settings.read("plan.yaml", text);
  }

  private static List<String> texts(String text) {
    return read(text).of(KNOWN).stream().map(one -> one.name() + one.values()).toList();
  }

  @Test
  void valuesAreTextsAsTheyStandThere() {
    assertThat(
            texts(
                """
                # a comment
                jobs: 10
                rate: 20/s
                quiet: true
                threshold: ["a < 1s", 2.50]
                """))
        .containsExactly("jobs[10]", "rate[20/s]", "quiet[true]", "threshold[a < 1s, 2.50]");
    assertThat(texts("{\"jobs\": 10,\t\"quiet\": false}"))
        .containsExactly("jobs[10]", "quiet[false]");
    assertThat(texts("threshold: []")).containsExactly("threshold[]");
  }

  @Test
  void aGlanceSeesWhatIsUnknownToo() {
    assertThat(read("url: ws://h\nthreshold: [a, b]\n").glance())
        .containsExactly("url=ws://h", "threshold");
  }

  @Test
  void groupsHoldSettings() {
    Settings.Group group = read("one: {jobs: 3}\n").groups(Optional.empty()).get(0);
    assertThat(group.name()).isEqualTo("one");
    assertThat(group.settings().of(KNOWN).get(0).values()).containsExactly("3");
    assertThat(group.settings().wrong("is odd")).hasMessage("plan.yaml:1:1: /one: is odd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "jbos: 5            | plan.yaml:1:1: /jbos: unknown key 'jbos'; did you mean 'jobs'?",
        "jobs:              | /jobs: found nothing, expected a value, or a list of values",
        "jobs: {a: 1}       | /jobs: found an object, expected a value",
        "jobs: [[1]]        | /jobs/0: found a list, expected a value",
        "[jobs, 5]          | found a list, expected names and values, such as jobs: 10",
        "5                  | found 5, expected names and values, such as jobs: 10",
        "# nothing          | plan.yaml: found nothing, expected names and values",
        "\"jobs: [\"        | expected YAML or JSON",
        "\"jobs: 1\njobs: 2\" | plan.yaml:2:1: /jobs: found the key 'jobs' a second time",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, String said) {
    assertThatThrownBy(() -> texts(text))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "jobs: 5  | /jobs: found 5, expected names and values under 'jobs'",
        "jobs: {} | /jobs: found an object, expected names and values under 'jobs'",
        "job: {a: 1} | unknown key 'job'; did you mean 'jobs'?",
      })
  void whatIsNoGroupIsSaid(String text, String said) {
    assertThatThrownBy(() -> read(text).groups(Optional.of(KNOWN))).hasMessageContaining(said);
  }
}
