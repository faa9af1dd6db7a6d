package stress.report;

/** Text that is being put into XML or HTML: nothing in it is a tag, an entity or a command. */
final class Markup {
  private Markup() {}

  /** The text as content of an element or as an attribute's value in double quotes. */
  static String text(String raw) {
    StringBuilder safe = new StringBuilder();
    for (char c : Sanitised.text(raw).toCharArray()) {
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** Lines of our own whose text is sanitised already; only what opens a tag is left to do. */
  static String lines(String page) {
    return page.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
