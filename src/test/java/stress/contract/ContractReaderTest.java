package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractReaderTest {
  private static final String STATUS =
      """
      status:
        path: /jobs/{id}
        word: /status
        words: {succeeded: done}
      """;
  private static final String HEAD =
      """
      name: t
      submit: {path: /jobs, id: /id}
      """;

  private static List<String> problems(String text) {
    return problems("api.yaml", text);
  }

  private static List<String> problems(String source, String text) {
    ContractException thrown =
        catchThrowableOfType(
            ContractException.class,
            () -> new ContractReader(Contracts::environment).read(source, text));
    assertThat(thrown).as("nothing is wrong in:\n" + text).isNotNull();
    assertThat(thrown).hasMessageNotContaining(Contracts.TOKEN);
    return thrown.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void allProblemsTogetherWithTheirPlaces() {
    String text =
        """
        name: t
        bse: http://localhost
        submit:
          path: jobs
          accept: 2yy
          id: job_id
        status:
          path: /jobs/{job}
          word: /status
          words:
            finished: done
          retryAfter: often
        """;
    assertThat(problems(text))
        .containsExactly(
            "api.yaml:2:1: /bse: unknown key 'bse'; did you mean 'base'?",
            "api.yaml:4:3: /submit/path: found 'jobs', expected a path that begins with a slash,"
                + " such as /jobs/{id}, without spaces; a query goes to the key 'query'",
            "api.yaml:5:3: /submit/accept: found '2yy', expected status codes such as 201, 2xx,"
                + " 200-204 or [200, 202]",
            "api.yaml:6:3: /submit/id: found 'job_id', expected a JSON pointer: did you mean"
                + " '/job_id'?",
            "api.yaml:8:3: /status/path: found the placeholder '{job}', which is none of {id},"
                + " {index}, {tag}, {mark}; a brace itself is written twice, expected a path that"
                + " begins with a slash, such as /jobs/{id}",
            "api.yaml:11:5: /status/words/finished: unknown key 'finished'; known keys are waiting,"
                + " running, succeeded, failed, cancelled, timed_out, not_found, nothing",
            "api.yaml:12:3: /status/retryAfter: found 'often', expected true or false");
  }

  @Test
  void missingKeys() {
    assertThat(problems("description: x\n"))
        .containsExactly(
            "api.yaml:1:1: the key 'name' is missing: a short name for reports",
            "api.yaml:1:1: the key 'status' is missing: how a job's state is asked for",
            "api.yaml:1:1: the key 'submit' is missing: how a job is handed in");
    assertThat(problems("")).containsExactly("api.yaml: found nothing, expected a contract");
    assertThat(problems("- a\n")).singleElement().asString().contains("found a list, expected");
  }

  @Test
  void brokenYamlAndJson() {
    assertThat(problems("name: [a\nb: c\n"))
        .singleElement()
        .asString()
        .startsWith("api.yaml:2:")
        .contains("expected");
    assertThat(problems("api.json", "{\n \"name\": \"x\",\n \"submit\" 1}"))
        .singleElement()
        .asString()
        .startsWith("api.json:3:");
    assertThat(problems("api.json", "name: t"))
        .singleElement()
        .asString()
        .startsWith("api.json:1:");
  }

  @Test
  void duplicatesAliasesAndSecondDocuments() {
    assertThat(problems(HEAD + STATUS + "name: again\n"))
        .containsExactly("api.yaml:7:1: /name: found the key 'name' a second time");
    assertThat(problems(HEAD + STATUS + "base: &b http://h\nlist: {path: *b}\n"))
        .anyMatch(p -> p.contains("/list/path: found an alias (*name)"));
    assertThat(problems(HEAD + STATUS + "---\nname: b\n"))
        .anyMatch(p -> p.contains("expected one document a file"));
  }

  @Test
  void environment() {
    assertThat(problems(HEAD + STATUS + "headers:\n  A: x\n  B: \"${MISSING}\"\n"))
        .containsExactly("api.yaml:9:3: /headers/B: the environment variable MISSING is not set");
    assertThat(problems(HEAD + STATUS + "headers: {A: '${API_TOKEN}${BROKEN}'}\n"))
        .containsExactly(
            "api.yaml:7:11: /headers/A: found a line break or another control character in"
                + " API_TOKEN, BROKEN");
    assertThat(problems(HEAD + STATUS + "headers: {A: '${'}\n"))
        .singleElement()
        .asString()
        .contains("found a lone '${'");
    assertThat(problems(HEAD + STATUS + "headers: {'A B': x, Content-Type: y}\n")).hasSize(2);
  }

  @Test
  void templatesAskOnlyForWhatThereIs() {
    assertThat(problems("name: t\nsubmit: {path: '/j/{id}', id: /id}\n" + STATUS))
        .containsExactly(
            "api.yaml:2:10: /submit/path: found {id}, which a submission does not have");
    assertThat(problems(HEAD + STATUS + "  query: {n: {$integer: [1, 2]}}\n"))
        .containsExactly(
            "api.yaml:7:15: /status/query/n/$integer: found $integer, which a call about one job"
                + " does not have");
    assertThat(problems(HEAD + STATUS + "cancel: {path: /cancel}\n"))
        .containsExactly(
            "api.yaml:7:1: /cancel: expected {id} in the path, the query or the body: every job"
                + " gets the same request");
  }

  private static List<String> bodyProblems(String body) {
    return problems(
        "name: t\nsubmit:\n  path: /j\n  id: /id\n  body: {json: {x: " + body + "}}\n" + STATUS);
  }

  @Test
  void generators() {
    assertThat(bodyProblems("{$chioce: [a]}"))
        .containsExactly(
            "api.yaml:5:21: /submit/body/json/x/$chioce: unknown generator '$chioce'; did you mean"
                + " '$choice'?");
    assertThat(bodyProblems("{$choice: []}").get(0))
        .contains("found an empty list, expected a list");
    assertThat(bodyProblems("{$integer: [2, 1]}").get(0)).contains("least not above most");
    assertThat(bodyProblems("{$integer: [1, 2, 3]}").get(0)).contains("found a list, expected two");
    assertThat(bodyProblems("{$integer: 5}").get(0))
        .contains("found 5, expected two whole numbers");
    assertThat(bodyProblems("{$decimal: {range: [0.125, 1], digits: 2}}").get(0))
        .contains("no more decimals than digits");
    assertThat(bodyProblems("{$date: {range: [2015-02-30, 2016-01-01]}}").get(0))
        .contains("found '2015-02-30', expected a date such as 2015-03-02");
    assertThat(bodyProblems("{$date: {after: y, days: [1, 2]}}"))
        .containsExactly(
            "api.yaml:5:17: /submit/body/json/x: found after: 'y', expected a $date beside this"
                + " one");
    assertThat(bodyProblems("{$date: {after: x, days: [1, 2]}}").get(0)).contains("in a circle");
    assertThat(bodyProblems("{$date: {after: x}}").get(0)).contains("the key 'days' is missing");
    assertThat(bodyProblems("{$tag: a, b: c}").get(0)).contains("beside other keys");
    assertThat(bodyProblems("{$jobs: all}").get(0)).contains("which a submission does not have");
  }

  @Test
  void statusRules() {
    assertThat(problems(HEAD + "status: {path: '/j/{id}'}\n"))
        .containsExactly(
            "api.yaml:3:1: /status: expected 'word', 'done' or 'codes', which tell the state");
    assertThat(problems(HEAD + "status: {path: '/j/{id}', word: /s}\n").get(0))
        .contains("found 'word' without 'words'");
    String twice = "status: {path: '/j/{id}', word: /s, case: ignore, words: {failed: [a, A]}}\n";
    assertThat(problems(HEAD + twice).get(0))
        .contains("/status/words/failed/1: found the word 'A' a second time: it is failed already");
    assertThat(problems(HEAD + STATUS + "  times: {created: /c, zone: Mars}\n").get(0))
        .contains("found 'Mars', expected a zone such as UTC");
  }

  @Test
  void bases() {
    for (String wrong :
        List.of("localhost:8000", "ftp://h", "http://h?x=1", "'http://h h'", "http:/x")) {
      assertThat(problems(HEAD + STATUS + "base: " + wrong + "\n"))
          .as(wrong)
          .singleElement()
          .asString()
          .contains("expected a URL such as http://localhost:8000, without a query");
    }
    assertThat(Contracts.read(HEAD + STATUS + "base: HTTPS://[::1]:8443/api/\n").base())
        .contains("HTTPS://[::1]:8443/api");
  }

  @Test
  void bulkNeedsTheJobs() {
    String bulk = "bulk: {path: /b, maximum: 5, items: /jobs, id: /id, body: {json: {a: 1}}}\n";
    assertThat(problems(HEAD + STATUS + bulk))
        .anyMatch(p -> p.contains("{$jobs: all}"))
        .anyMatch(p -> p.contains("bulk repeats the body of 'submit'"));
  }

  @Test
  void files(@TempDir Path folder) throws Exception {
    ContractFiles files = new ContractFiles(Contracts::environment);
    Path absent = folder.resolve("absent.yaml");
    assertThat(catchThrowableOfType(ContractException.class, () -> files.read(absent)))
        .hasMessage(
            absent
                + ": there is no such file; built in are monte-carlo, monte-carlo-async, echo,"
                + " none");
    assertThat(catchThrowableOfType(ContractException.class, () -> files.read(folder)))
        .hasMessage(folder + ": found a directory, expected a file");
    Path bytes = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xE4});
    assertThat(catchThrowableOfType(ContractException.class, () -> files.read(bytes)))
        .hasMessageContaining("not UTF-8");
    assertThat(files.find("monte-carlo").name()).isEqualTo("monte-carlo");
  }
}
