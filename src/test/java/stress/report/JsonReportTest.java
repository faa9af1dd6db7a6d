package stress.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stress.measure.RunFile;
import stress.measure.RunResult;
import stress.measure.SampleRuns;
import stress.measure.SampleSockets;
import stress.verdict.Judge;

class JsonReportTest {
  private static String rendered(RunResult run) {
    return JsonReport.render(run, Judge.judge(run));
  }

  @Test
  void reporting_a_saved_run_again_gives_the_same_bytes() {
    List<RunResult> runs = new ArrayList<>(SampleSockets.all().values());
    runs.addAll(
        List.of(
            SampleRuns.good(), SampleRuns.failed(), SampleRuns.empty(), SampleRuns.interrupted()));
    for (RunResult run : runs) {
      String saved = rendered(run);
      RunResult read = RunFile.read(saved.getBytes(StandardCharsets.UTF_8), "run.json");
      assertThat(read).isEqualTo(run);
      assertThat(rendered(read)).isEqualTo(saved);
      assertThat(TerminalReport.render(read, Judge.judge(read), false))
          .isEqualTo(TerminalReport.render(run, Judge.judge(run), false));
    }
  }

  @Test
  void looks_as_it_did() {
    // The compressed bytes depend on the zlib of the machine; what they hold is tested above.
    Golden.assertMatches("submission.json", blurred(rendered(SampleRuns.submission())));
    Golden.assertMatches("failed.json", blurred(rendered(SampleRuns.failed())));
    Golden.assertMatches("ws-hostile.json", blurred(rendered(SampleSockets.hostile())));
    Golden.assertMatches("ws-errors.json", blurred(rendered(SampleSockets.errors())));
  }

  private static String blurred(String json) {
    return json.replaceAll("\"histogram\": \"[^\"]*\"", "\"histogram\": \"…\"");
  }

  @Test
  void advice_fits_the_published_schema() throws IOException {
    String json = rendered(SampleRuns.failed());
    assertThat(json).contains("\"rule\": \"own-timeout\"");
    try (InputStream schema = RunFile.class.getResourceAsStream("/schemas/run.schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(new ObjectMapper().readTree(json)))
          .isEmpty();
    }
  }
}
