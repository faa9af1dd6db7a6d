package stress.contract;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names and their values out of a YAML or JSON file, such as options, or groups of them. What is
 * wrong in it is a {@link ContractException} with its place.
 */
public final class Settings {
  private final Problems problems;
  private final Cursor object;

  private Settings(Problems problems, Cursor object) {
    this.problems = problems;
    this.object = object;
  }

  /** One name with its values, in the order of the file; a single value is a list of one. */
  public static final class Setting {
    private final Cursor value;
    private final String name;
    private final List<String> values;

    private Setting(Cursor value, String name, List<String> values) {
      this.value = value;
      this.name = name;
      this.values = values;
    }

    public String name() {
      return name;
    }

    public List<String> values() {
      return values;
    }

    /** What to throw when these values mean nothing under this name. */
    public ContractException wrong(String message) {
      return exception(value.problems().at(value.pointer(), message));
    }
  }

  /** A name with further settings under it. */
  public record Group(String name, Settings settings) {}

  /**
   * @throws ContractException when the file cannot be read, or holds no names with values
   */
  public static Settings read(Path file) {
    return read(file.toString(), content(file));
  }

  static Settings read(String source, String text) {
    Problems problems = new Problems(source);
    if (text.lines().allMatch(line -> line.strip().isEmpty() || line.strip().startsWith("#"))) {
      throw exception(
          problems.at("", "found nothing, expected names and values, such as jobs: 10"));
    }
    Optional<Cursor> root = SourceTree.read(problems, text);
    root.filter(cursor -> !cursor.node().isObject())
        .ifPresent(cursor -> cursor.expected("names and values, such as jobs: 10"));
    if (!problems.isEmpty()) {
      throw problems.exception();
    }
    return new Settings(problems, root.orElseThrow());
  }

  private static String content(Path file) {
    String source = file.toString();
    try {
      return Files.readString(file);
    } catch (NoSuchFileException absent) {
      throw unreadable(source, "there is no such file");
    } catch (CharacterCodingException bytes) {
      throw unreadable(source, "found bytes that are not UTF-8, expected YAML or JSON in UTF-8");
    } catch (IOException failed) {
      throw unreadable(
          source, Files.isDirectory(file) ? "found a directory, expected a file" : "" + failed);
    }
  }

  private static ContractException unreadable(String source, String message) {
    return exception(new Problem(source, Optional.empty(), "", message));
  }

  private static ContractException exception(Problem problem) {
    return new ContractException(List.of(problem));
  }

  /** Unchecked: each name, or {@code name=value} where it has a single value. */
  public List<String> glance() {
    return object.members().stream()
        .map(
            member ->
                member.value().node().isValueNode()
                    ? member.name() + "=" + member.value().node().asText()
                    : member.name())
        .toList();
  }

  /** What to throw when these settings together mean nothing. */
  public ContractException wrong(String message) {
    return exception(problems.at(object.pointer(), message));
  }

  /**
   * The settings, each a text, a number, true, false or a list of these.
   *
   * @throws ContractException when a name is unknown or a value is none; tells all of them
   */
  public List<Setting> of(List<String> known) {
    List<Setting> settings = new ArrayList<>();
    if (object.isObjectOf(known)) {
      for (Cursor.Member member : object.members()) {
        settings.add(new Setting(member.value(), member.name(), values(member.value())));
      }
    }
    return checked(settings);
  }

  private static List<String> values(Cursor value) {
    List<Cursor> all = value.node().isArray() ? value.elements(0, "") : List.of(value);
    List<String> texts = new ArrayList<>();
    for (Cursor one : all) {
      if (one.node().isValueNode() && !one.node().isNull()) {
        texts.add(one.node().asText());
      } else {
        one.expected("a value, or a list of values where an option may be repeated");
      }
    }
    return texts;
  }

  /**
   * What has settings under it.
   *
   * @param known the only names that there may be; absent: any
   * @throws ContractException when a name is unknown, or nothing is under one
   */
  public List<Group> groups(Optional<List<String>> known) {
    List<Group> groups = new ArrayList<>();
    known.ifPresent(object::isObjectOf);
    for (Cursor.Member member : object.members()) {
      if (member.value().node().isObject() && !member.value().node().isEmpty()) {
        groups.add(new Group(member.name(), new Settings(problems, member.value())));
      } else {
        member.value().expected("names and values under '" + member.name() + "'");
      }
    }
    return checked(groups);
  }

  private <T> List<T> checked(List<T> read) {
    if (!problems.isEmpty()) {
      throw problems.exception();
    }
    return read;
  }
}
