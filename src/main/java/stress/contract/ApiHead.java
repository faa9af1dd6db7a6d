package stress.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys that every contract file may have, whatever it describes. */
record ApiHead(
    Optional<String> name,
    String description,
    Optional<String> base,
    Optional<String> socketBase,
    List<Header> headers,
    List<Call> ready,
    CallReader calls) {
  static final List<String> KEYS =
      List.of("name", "description", "base", "socketBase", "headers", "ready");

  static ApiHead read(Cursor root, HeaderReader headers) {
    List<Header> common = root.member("headers").map(headers::read).orElse(List.of());
    CallReader calls = new CallReader(headers, common);
    return new ApiHead(
        root.required("name", "a short name for reports").flatMap(n -> n.text("a name")),
        root.member("description").flatMap(d -> d.text("a description")).orElse(""),
        base(root, "base", List.of("http", "https")),
        base(root, "socketBase", List.of("ws", "wss")),
        common,
        ready(root, calls),
        calls);
  }

  private static List<Call> ready(Cursor root, CallReader calls) {
    List<Call> candidates = new ArrayList<>();
    for (Cursor at : candidates(root, "ready")) {
      calls.readAlone(at, "GET", TemplateScope.TARGET).ifPresent(candidates::add);
    }
    return candidates;
  }

  /** The elements of a list of calls; none where the key is absent. */
  static List<Cursor> candidates(Cursor root, String name) {
    return root.member(name).map(at -> at.elements(0, "a list of calls")).orElse(List.of());
  }

  private static Optional<String> base(Cursor root, String name, List<String> schemes) {
    String what = "a URL such as " + schemes.get(0) + "://localhost:8000, without a query";
    return root.member(name).flatMap(at -> at.parsed(what, text -> base(text, schemes)));
  }

  private static String base(String text, List<String> schemes) {
    try {
      URI uri = new URI(text);
      boolean whole =
          uri.getScheme() != null
              && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
              && uri.getRawAuthority() != null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      if (whole) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "'", e);
    }
    throw new IllegalArgumentException("'" + text + "'");
  }
}
