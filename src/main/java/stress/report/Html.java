package stress.report;

import java.util.List;

/** HTML that is being written; every text that comes in is escaped. One thread. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** An element that holds only text, on a line of its own. */
  Html element(String tag, String content) {
    return element(tag, "", content);
  }

  /**
   * @param mark its class; none where it is empty
   */
  Html element(String tag, String mark, String content) {
    text.append('<').append(tag);
    attribute("class", mark);
    text.append('>').append(Markup.text(content)).append("</").append(tag).append(">\n");
    return this;
  }

  Html open(String tag) {
    return open(tag, "");
  }

  Html open(String tag, String mark) {
    text.append('<').append(tag);
    attribute("class", mark);
    text.append(">\n");
    return this;
  }

  Html close(String tag) {
    text.append("</").append(tag).append(">\n");
    return this;
  }

  /** What is HTML already, written by us. */
  Html raw(String html) {
    text.append(html);
    return this;
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      text.append(' ').append(name).append("=\"").append(Markup.text(value)).append('"');
    }
  }

  /** A table that scrolls by itself where the page is too narrow, by keyboard too. */
  Html table(Table table) {
    text.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(Markup.text(table.title()))
        .append("\">\n<table");
    attribute("class", isOfSentences(table) ? "stack" : "");
    text.append(">\n<thead><tr>");
    for (int column = 0; column < table.columns().size(); column++) {
      text.append("<th scope=\"col\"");
      attribute("class", table.isNumber(column) ? "number" : "");
      text.append('>').append(Markup.text(table.head(column))).append("</th>");
    }
    text.append("</tr></thead>\n<tbody>\n");
    table.rows().forEach(row -> row(table, row));
    text.append("</tbody>\n</table>\n</div>\n");
    return this;
  }

  private void row(Table table, List<String> cells) {
    text.append("<tr>");
    for (int column = 0; column < cells.size(); column++) {
      text.append(column == 0 ? "<th scope=\"row\"" : "<td");
      attribute("class", mark(table, column, cells.get(column)));
      attribute("data-head", isOfSentences(table) && column > 0 ? table.head(column) : "");
      text.append('>')
          .append(Markup.text(cells.get(column)))
          .append(column == 0 ? "</th>" : "</td>");
    }
    text.append("</tr>\n");
  }

  /** Whose rows are laid one cell below the other on a phone, since each is read by itself. */
  private static boolean isOfSentences(Table table) {
    return table.head(0).equals("outcome") || table.head(0).equals("failure");
  }

  /** The sign at the beginning of an outcome has its colour; the sign itself is there without. */
  private static String mark(Table table, int column, String cell) {
    if (table.isNumber(column)) {
      return "number";
    }
    if (!table.head(column).equals("outcome") || cell.isEmpty()) {
      return "";
    }
    return switch (cell.charAt(0)) {
      case '✓' -> Marks.GOOD.id();
      case '✗' -> Marks.BAD.id();
      default -> Marks.OPEN.id();
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
