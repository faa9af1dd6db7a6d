package stress.broken.cli;

final class UsesHistogram {
  org.HdrHistogram.Histogram histogram;
}
