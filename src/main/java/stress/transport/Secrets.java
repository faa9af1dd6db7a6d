package stress.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what nobody but the target may read in an address: user information, tokens in queries. */
final class Secrets {
  private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");
  private static final Pattern PARAMETER = Pattern.compile("([^&;=]+)=([^&;]*)");

  /** Words that make a parameter's name, or a part of it, the name of a secret. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)token|key|secret|auth|passw|pwd|sig|jwt|session|ticket|code|credential");

  private Secrets() {}

  /** An address or a part of one with its secrets replaced by {@code …}. */
  static String masked(String address) {
    String named = USER_INFO.matcher(address).replaceFirst("//…@");
    int mark = named.indexOf('?');
    return mark < 0 ? named : named.substring(0, mark + 1) + maskedQuery(named.substring(mark + 1));
  }

  /** A query, without its question mark, with the values of its secret parameters hidden. */
  static String maskedQuery(String query) {
    Matcher parameter = PARAMETER.matcher(query);
    StringBuilder shown = new StringBuilder();
    while (parameter.find()) {
      boolean hide = SECRET.matcher(parameter.group(1)).find() && !parameter.group(2).isEmpty();
      parameter.appendReplacement(
          shown,
          Matcher.quoteReplacement(parameter.group(1) + "=" + (hide ? "…" : parameter.group(2))));
    }
    return parameter.appendTail(shown).toString();
  }
}
