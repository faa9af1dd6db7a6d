package stress.contract;

import java.util.Set;
import stress.contract.TextTemplate.Placeholder;

/** What the templates of a kind of call may ask for. */
enum TemplateScope {
  SUBMISSION("a submission", Set.of(Placeholder.INDEX, Placeholder.TAG), true),
  BULK("a bulk submission", Set.of(Placeholder.INDEX, Placeholder.TAG), true),
  JOB("a call about one job", Set.of(Placeholder.ID), false),
  TARGET("a call about the target", Set.of(), false),
  ALONE("a socket without jobs", Set.of(), false),
  MESSAGE("an echo message", Set.of(Placeholder.MARK), false);

  private final String name;
  private final Set<Placeholder> placeholders;
  private final boolean draws;

  TemplateScope(String name, Set<Placeholder> placeholders, boolean draws) {
    this.name = name;
    this.placeholders = placeholders;
    this.draws = draws;
  }

  boolean has(Placeholder placeholder) {
    return placeholders.contains(placeholder);
  }

  /** Whether there is a seed and an index to draw from. */
  boolean draws() {
    return draws;
  }

  @Override
  public String toString() {
    return name;
  }
}
