package stress.broken.measure;

final class UsesPicocli {
  picocli.CommandLine line;
}
