package stress.cli;

import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code Name: value}. */
public final class HeaderConverter implements ITypeConverter<AddedHeader> {
  /** The characters of a field name by RFC 9110, section 5.6.2. */
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

  /** Headers that follow from the request's own bytes and connection. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "transfer-encoding", "upgrade");

  @Override
  public AddedHeader convert(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? "" : text.substring(0, colon);
    // The value may be a secret, so that a wrong header is not shown whole.
    if (!name.matches(TOKEN)) {
      throw new TypeConversionException(
          "expected a header such as 'Name: value', a name of letters, digits and '-' first");
    }
    if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new TypeConversionException("the header '" + name + "' is for stress itself to set");
    }
    String value = text.substring(colon + 1).strip();
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new TypeConversionException(
          "the value of the header '" + name + "' holds a control character");
    }
    return new AddedHeader(name, value);
  }
}
