package stress.report;

/** The few colours of a terminal, as escape sequences. */
enum Colour {
  BOLD("1"),
  GREEN("32"),
  RED("31"),
  YELLOW("33"),
  DIM("2");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
