package stress.broken.report;

final class UsesHistogram {
  org.HdrHistogram.Histogram histogram;
}
