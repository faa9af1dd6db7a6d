package stress;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the program to the package table, the forbidden calls and the names of the design. */
@AnalyzeClasses(packages = "stress", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final ArchitectureRules RULES = new ArchitectureRules("stress");

  @ArchTest static final ArchRule imports = RULES.imports();
  @ArchTest static final ArchRule calls = RULES.calls();
  @ArchTest static final ArchRule binding = RULES.binding();
  @ArchTest static final ArchRule names = RULES.names();
  @ArchTest static final ArchRule statics = RULES.statics();
}
