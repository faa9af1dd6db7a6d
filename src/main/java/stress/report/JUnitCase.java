package stress.report;

import java.util.Locale;

/**
 * One test case of JUnit XML.
 *
 * @param type the word for what is wrong, where something is
 * @param message a sentence on it
 * @param detail what stands below that sentence; may be empty
 */
record JUnitCase(
    String group,
    String name,
    long nanos,
    Result result,
    String type,
    String message,
    String detail) {
  /** What became of a test case. */
  enum Result {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  void write(StringBuilder xml) {
    xml.append("    <testcase classname=\"")
        .append(Markup.text(group))
        .append("\" name=\"")
        .append(Markup.text(name))
        .append("\" time=\"")
        .append(seconds(nanos))
        .append('"');
    if (result == Result.PASSED) {
      xml.append("/>\n");
      return;
    }
    String tag = result.name().toLowerCase(Locale.ROOT);
    xml.append(">\n      <").append(tag);
    if (result != Result.SKIPPED) {
      xml.append(" type=\"").append(Markup.text(type)).append('"');
    }
    xml.append(" message=\"")
        .append(Markup.text(result == Result.SKIPPED ? type + ": " + message : message))
        .append("\">")
        .append(Markup.text(detail))
        .append("</")
        .append(tag)
        .append(">\n    </testcase>\n");
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
