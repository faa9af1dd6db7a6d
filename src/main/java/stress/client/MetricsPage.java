package stress.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of metrics in the text format of Prometheus (version 0.0.4, of which OpenMetrics' samples
 * are a superset): one sample a line, {@code name{label="value"} number [time]}.
 */
public final class MetricsPage {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:.]*";
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")\\s*(?:\\{(.*)})?\\s+(\\S+)(?:\\s+.*)?");
  private static final Pattern LABEL =
      Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_.]*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

  private record Sample(String name, Map<String, String> labels, double value) {}

  /**
   * Which samples of a page are meant.
   *
   * @param labels those that a sample must have with these values; it may have others
   */
  public record Selector(String name, Map<String, String> labels) {
    private static final Pattern FORM = Pattern.compile("(" + NAME + ")(?:\\{(.*)})?");

    public Selector {
      labels = Map.copyOf(labels);
    }

    /**
     * Reads {@code name} or {@code name{label="value",…}}.
     *
     * @throws IllegalArgumentException with a sentence that shows the text and what was expected
     */
    public static Selector parse(String text) {
      Matcher matcher = FORM.matcher(text.strip());
      if (matcher.matches()) {
        String inside = matcher.group(2) == null ? "" : matcher.group(2);
        Map<String, String> labels = MetricsPage.labels(inside);
        if (labels.isEmpty() == inside.isBlank()) {
          return new Selector(matcher.group(1), labels);
        }
      }
      throw new IllegalArgumentException(
          "'"
              + text
              + "': expected a metric's name, such as jobs_waiting or jobs{state=\"waiting\"}");
    }

    private boolean takes(Sample sample) {
      return sample.name().equals(name)
          && sample.labels().entrySet().containsAll(labels.entrySet());
    }
  }

  private final List<Sample> samples;

  private MetricsPage(List<Sample> samples) {
    this.samples = samples;
  }

  /** Takes what is a sample of a finite number; comments and all else are passed over. */
  public static MetricsPage parse(String text) {
    List<Sample> samples = new ArrayList<>();
    for (String line : text.split("\\R")) {
      Matcher matcher = SAMPLE.matcher(line.strip());
      if (!line.startsWith("#") && matcher.matches()) {
        number(matcher.group(3))
            .ifPresent(
                value ->
                    samples.add(new Sample(matcher.group(1), labels(matcher.group(2)), value)));
      }
    }
    return new MetricsPage(samples);
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notOne) {
      return OptionalDouble.empty();
    }
  }

  private static Map<String, String> labels(String inside) {
    Map<String, String> labels = new HashMap<>();
    Matcher matcher = LABEL.matcher(inside == null ? "" : inside);
    while (matcher.lookingAt()) {
      labels.put(matcher.group(1), unescaped(matcher.group(2)));
      matcher.region(matcher.end(), matcher.regionEnd());
    }
    return labels;
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** Whether the page had any sample. */
  public boolean isEmpty() {
    return samples.isEmpty();
  }

  /** The sum of the samples that are meant; absent when there is none. */
  public OptionalDouble sum(Selector selector) {
    double[] values = samples.stream().filter(selector::takes).mapToDouble(Sample::value).toArray();
    double sum = java.util.Arrays.stream(values).sum();
    return values.length == 0 || !Double.isFinite(sum)
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum);
  }
}
