package stress.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads headers and resolves <code>${NAME}</code> and <code>${NAME:-default}</code> in their
 * values. No problem ever shows a resolved value.
 */
final class HeaderReader {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?}|\\$\\{");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

  private final Function<String, Optional<String>> environment;

  HeaderReader(Function<String, Optional<String>> environment) {
    this.environment = environment;
  }

  List<Header> read(Cursor at) {
    if (!at.node().isObject()) {
      at.expected("an object of header names and values");
      return List.of();
    }
    List<Header> headers = new ArrayList<>();
    at.members().forEach(m -> header(m.name(), m.value()).ifPresent(headers::add));
    return headers;
  }

  /** The headers of the contract with those of a call in place of their namesakes. */
  static List<Header> merged(List<Header> ofContract, List<Header> ofCall) {
    Map<String, Header> merged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ofContract.forEach(header -> merged.put(header.name(), header));
    for (Header header : ofCall) {
      merged.remove(header.name()); // the key would keep the other spelling
      merged.put(header.name(), header);
    }
    return List.copyOf(merged.values());
  }

  private Optional<Header> header(String name, Cursor at) {
    if (!NAME.matcher(name).matches()) {
      return at.wrong("found the header name '" + name + "', expected letters, digits and dashes");
    }
    if (name.toLowerCase(Locale.ROOT).equals("content-type")) {
      return at.wrong("found '" + name + "', expected it as the key 'contentType' of a call");
    }
    return at.text("a header value in quotes").flatMap(text -> resolve(name, text, at));
  }

  private Optional<Header> resolve(String name, String text, Cursor at) {
    StringBuilder value = new StringBuilder();
    List<String> variables = new ArrayList<>();
    boolean complete = true;
    int end = 0;
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      value.append(text, end, matcher.start());
      end = matcher.end();
      Optional<String> part = part(matcher, variables, at);
      complete &= part.isPresent();
      value.append(part.orElse(""));
    }
    value.append(text.substring(end));
    if (!complete) {
      return Optional.empty();
    }
    if (CONTROL.matcher(value).find()) {
      String where = variables.isEmpty() ? "the value" : String.join(", ", variables);
      return at.wrong("found a line break or another control character in " + where);
    }
    Optional<String> from =
        variables.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", variables));
    return Optional.of(new Header(name, value.toString(), from));
  }

  private Optional<String> part(Matcher matcher, List<String> variables, Cursor at) {
    if (matcher.group().equals("$$")) {
      return Optional.of("$");
    }
    String variable = matcher.group(1);
    if (variable == null) {
      return at.wrong("found a lone '${', expected ${NAME} or ${NAME:-default}; '$$' is a dollar");
    }
    Optional<String> value = environment.apply(variable);
    if (value.isPresent()) {
      variables.add(variable);
      return value;
    }
    return matcher.group(2) == null
        ? at.wrong("the environment variable " + variable + " is not set")
        : Optional.of(matcher.group(3));
  }
}
