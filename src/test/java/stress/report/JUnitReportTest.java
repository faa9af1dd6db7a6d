package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.Scenario;
import stress.verdict.ExitCode;
import stress.verdict.Finding;
import stress.verdict.Judgement;
import stress.verdict.Outcome;

class JUnitReportTest {
  static Set<String> names() {
    return SampleReports.runs().keySet();
  }

  private static void validate(String xml) throws IOException, SAXException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Path.of("src/test/resources/schemas/junit.xsd").toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void looks_as_it_did_and_is_valid(String name) throws IOException, SAXException {
    String xml = SampleReports.rendered("xml", SampleReports.runs().get(name));
    validate(xml);
    if (List.of("good", "failed", "empty", "ws-errors", "ws-hostile", "all").contains(name)) {
      Golden.assertMatches(name + ".xml", xml);
    }
  }

  @Test
  void each_outcome_has_its_own_result() throws IOException, SAXException {
    String xml = JUnitReport.render(SampleRuns.good(), judgement(Outcome.values()));
    validate(xml);
    // Seven in all: the six findings, and that the scenario was carried out.
    assertThat(xml).contains("tests=\"7\" failures=\"1\" errors=\"2\" skipped=\"2\"");
    assertThat(xml)
        .contains("name=\"x PASS\" time=\"0.000\"/>")
        .contains(
            "<failure type=\"fail\" message=\"because\">value: 5 ms, 95 % interval: 4–6 ms</failure>")
        .contains("<skipped message=\"no-data: because\">")
        .contains("<skipped message=\"inconclusive: because\">")
        .contains("<error type=\"no-verdict\" message=\"because\">")
        .contains("<error type=\"miscount\" message=\"because\">");
  }

  private static Judgement judgement(Outcome... outcomes) {
    return new Judgement(
        java.util.Arrays.stream(outcomes)
            .map(
                outcome ->
                    new Finding(
                        Optional.of(Scenario.END_TO_END),
                        "x " + outcome,
                        outcome,
                        "5 ms",
                        Optional.of("4–6 ms"),
                        "because"))
            .toList(),
        ExitCode.CROSSED,
        List.of());
  }

  @Test
  void what_concerns_the_whole_run_has_a_suite_of_its_own() throws IOException, SAXException {
    String xml = SampleReports.rendered("xml", SampleRuns.empty());
    validate(xml);
    assertThat(xml)
        .contains("<testsuite id=\"0\" package=\"stress.jobs\" name=\"run\"")
        .contains("name=\"something was measured\"")
        .contains("<error type=\"not-reached\" message=\"the target was never reached\">");
  }

  @Test
  void text_from_outside_is_inert() throws IOException, SAXException {
    String evil = "</testsuite>\"'<&\u0000\u001b[31m\ud800\ufffe]]>";
    RunResult good = SampleRuns.good();
    RunResult run =
        new RunResult(
            "id" + evil,
            good.tool(),
            good.command(),
            List.of(new RunResult.Condition("x", evil)),
            good.thresholds(),
            good.scenarios());
    String xml = SampleReports.rendered("xml", run);
    validate(xml);
    assertThat(xml)
        .contains("&lt;/testsuite&gt;&quot;&#39;&lt;&amp;\\x00\\x1b[31m")
        .contains("]]&gt;");
  }
}
