package stress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the design as ArchUnit rules, for the packages below a given root. */
final class ArchitectureRules {
  /**
   * What a package may import: other packages of ours by name, and outside packages by prefix. The
   * JDK is open to all.
   */
  private record Row(Set<String> inside, List<String> outside) {}

  private static final List<String> JDK =
      List.of("java", "javax", "jdk", "com.sun.management", "com.sun.net.httpserver");
  private static final List<String> NOTHING = List.of();
  private static final List<String> JACKSON =
      List.of("com.fasterxml.jackson", "org.yaml.snakeyaml");
  private static final List<String> MUTINY = List.of("io.smallrye.mutiny");
  private static final List<String> VERTX = List.of("io.vertx", "io.netty");
  private static final List<String> REST_CLIENT =
      List.of(
          "org.eclipse.microprofile.rest.client",
          "jakarta.ws.rs",
          "io.quarkus.rest.client",
          "org.jboss.resteasy.reactive");
  private static final Set<String> BELOW_PIPELINES =
      Set.of("client", "transport", "contract", "load", "measure", "clock");

  private static final Map<String, Row> TABLE =
      Map.ofEntries(
          row("clock", Set.of(), NOTHING),
          row("contract", Set.of("clock"), JACKSON),
          row("load", Set.of("clock"), NOTHING),
          row("measure", Set.of("clock"), List.of("org.HdrHistogram"), JACKSON),
          row("transport", Set.of("clock", "measure"), MUTINY, VERTX, REST_CLIENT),
          row("client", Set.of("contract", "transport", "measure", "clock"), MUTINY, JACKSON),
          row("job", Set.of("client", "contract", "load", "measure", "clock"), MUTINY),
          row(
              "websocket",
              Set.of("client", "transport", "contract", "load", "measure", "clock"),
              MUTINY),
          row("verdict", Set.of("measure"), List.of("org.apache.commons.statistics")),
          row("run", with(BELOW_PIPELINES, "job", "websocket"), MUTINY),
          row("report", Set.of("verdict", "measure"), JACKSON, List.of("io.quarkus.qute")),
          row("export", Set.of("measure"), List.of("io.micrometer")),
          row("simulator", Set.of("clock"), VERTX),
          row(
              "cli",
              with(
                  BELOW_PIPELINES,
                  "job",
                  "websocket",
                  "verdict",
                  "run",
                  "report",
                  "export",
                  "simulator"),
              List.of("picocli", "io.quarkus", "jakarta.inject", "jakarta.enterprise"),
              List.of("jakarta.annotation", "org.eclipse.microprofile", "jakarta.ws.rs"),
              List.of("io.smallrye", "org.jboss", "sun.misc"),
              VERTX,
              JACKSON));

  /** Members of the JDK that read the process, the time of day or chance behind a test's back. */
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.ofEntries(
          Map.entry(
              "java.lang.System",
              Set.of(
                  "out",
                  "err",
                  "in",
                  "exit",
                  "getenv",
                  "nanoTime",
                  "currentTimeMillis",
                  "setOut",
                  "setErr")),
          Map.entry("java.lang.Runtime", Set.of("exit", "halt")),
          Map.entry("java.lang.Thread", Set.of("sleep")),
          Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system")),
          Map.entry("java.lang.Math", Set.of("random")),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")));

  /** Types whose constructor without arguments takes the time or a seed from the machine. */
  private static final Set<String> UNSEEDED =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.Date");

  private static final Set<String> BINDING =
      Set.of("readValue", "treeToValue", "convertValue", "valueToTree");

  private final String root;

  ArchitectureRules(String root) {
    this.root = root;
  }

  @SafeVarargs
  private static Map.Entry<String, Row> row(
      String name, Set<String> inside, List<String>... outside) {
    List<String> all = new ArrayList<>();
    for (List<String> some : outside) {
      all.addAll(some);
    }
    return Map.entry(name, new Row(inside, List.copyOf(all)));
  }

  private static Set<String> with(Set<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  ArchRule imports() {
    return rule(
        condition("import only what their row of the package table lists", this::checkImports),
        "imports go down the picture, never up or sideways, and each package has its own libraries");
  }

  ArchRule calls() {
    return rule(
        condition("leave process, time and chance to cli and clock", this::checkCalls),
        "streams, clock, environment and exit are injected, and every Random has a seed");
  }

  ArchRule binding() {
    return rule(
        condition(
            "read JSON as trees",
            (type, report) ->
                type.getAccessesFromSelf().stream()
                    .filter(a -> a.getTargetOwner().getPackageName().startsWith(JACKSON.get(0)))
                    .filter(a -> BINDING.contains(a.getTarget().getName()))
                    .forEach(a -> report.accept(a.getDescription()))),
        "binding JSON to our types is reflection, which a native image does not have");
  }

  ArchRule names() {
    return rule(
        condition(
            "have names that say what they are",
            (type, report) -> {
              String name = type.getSimpleName();
              boolean base =
                  name.startsWith("Base") && type.getModifiers().contains(JavaModifier.ABSTRACT);
              if (base || name.matches(".*(Util|Helper|Manager|Impl)s?")) {
                report.accept(type.getName() + " is named after what it is not");
              }
            }),
        "there is no Util, Helper, Manager, Impl or Base class");
  }

  ArchRule statics() {
    return rule(
        condition(
            "have no static field that can be set",
            (type, report) ->
                type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                    .forEach(field -> report.accept(field.getFullName() + " is not final"))),
        "state belongs to an object that a test can make anew");
  }

  private void checkImports(JavaClass type, Consumer<String> report) {
    String name = packageOf(type);
    Row row = TABLE.get(name);
    if (row == null) {
      report.accept(type.getName() + " is in no package of the table");
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (!target.isPrimitive() && !mayImport(name, row, target)) {
        report.accept(
            dependency.getDescription()
                + ": '%s' may import, beside the JDK, %s and %s"
                    .formatted(name, row.inside(), row.outside()));
      }
    }
  }

  private boolean mayImport(String name, Row row, JavaClass target) {
    if (isBelow(root, target.getPackageName())) {
      String imported = packageOf(target);
      return imported.equals(name) || row.inside().contains(imported);
    }
    return Stream.concat(JDK.stream(), row.outside().stream())
        .anyMatch(prefix -> isBelow(prefix, target.getPackageName()));
  }

  private void checkCalls(JavaClass type, Consumer<String> report) {
    if (Set.of("cli", "clock").contains(packageOf(type))) {
      return;
    }
    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
      String owner = access.getTargetOwner().getName();
      String member = access.getTarget().getName();
      if (FORBIDDEN.getOrDefault(owner, Set.of()).contains(member) || isUnseeded(access)) {
        report.accept(access.getDescription());
      }
    }
  }

  private static boolean isUnseeded(JavaAccess<?> access) {
    return UNSEEDED.contains(access.getTargetOwner().getName())
        && access.getTarget() instanceof AccessTarget.ConstructorCallTarget constructor
        && constructor.getRawParameterTypes().isEmpty();
  }

  /** The name of our package below the root: {@code cli} of {@code stress.cli.option}. */
  private String packageOf(JavaClass type) {
    String below = type.getPackageName().substring(root.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
  }

  private static boolean isBelow(String prefix, String name) {
    return name.equals(prefix) || name.startsWith(prefix + ".");
  }

  private ArchRule rule(ArchCondition<JavaClass> condition, String because) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(condition)
        .because(because)
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> condition(
      String description, BiConsumer<JavaClass, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check.accept(type, text -> events.add(SimpleConditionEvent.violated(type, text)));
      }
    };
  }
}
