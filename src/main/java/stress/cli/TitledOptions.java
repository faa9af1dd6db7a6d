package stress.cli;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lists the options of a command under the titles of the objects that hold them; those without one
 * come first.
 *
 * <p>Picocli's own groups could do that, too. They cost three quarters of the time in which the
 * command line is read: each group writes its synopsis when it is made, and again when it matches.
 */
final class TitledOptions implements CommandLine.IHelpSectionRenderer {
  static void on(CommandLine command) {
    command
        .getHelpSectionMap()
        .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST, new TitledOptions());
  }

  private TitledOptions() {}

  @Override
  public String render(Help help) {
    Map<String, List<OptionSpec>> byTitle = new LinkedHashMap<>();
    byTitle.put("", new ArrayList<>());
    Map<OptionSpec, String> titles = new IdentityHashMap<>();
    titles(help.commandSpec(), titles);
    for (OptionSpec option : help.commandSpec().options()) {
      byTitle
          .computeIfAbsent(titles.getOrDefault(option, ""), title -> new ArrayList<>())
          .add(option);
    }
    StringBuilder text = new StringBuilder();
    byTitle.forEach(
        (title, options) -> {
          if (!title.isEmpty()) {
            text.append(System.lineSeparator()).append(title).append(System.lineSeparator());
          }
          text.append(list(help, options));
        });
    return text.toString();
  }

  /** An option that is mixed in is also one of what it is mixed into. */
  private static void titles(CommandSpec spec, Map<OptionSpec, String> titles) {
    for (CommandSpec mixin : spec.mixins().values()) {
      if (mixin.userObject() instanceof Titled titled) {
        mixin.options().forEach(option -> titles.put(option, titled.title()));
      } else {
        titles(mixin, titles);
      }
    }
  }

  private static String list(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(options, help.createDefaultParamLabelRenderer());
    return layout.toString();
  }
}
