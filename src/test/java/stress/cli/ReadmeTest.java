package stress.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import stress.contract.ContractReader;
import stress.simulator.Faults;
import stress.verdict.ExitCode;

/** What the manual says of the command line is so. */
class ReadmeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Process process =
      new Process(
          new Console(
              new PrintWriter(out), new PrintWriter(err), false, false, 80, Optional::empty),
          name -> Optional.empty(),
          (name, handler) -> {},
          code -> {});
  private final Map<String, Object> commands =
      Map.of(
          "jobs", new JobsCommand(process, ReadmeTest::none),
          "websocket", new WebsocketCommand(process, ReadmeTest::none),
          "suite", new SuiteCommand(process, ReadmeTest::none),
          "simulate", new SimulateCommand(process, ReadmeTest::none),
          "report", new ReportCommand(process),
          "merge", new MergeCommand(process),
          "compare", new CompareCommand(process),
          "metrics", new MetricsCommand(process.console()),
          "contract",
              new ContractCommand(
                  process.console().out(), process.console().err(), process.environment()));
  private Manual manual;

  private static io.vertx.core.Vertx none() {
    throw new AssertionError("a manual needs no event loop");
  }

  @BeforeEach
  void read() throws IOException {
    manual = Manual.read();
  }

  @Test
  void itNamesEveryCommand() {
    assertThat(new Stress(process, ReadmeTest::none).execute("--help")).isZero();
    List<String> printed =
        Pattern.compile("(?m)^  ([a-z]+)(?:, [a-z]+)?  +\\S")
            .matcher(out.toString().split("Commands:")[1].split("\n\n")[0])
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(commands.keySet()).containsExactlyInAnyOrderElementsOf(printed);
    printed.forEach(command -> manual.section(heading(command)));
  }

  private static String heading(String command) {
    return "### `stress " + command + "`";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs",
        "websocket",
        "suite",
        "simulate",
        "report",
        "merge",
        "compare",
        "contract"
      })
  void itsTablesAreTheOptionsOfHelp(String command) {
    CommandSpec spec = new CommandLine(commands.get(command)).getCommandSpec();
    Map<String, String> expected = new TreeMap<>();
    spec.options().forEach(option -> expected.put(name(option), defaultOf(option)));
    parameters(spec).forEach(label -> expected.put(label, "–"));
    spec.subcommands()
        .forEach((name, line) -> expected.put(withParameters(name, line.getCommandSpec()), "–"));
    Map<String, String> written = new TreeMap<>();
    manual
        .rows(heading(command))
        .forEach(row -> assertThat(written.put(row.get(0), row.get(1))).as(row.get(0)).isNull());
    assertThat(written).isEqualTo(expected);
  }

  @Test
  void itNamesTheOptionsOfEveryCommand() {
    CommandLine program = new CommandLine(new StressCommand());
    Stress.addHelp(program);
    CommandSpec spec = program.getCommandSpec();
    assertThat(manual.rows("### Every command").stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(spec.options().stream().map(ReadmeTest::name).toList());
  }

  private static String withParameters(String name, CommandSpec spec) {
    return String.join(" ", Stream.concat(Stream.of(name), parameters(spec)).toList());
  }

  private static Stream<String> parameters(CommandSpec spec) {
    return spec.positionalParameters().stream().map(PositionalParamSpec::paramLabel);
  }

  private static String name(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  /** Help says defaults within its sentences: {@code (default: 5s)} or {@code poll (default)}. */
  private static String defaultOf(ArgSpec option) {
    String help = String.join(" ", option.description());
    Matcher behind = Pattern.compile("\\(default: ([^)]*)\\)").matcher(help);
    if (behind.find()) {
      return behind.group(1);
    }
    Matcher before = Pattern.compile("(\\S+) \\(default\\)").matcher(help);
    return before.find() ? before.group(1) : "–";
  }

  @Test
  void itsExitCodesAreThoseOfTheProgram() {
    assertThat(manual.rows("## Exit codes"))
        .isEqualTo(
            Arrays.stream(ExitCode.values())
                .map(exit -> List.of(Integer.toString(exit.code()), exit.help()))
                .toList());
  }

  @Test
  void everyCommandLineInItIsUnderstood() {
    assertThat(manual.commands()).hasSizeGreaterThan(20);
    for (String[] arguments : manual.commands()) {
      String[] routed = InMemory.stress().routed(arguments);
      assertThat(routed).as(String.join(" ", arguments)).isNotEmpty();
      assertThatCode(() -> parse(routed))
          .as(String.join(" ", arguments))
          .doesNotThrowAnyException();
    }
  }

  private void parse(String[] routed) {
    if (!List.of("--help", "--version").contains(routed[0])) {
      CommandLine line =
          new CommandLine(commands.get(routed[0].equals("ws") ? "websocket" : routed[0]));
      line.getCommandSpec().mixinStandardHelpOptions(true);
      line.parseArgs(Arrays.copyOfRange(routed, 1, routed.length));
    }
  }

  @Test
  void itsFaultsAreUnderstood() {
    List<String> faults =
        manual.rows("### Faults").stream()
            .flatMap(row -> Stream.of(row.get(0).split(", ")))
            .map(fault -> fault.replace("ENDPOINT", "submit"))
            .toList();
    assertThat(faults).hasSizeGreaterThan(20);
    assertThat(faults).allSatisfy(fault -> assertThat(Faults.parse(fault)).hasToString(fault));
  }

  @Test
  void itsContractIsRight() {
    ContractReader reader =
        new ContractReader(name -> Optional.of("secret").filter(s -> name.equals("MY_API_TOKEN")));
    assertThat(reader.read("my-api.yaml", yaml("name:")).name()).isEqualTo("my-api");
  }

  /** The only block of YAML that begins so. */
  private String yaml(String begin) {
    List<String> blocks =
        manual.blocks("yaml").stream().filter(text -> text.startsWith(begin)).toList();
    assertThat(blocks).as(begin).hasSize(1);
    return blocks.get(0);
  }

  @Test
  void itsPlanIsRight(@TempDir Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("plan.yaml"), yaml("url:")).toString();
    InMemory outside = new InMemory(Map.of("API_TOKEN", "secret"));
    // That the next thing is to ask for Vert.x says that all before it was right.
    assertThatThrownBy(() -> outside.execute("jobs", "--plan", file))
        .hasMessageContaining("something was about to be sent");
  }

  @Test
  void itsLevelsAreRight(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("levels.yaml"), yaml("smoke:"));
    SuiteParts parts = new SuiteParts(process, ReadmeTest::none);
    assertThat(
            parts.prepare(
                new SuiteLevels(parts).chosen(Optional.empty(), Optional.of(file)),
                List.of(),
                List.of()))
        .extracting(SuiteParts.Ready::level)
        .containsExactly("smoke", "smoke", "peak", "peak");
  }
}
