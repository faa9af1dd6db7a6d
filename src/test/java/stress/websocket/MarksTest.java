package stress.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static stress.websocket.SocketBench.bytes;
import static stress.websocket.SocketBench.text;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stress.websocket.Marks.Mark;

class MarksTest {
  private final Marks marks = new Marks("r1");

  @Test
  void aMarkIsFoundWhateverStandsAroundIt() {
    String mark = marks.write(12, 345, 6);

    assertThat(mark).isEqualTo("mark.r1:12:345:6;");
    assertThat(marks.find(bytes(mark))).contains(new Mark(12, 345, 6));
    assertThat(marks.find(bytes("{\"echo\":\"ü " + mark + "7\"}"))).contains(new Mark(12, 345, 6));
    assertThat(marks.find(bytes("mmark.mark.r1mark" + mark))).contains(new Mark(12, 345, 6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mark.r1",
        "mark.r1:",
        "mark.r1:1:2:3",
        "mark.r1:1:2;",
        "mark.r1:1:2:;",
        "mark.r1:1:x:3;",
        "mark.r1:-1:2:3;",
        "mark.r1:1:2:4294967296;",
        "mark.r1:1:2222222222222222222:3;",
        "mark.r2:1:2:3;"
      })
  void whatIsNoMarkOfThisRunIsNone(String text) {
    assertThat(marks.find(bytes(text))).isEmpty();
  }

  @Test
  void messagesArePaddedUpToTheirSize() {
    Messages texts = new Messages(MessageSource.text("<{mark}>", false), "r1", 8);
    Messages binaries = new Messages(MessageSource.mark(true), "r1", 4);

    assertThat(text(texts.message("ab"))).isEqualTo("<ab>    ");
    assertThat(text(texts.message("abcdefg"))).isEqualTo("<abcdefg>");
    assertThat(binaries.message("ab")).containsExactly('a', 'b', 0, 0);
    assertThat(binaries.source().binary()).isTrue();
    assertThat(texts.source().binary()).isFalse();
  }

  @Test
  void a_message_is_like_another_but_for_its_marks() {
    byte[] one = "é<m:1;><m:1;>".getBytes(StandardCharsets.UTF_8);
    MessageSource source = MessageSource.like(one, "m:1;", true);
    assertThat(new String(source.bytes("longer;"), StandardCharsets.UTF_8))
        .isEqualTo("é<longer;><longer;>");
    assertThat(new String(source.bytes(""), StandardCharsets.UTF_8)).isEqualTo("é<><>");
    assertThat(source.binary()).isTrue();
    assertThatThrownBy(() -> MessageSource.like(one, "m:2;", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected m:2; in it");
  }

  @Test
  void aTextNeedsAPlaceForTheMark() {
    assertThatThrownBy(() -> MessageSource.text("hello", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the message 'hello' has no place for the mark by which its answer is found: expected"
                + " {mark} in it");
  }

  @Test
  void aTagThatJsonWouldEscapeIsRefused() {
    assertThatThrownBy(() -> new Messages(MessageSource.mark(false), "a\"b", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the run's tag 'a\"b' cannot stand in a message: expected letters and digits");
  }
}
