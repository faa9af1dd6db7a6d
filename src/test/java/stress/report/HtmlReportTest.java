package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stress.measure.Counter;
import stress.measure.Counts;
import stress.measure.ErrorEntry;
import stress.measure.ErrorKind;
import stress.measure.ErrorSignature;
import stress.measure.Gauges;
import stress.measure.Phase;
import stress.measure.Point;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;

class HtmlReportTest {
  private static final String EVIL =
      "</script><script>alert(1)</script>\u2028<img src=x onerror=y>";

  static Set<String> names() {
    return SampleReports.runs().keySet();
  }

  private static String page(String name) {
    return SampleReports.rendered("html", SampleReports.runs().get(name));
  }

  /** The page without the library and the styles, which are not ours to hold fixed here. */
  private static String own(String html) {
    return html.replace(HtmlParts.library(), "…")
        .replace(HtmlParts.script(), "…")
        .replace(HtmlParts.style(), "…")
        .replaceAll("'sha256-[^']*'", "'sha256-…'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "failed", "empty", "ws-throughput", "ws-errors"})
  void looks_as_it_did(String name) {
    Golden.assertMatches(name + ".html", own(page(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_element_is_closed_in_its_order(String name) {
    String html = own(page(name));
    assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").endsWith("</html>\n");
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
    Pattern.compile("<(/?)([a-z][a-z0-9]*)\\b[^>]*>")
        .matcher(html)
        .results()
        .filter(tag -> !Set.of("meta", "link").contains(tag.group(2)))
        .forEach(
            tag -> {
              if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
              } else {
                assertThat(open.pop()).as(name + " at " + tag.start()).isEqualTo(tag.group(2));
              }
            });
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothing_is_fetched_and_only_its_own_parts_may_run(String name) {
    String html = page(name);
    assertThat(html)
        .contains(
            "content=\"default-src 'none'; script-src "
                + HtmlParts.hash(HtmlParts.library())
                + " "
                + HtmlParts.hash(HtmlParts.script())
                + "; style-src "
                + HtmlParts.hash(HtmlParts.style())
                + "; img-src data:; base-uri 'none'; form-action 'none'\"");
    assertThat(own(html))
        .doesNotContain(" src=", "url(", "@import", " style=", "javascript:", " onload")
        .containsOnlyOnce("href=");
    assertThat(HtmlParts.library() + HtmlParts.script() + HtmlParts.style())
        .doesNotContain("</script", "</style", "<!--", "url(", "@import", "eval(", "XMLHttpRequest")
        .contains("Permission is hereby granted");
  }

  @ParameterizedTest
  @MethodSource("names")
  void headings_step_by_one_and_each_chart_has_words(String name) {
    String html = own(page(name));
    List<Integer> levels =
        Pattern.compile("<h([1-6])")
            .matcher(html)
            .results()
            .map(heading -> Integer.valueOf(heading.group(1)))
            .toList();
    assertThat(levels.get(0)).isEqualTo(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isBetween(2, levels.get(i - 1) + 1);
    }
    assertThat(count(html, "<figure>")).isEqualTo(count(html, "data-chart="));
    assertThat(count(html, "<figure>")).isEqualTo(count(html, "<figcaption>"));
    assertThat(html).doesNotContain("<figcaption></figcaption>", "<figcaption>.</figcaption>");
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  @Test
  void shows_every_chart_that_the_run_has_values_for() {
    assertThat(charts("good"))
        .containsExactly(
            "Percentile curve",
            "Queue depth",
            "Submission time over time",
            "The generator&#39;s CPU",
            "Throughput");
    assertThat(charts("empty")).isEmpty();
    assertThat(own(page("empty"))).contains("Nothing was measured that a chart could show.");
    assertThat(charts("ws-throughput")).contains("Open sockets", "Percentile curve");
  }

  private static Set<String> charts(String name) {
    return Pattern.compile("<h4>([^<]*)</h4>")
        .matcher(page(name))
        .results()
        .map((MatchResult heading) -> heading.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void failures_over_time_are_rates_and_a_gap_is_a_gap() {
    Point first = point(0, Counts.ZERO.with(Counter.REFUSED, 4));
    Point second = point(2, Counts.ZERO.with(Counter.STARTED, 10));
    RunResult run = SampleRuns.withPoints(SampleRuns.good(), List.of(first, second));
    List<Chart> charts = new ScenarioCharts(run.scenarios().get(0)).all();
    assertThat(charts).extracting(Chart::title).contains("Errors over time", "Throughput");
    Chart errors =
        charts.stream().filter(one -> one.title().equals("Errors over time")).findFirst().get();
    assertThat(errors.x()).containsExactly(2.0, 4.0);
    assertThat(errors.text()).isEqualTo("submissions failed: 0/s to 2/s.");
    assertThat(ChartData.json(List.of(errors)))
        .isEqualTo(
            "[{\"title\":\"Errors over time\",\"axis\":\"time\",\"unit\":\"rate\",\"lines\":"
                + "[{\"label\":\"submissions failed\",\"dashed\":false}],\n"
                + "\"data\":[[2,4],\n[2,0]]}]");
    Line gap = new Line("x", false, List.of(OptionalDouble.empty(), OptionalDouble.of(1_234_567)));
    assertThat(
            ChartData.json(
                List.of(Chart.overTime("x", Chart.Unit.COUNT, List.of(1.0, 2.0), List.of(gap)))))
        .contains("[null,1.235E+6]");
  }

  private static Point point(int second, Counts counts) {
    return new Point(
        second * 1_000_000_000L, (second + 2) * 1_000_000_000L, counts, Map.of(), Gauges.NONE);
  }

  @Test
  void text_from_the_target_is_inert() {
    RunResult sample = SampleSockets.concurrent();
    RunResult run =
        SampleSockets.withErrors(
            sample,
            List.of(
                new ErrorEntry(
                    new ErrorSignature(
                        Phase.SOCKET, ErrorKind.SOCKET_ERROR, OptionalInt.empty(), EVIL),
                    3,
                    0,
                    1,
                    EVIL)));
    String html = own(SampleReports.rendered("html", run));
    assertThat(html)
        .doesNotContain("<script>alert", "<img", "\u2028")
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u{2028}&lt;img src=x");
    assertThat(count(html, "<script")).isEqualTo(3);
  }

  @Test
  void text_inside_a_script_element_cannot_end_it() {
    assertThat(ChartData.text(EVIL + "\"\\\n&"))
        .isEqualTo(
            "\"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e\\u2028"
                + "\\u003cimg src=x onerror=y\\u003e\\u0022\\u005c\\u000a\\u0026\"");
  }

  @Test
  void the_curve_gives_each_further_nine_the_same_width_and_ends_with_its_sample() {
    Chart curve = new PercentileCurve(SampleRuns.good().scenarios().get(0)).chart();
    assertThat(curve.x().get(0)).isEqualTo(1.0);
    assertThat(curve.x().get(20)).isEqualTo(10.0);
    assertThat(curve.x().get(curve.x().size() - 1)).isEqualTo(1_000.0);
    assertThat(curve.lines().get(0).label()).isEqualTo("jobs.submit.response");
    assertThat(curve.text()).contains("jobs.submit.service: half within ");
  }
}
