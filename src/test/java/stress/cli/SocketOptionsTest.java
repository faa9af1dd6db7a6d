package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong commands of {@code stress websocket}: exit code 2, a sentence, and nothing sent. */
final class SocketOptionsTest {
  private static Ran refused(InMemory memory, String arguments, String... said) {
    Ran ran =
        memory.execute(
            Stream.concat(Stream.of("ws"), Stream.of(arguments.split(" +")))
                .toArray(String[]::new));
    assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("stress: ").contains(said).doesNotContain("Exception", "null");
    return ran;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--connections x            | --connections        | x",
        "--connections 0            | --connections 0      | expected 1 or more",
        "--duration 0               | --duration 0         | more than 0s",
        "--duration soon            | --duration           | a duration such as",
        "--ramp-up x                | --ramp-up            | a duration such as",
        "--connect-rate 0/s         | --connect-rate       | more than 0",
        "--ramp-up 1s --connect-rate 5/s | --ramp-up and --connect-rate | one of them",
        "--on-end maybe             | --on-end             | renew, stop",
        "--jobs-per user            | --jobs-per           | connection, run",
        "--test-type half           | --test-type          | concurrent, throughput, errors, all",
        "--parse some               | --parse              | all, sample, none",
        "--ping-interval 1ms        | --ping-interval      | at least 10ms",
        "--send hello               | --send               | throughput",
        "--test-type throughput --send hello | --send 'hello' | {mark}",
        "--send-rate 5/s --binary   | --send-rate and --binary | throughput",
        "--test-type throughput --send-rate 0/s | --send-rate | more than 0",
        "--test-type throughput --message-size 0 | --message-size | 1 byte or more",
        "--message-size 5parsec     | --message-size       | 64KiB",
        "--max-message 2GiB         | --max-message 2 GiB  | 1GiB",
        "--local-address somewhere  | --local-address      | an IP address",
        "--subprotocol a@b          | --subprotocol a@b    | a name without spaces",
        "--case nope --test-type errors | 'nope' is not an error case | unknown-job",
        "--case unknown-job         | --case               | --test-type errors",
        "--under-load               | --under-load         | --test-type errors",
        "--cert a.pem               | --cert               | --key FILE",
        "--key a.pem                | --key                | --cert FILE",
        "--ca a.pem --insecure      | --insecure           | one of them",
        "--bearer s3cret            | --bearer             | env:NAME",
        "--bearer env:NOT_THERE     | --bearer env:NOT_THERE | not set",
        "--bearer file:/not/there   | --bearer file:/not/there | cannot be read",
        "--bearer env:A --basic env:A | --bearer and --basic | one of them",
        "--basic env:NO_COLON       | --basic              | USER:PASSWORD",
        "--ca /not/there.pem        | /not/there.pem       | --ca",
        "--contract none            | --url is missing     | ws://HOST:PORT",
        "--contract echo            | --url is missing     | ws://HOST:PORT",
        "--url ws://h:1 --simulate  | --simulate           | without --url",
        "--personality other        | --personality        | --simulate",
        "--url http://h:1/?a=b      | --url                | query",
        "--jobs 5                   | Unknown option       | --jobs",
      })
  void wrongValuesAndCombinations(String arguments, String option, String reason) {
    refused(new InMemory(Map.of("NO_COLON", "secret", "A", "x")), arguments, option, reason);
  }

  @Test
  void aSecretThatWasTypedInFullIsNotShownAgain() {
    assertThat(refused(new InMemory(Map.of()), "--bearer s3cret", "--bearer").err())
        .doesNotContain("s3cret");
  }

  @Test
  void aSecretWithALineBreakWouldBeginAnotherHeader(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "abc\r\nX-Evil: 1\n");
    Ran ran = refused(new InMemory(Map.of()), "--bearer file:" + file, "line break");
    assertThat(ran.err()).doesNotContain("X-Evil");
  }

  @Test
  void tooManyConnectionsForThisProcessAreRefusedBeforeTheFirst() {
    refused(new InMemory(Map.of()), "--url ws://127.0.0.1:9 --connections 90000000", "raise");
  }

  @Test
  void aContractWithoutASocketCannotBeUsed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jobs.yaml");
    Files.writeString(
        file,
        """
        name: jobs-only
        base: http://localhost:1
        submit: {method: POST, path: /jobs, id: /id}
        status: {path: "/jobs/{id}", word: /status, words: {succeeded: done}}
        """);
    refused(new InMemory(Map.of()), "--contract " + file, "jobs-only", "no socket");
  }
}
