package stress.cli;

/** Options that stand together in the help text, under a title of their own. */
interface Titled {
  String title();
}
