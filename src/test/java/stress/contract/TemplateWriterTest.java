package stress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TemplateWriterTest {
  private static Call call(String body) {
    return Contracts.read(
            "name: t\nsubmit: {path: /j, id: /id, body: {json: "
                + body
                + "}}\nstatus: {path: '/j/{id}', done: /d}\n")
        .submit()
        .call();
  }

  private static JsonNode make(String body, long index) {
    return Contracts.json(Contracts.body(call(body).render(Values.forSubmission(7, index, "tag"))));
  }

  private static Set<String> drawn(String body) {
    Set<String> values = new TreeSet<>();
    Call call = call(body);
    for (int i = 0; i < 300; i++) {
      values.add(Contracts.body(call.render(Values.forSubmission(7, i, "tag"))));
    }
    return values;
  }

  @Test
  void rangesReachBothEndsAndNoFurther() {
    assertThat(drawn("{$integer: [-1, 2]}")).containsExactlyInAnyOrder("-1", "0", "1", "2");
    assertThat(drawn("{$integer: [5, 5]}")).containsExactly("5");
    assertThat(drawn("{$decimal: {range: [0.9, 1.1], digits: 1}}"))
        .containsExactly("0.9", "1.0", "1.1");
    assertThat(drawn("{$date: {range: [2016-02-28, 2016-03-01], format: utc}}"))
        .containsExactly(
            "\"2016-02-28T00:00:00Z\"", "\"2016-02-29T00:00:00Z\"", "\"2016-03-01T00:00:00Z\"");
    assertThat(drawn("{$choice: [a, 2, null, {b: [true]}]}"))
        .containsExactlyInAnyOrder("\"a\"", "2", "null", "{\"b\":[true]}");
  }

  @Test
  void valuesOfEachKind() {
    assertThat(make("{$index: 100}", 3)).hasToString("103");
    assertThat(make("{$tag: 'a{b}-'}", 3)).hasToString("\"a{b}-tag-3\"");
    assertThat(make("{$text: '{index} of {tag} {{x}}'}", 3)).hasToString("\"3 of tag-3 {x}\"");
    assertThat(make("{$literal: {$x: 1}}", 3)).hasToString("{\"$x\":1}");
    assertThat(make("{a: [1, 1.50, text, true, null, {}]}", 3))
        .hasToString("{\"a\":[1,1.50,\"text\",true,null,{}]}");
  }

  @Test
  void datesAfterDatesInAnyOrderOfKeys() {
    String body =
        "{c: {$date: {after: b, days: [1, 1]}}, a: {$date: {range: [2015-01-01, 2015-12-31]}},"
            + " b: {$date: {after: a, days: [2, 2]}}}";
    for (int i = 0; i < 50; i++) {
      JsonNode dates = make(body, i);
      java.time.LocalDate start = java.time.LocalDate.parse(dates.get("a").textValue());
      assertThat(dates.get("b").textValue()).isEqualTo(start.plusDays(2).toString());
      assertThat(dates.get("c").textValue()).isEqualTo(start.plusDays(3).toString());
    }
  }

  @Test
  void twoPlacesDrawIndependently() {
    JsonNode pair = make("[{$integer: [1, 1000000]}, {$integer: [1, 1000000]}]", 0);
    assertThat(pair.get(0)).isNotEqualTo(pair.get(1));
  }

  @Test
  void valuesOfAnotherKindAreRefused() {
    Call call = call("{$index: 0}");
    assertThatThrownBy(() -> call.render(Values.forJob("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template asks for the index and seed of a submission, which is not known");
    assertThat(
            List.of(Percent.encode("a/b c%d"), Percent.encode("é?&=+"), Percent.encode("A-z.0_~")))
        .containsExactly("a%2Fb%20c%25d", "%C3%A9%3F%26%3D%2B", "A-z.0_~");
    assertThat(Percent.decode("a%2fb+%41")).contains("a/b+A");
    assertThat(Percent.decode("a%2")).isEmpty();
    assertThat(Percent.decode("%zz")).isEmpty();
  }
}
