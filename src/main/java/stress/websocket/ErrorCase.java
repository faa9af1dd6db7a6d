package stress.websocket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that a client does wrong, or at a bad moment, and what counts as the right reaction.
 *
 * @param id the word on the command line and in files
 * @param title what the client does, as half a sentence
 * @param expected what counts as the right reaction, as half a sentence
 */
public record ErrorCase(String id, String title, String expected, CasePlay play) {

  /** All cases, in the order in which they are run. */
  public static List<ErrorCase> all() {
    List<ErrorCase> cases = new ArrayList<>(CaseList.opening());
    cases.addAll(CaseList.handshakes());
    cases.addAll(CaseList.frames());
    cases.addAll(CaseList.company());
    return List.copyOf(cases);
  }

  /**
   * The cases with these ids, separated by commas, in the order of {@link #all()}.
   *
   * @throws IllegalArgumentException naming the word that is no case, and those there are
   */
  public static List<ErrorCase> named(String ids) {
    List<String> wanted = Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
    List<ErrorCase> all = all();
    for (String id : wanted) {
      if (all.stream().noneMatch(each -> each.id().equals(id))) {
        throw new IllegalArgumentException(
            "'"
                + id
                + "' is not an error case; expected one or more of "
                + all.stream().map(ErrorCase::id).collect(Collectors.joining(", ")));
      }
    }
    return all.stream().filter(each -> wanted.contains(each.id())).toList();
  }
}
