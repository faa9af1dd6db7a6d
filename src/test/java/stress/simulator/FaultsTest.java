package stress.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "submit.status=503:5%; submit.delay=200ms:10%; socket.close=1011:1%",
        "submit.status=429+2s:31%",
        "status.reset; status.silence:0.5%; status.malformed; list.empty; bulk.gzip; cancel.notype",
        "progress.type=text/html:50%",
        "submit.lost:1%; submit.duplicate:2%",
        "job.stuck:1%; job.fail:2%; job.word=exploded:3%; job.twice:4%; job.back:5%; job.oddid:6%",
        "server.stall=2s@5s; server.stall=100ms@10s",
        "socket.drop; socket.silence; socket.delay=50ms~10ms:20%; socket.refuse=503:1%",
        "socket.lost:1%; socket.duplicate:1%"
      })
  void whatIsReadIsWrittenTheSame(String text) {
    assertThat(Faults.parse(text)).hasToString(text);
  }

  @Test
  void emptyTextsAndTrailingSemicolonsAreFine() {
    assertThat(Faults.parse("  ")).isEqualTo(Faults.none());
    assertThat(Faults.parse("submit.reset : 5% ;")).hasToString("submit.reset:5%");
    assertThat(Faults.none().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "submit|character 1|has no dot|target.name=value:P%",
        "sbmit.reset|character 1|'sbmit' is not a target|submit, status",
        "submit.reset; submit.sttus=503|character 22|'submit' has no fault 'sttus'|status, type",
        "status.lost|character 8|'status' has no fault 'lost'|one of",
        "submit.status|character 14|needs a value|=503",
        "submit.status=:5%|character 15|needs a value|=503",
        "submit.status=99|character 15|'99' is not a code|400 to 599",
        "submit.status=200|character 15|'200' is out of range|400 to 599",
        "submit.status=429+x|character 19|'x' is not a duration|=429+2s",
        "submit.reset=3|character 14|takes no value|no value",
        "submit.reset:5|character 14|'5' has no percent sign|0% to 100%",
        "submit.reset:x%|character 14|'x%' is not a number|0% to 100%",
        "submit.reset:101%|character 14|'101%' is out of range|0% to 100%",
        "submit.delay=soon|character 14|'soon' is not a duration|=200ms",
        "socket.delay=10ms~20ms|character 14|the spread is larger|~10ms",
        "socket.close=1006|character 14|no code that may be sent|1000..1014",
        "submit.type=html|character 13|'html' is not one|=text/html",
        "job.word=a b|character 10|'a b' is not one|=exploded",
        "server.stall=2s|character 14|has no @|=2s@5s",
        "server.stall=2s@5s:3%|character 20|has no share|alone",
        "submit.reset;;submit.lost|character 14|has no dot|target.name",
      })
  void errorsNameThePartThePlaceAndWhatWasExpected(
      String text, String place, String what, String expected) {
    assertThatThrownBy(() -> Faults.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining(place)
        .hasMessageContaining(what)
        .hasMessageContaining(expected);
  }

  @Test
  void decisionsAreAFunctionOfSeedKindAndNumber() {
    FaultRule rule = Faults.parse("submit.status=503:5%").of("submit").get(0);
    FaultRule other = Faults.parse("submit.status=500:5%").of("submit").get(0);
    assertThat(hits(rule, 7)).isEqualTo(hits(rule, 7));
    assertThat(hits(rule, 7)).isNotEqualTo(hits(rule, 8));
    assertThat(hits(rule, 7)).isNotEqualTo(hits(other, 7));
    assertThat(hits(rule, 7).length).isBetween(420, 580);
  }

  private static long[] hits(FaultRule rule, long seed) {
    Chance chance = new Chance(seed);
    return LongStream.range(0, 10_000).filter(count -> rule.hits(chance, count)).toArray();
  }

  @Test
  void alwaysAndNever() {
    assertThat(hits(Faults.parse("submit.reset").of("submit").get(0), 1)).hasSize(10_000);
    assertThat(hits(Faults.parse("submit.reset:0%").of("submit").get(0), 1)).isEmpty();
  }
}
