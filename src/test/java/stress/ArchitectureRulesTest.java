package stress;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Points the rules at classes that break them on purpose, and reads what they report. */
class ArchitectureRulesTest {
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("stress.broken");
  private final ArchitectureRules rules = new ArchitectureRules("stress.broken");

  private List<String> violations(ArchRule rule) {
    return rule.evaluate(BROKEN).getFailureReport().getDetails();
  }

  /** The simple names of the classes in which a rule finds something. */
  private List<String> offenders(ArchRule rule) {
    return violations(rule).stream()
        .map(text -> text.replaceFirst(".*?stress\\.broken\\.(\\w+\\.\\w+).*", "$1"))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void wrong_imports_are_reported() {
    assertThat(offenders(rules.imports()))
        .containsExactly(
            "cli.UsesHistogram",
            "client.UsesVertx",
            "job.ImportsSideways",
            "load.ImportsUpwards",
            "measure.UsesPicocli",
            "report.UsesHistogram",
            "simulator.ImportsContract",
            "stray.OutsideTheTable",
            "verdict.UsesInjection",
            "websocket.UsesRestClient");
  }

  @Test
  void a_wrong_import_says_what_would_be_right() {
    assertThat(violations(rules.imports()))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("ImportsUpwards", "stress.broken.run.Plan")
                    .contains("'load' may import, beside the JDK, [clock] and []"));
    assertThat(rules.imports().evaluate(BROKEN).getFailureReport().toString())
        .contains("imports go down the picture, never up or sideways");
  }

  @Test
  void forbidden_calls_are_reported_each_and_only_they() {
    assertThat(violations(rules.calls()))
        .hasSize(13)
        .allSatisfy(text -> assertThat(text).contains("ForbiddenCalls."))
        .noneSatisfy(text -> assertThat(text).contains("ForbiddenCalls.seeded"));
    for (String method :
        List.of(
            "out",
            "err",
            "exit",
            "getenv",
            "nanoTime",
            "currentTimeMillis",
            "sleep",
            "instant",
            "localDateTime",
            "localDate",
            "unseeded",
            "random",
            "threadLocalRandom")) {
      assertThat(violations(rules.calls()))
          .anySatisfy(text -> assertThat(text).contains("ForbiddenCalls." + method + "()"));
    }
  }

  @Test
  void bad_names_are_reported_and_good_ones_are_not() {
    assertThat(violations(rules.names()))
        .extracting(text -> text.replaceFirst(".*\\$(\\w+) .*", "$1"))
        .containsExactlyInAnyOrder(
            "TextUtil", "TextUtils", "JobHelper", "RunManager", "ClientImpl", "BaseClient");
  }

  @Test
  void a_static_field_that_can_be_set_is_reported() {
    assertThat(violations(rules.statics()))
        .containsExactly("stress.broken.measure.MutableStatic.count is not final");
  }

  @Test
  void binding_json_to_our_types_is_reported() {
    assertThat(violations(rules.binding()))
        .singleElement()
        .asString()
        .contains("BindsJson.read", "treeToValue");
  }
}
