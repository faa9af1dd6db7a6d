package stress.contract;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stress.contract.StatusRule.Scale;
import stress.contract.StatusRule.Words;
import stress.contract.TimeRule.Epoch;

/** Reads the rules by which an answer or a frame tells a job's state. */
final class StatusReader {
  static final List<String> KEYS =
      List.of(
          "word", "words", "case", "done", "failed", "progress", "times", "error", "result", "id");
  private static final List<String> TIME_KEYS =
      List.of("created", "started", "ended", "message", "zone", "epoch");
  private static final Words NO_WORDS = new Words(Map.of(), false);
  private static final List<Meaning> MEANINGS =
      List.of(Meaning.values()).stream().filter(m -> m != Meaning.UNKNOWN).toList();

  private StatusReader() {}

  /** The word for a meaning in a contract file. */
  static String name(Meaning meaning) {
    return meaning.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Meaning> meaning(Cursor at) {
    return at.word(MEANINGS, StatusReader::name);
  }

  /** The rule among the other keys of {@code at}; unknown keys are the caller's business. */
  static StatusRule read(Cursor at, Optional<StatusRule> inherited) {
    Pointers word = PointerReader.member(at, "word");
    Pointers done = PointerReader.member(at, "done");
    if (at.has("failed") && !at.has("done")) {
      at.wrong("found 'failed' without 'done', expected both");
    }
    if (at.has("case") && !at.has("words")) {
      at.wrong("found 'case' without 'words', expected both");
    }
    Words words =
        at.has("words") || inherited.isEmpty() ? words(at) : inherited.orElseThrow().words();
    if (at.has("word") && words.meanings().isEmpty() && !at.has("words")) {
      at.wrong("found 'word' without 'words', expected the words and their meanings");
    }
    Optional<Cursor> progress = at.member("progress");
    return new StatusRule(
        word,
        words,
        done,
        PointerReader.member(at, "failed"),
        progress.map(StatusReader::progress).orElse(Pointers.NONE),
        progress.map(StatusReader::scale).orElse(Scale.FRACTION),
        at.member("times").map(StatusReader::times).orElse(TimeRule.NONE),
        PointerReader.member(at, "error"),
        PointerReader.member(at, "result"),
        PointerReader.member(at, "id"));
  }

  /** The word {@code status} for the rule of the status call, or a rule of its own. */
  static Optional<StatusRule> own(Cursor at, Optional<StatusRule> ofStatus) {
    if (at.node().isTextual() && at.node().textValue().equals("status")) {
      return ofStatus;
    } else if (!at.node().isObject()) {
      return at.expected("the word status (as the status call), or an object with " + KEYS);
    }
    at.isObjectOf(KEYS);
    if (!at.has("word") && !at.has("done")) {
      return at.wrong("expected 'word' or 'done', which tell the state");
    }
    return Optional.of(read(at, ofStatus));
  }

  private static Words words(Cursor at) {
    boolean ignoreCase =
        at.member("case")
            .flatMap(c -> c.word(List.of("exact", "ignore"), w -> w))
            .map("ignore"::equals)
            .orElse(false);
    Optional<Cursor> words = at.member("words");
    if (words.isEmpty()) {
      return NO_WORDS;
    }
    if (!at.has("word")) {
      at.wrong("found 'words' without 'word', expected the pointer to the word");
    }
    Map<String, Meaning> meanings = new HashMap<>();
    if (words.get().isObjectOf(MEANINGS.stream().map(StatusReader::name).toList())) {
      MEANINGS.forEach(m -> words(words.get(), m, ignoreCase, meanings));
    }
    return new Words(meanings, ignoreCase);
  }

  private static void words(
      Cursor words, Meaning meaning, boolean ignoreCase, Map<String, Meaning> meanings) {
    List<Cursor> all = new ArrayList<>();
    words.member(name(meaning)).ifPresent(m -> all.addAll(m.oneOrMore("one or more words")));
    for (Cursor one : all) {
      if (one.node().isContainerNode() || one.node().isNull()) {
        one.expected("a word");
        continue;
      }
      String text = one.node().asText();
      Meaning other = meanings.put(ignoreCase ? text.toLowerCase(Locale.ROOT) : text, meaning);
      if (other != null) {
        one.wrong("found the word '" + text + "' a second time: it is " + name(other) + " already");
      }
    }
  }

  private static Pointers progress(Cursor at) {
    if (!at.node().isObject()) {
      return PointerReader.read(at).orElse(Pointers.NONE);
    }
    at.isObjectOf(List.of("pointer", "scale"));
    return pointer(at);
  }

  private static Pointers pointer(Cursor at) {
    return at.required("pointer", PointerReader.EXPECTED)
        .flatMap(PointerReader::read)
        .orElse(Pointers.NONE);
  }

  private static Scale scale(Cursor at) {
    return at.member("scale")
        .flatMap(s -> s.word(List.of(Scale.values()), v -> v.name().toLowerCase(Locale.ROOT)))
        .orElse(Scale.FRACTION);
  }

  private static TimeRule times(Cursor at) {
    if (!at.isObjectOf(TIME_KEYS)) {
      return TimeRule.NONE;
    }
    return new TimeRule(
        PointerReader.member(at, "created"),
        PointerReader.member(at, "started"),
        PointerReader.member(at, "ended"),
        PointerReader.member(at, "message"),
        zoneOf(at),
        epochOf(at));
  }

  /** When a message was made: pointers, or an object that says how the time is written, too. */
  static TimeRule messageTime(Cursor at) {
    if (!at.node().isObject()) {
      return TimeRule.ofMessage(
          PointerReader.read(at).orElse(Pointers.NONE),
          TimeRule.NONE.zone(),
          TimeRule.NONE.epoch());
    }
    at.isObjectOf(List.of("pointer", "zone", "epoch"));
    return TimeRule.ofMessage(pointer(at), zoneOf(at), epochOf(at));
  }

  private static ZoneId zoneOf(Cursor at) {
    return at.member("zone").flatMap(StatusReader::zone).orElse(TimeRule.NONE.zone());
  }

  private static Epoch epochOf(Cursor at) {
    return at.member("epoch")
        .flatMap(e -> e.word(List.of(Epoch.values()), StatusReader::name))
        .orElse(TimeRule.NONE.epoch());
  }

  static String name(Epoch epoch) {
    return epoch.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<ZoneId> zone(Cursor at) {
    return at.parsed(
        "a zone such as UTC, +02:00 or Europe/Berlin",
        text -> {
          try {
            return ZoneId.of(text);
          } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "'", e);
          }
        });
  }
}
