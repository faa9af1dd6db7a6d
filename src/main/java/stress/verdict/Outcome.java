package stress.verdict;

/** What a finding says. */
public enum Outcome {
  PASS("pass"),
  FAIL("fail"),
  /** The threshold's metric has no samples: neither passed nor failed. */
  NO_DATA("no-data"),
  /** The sample is too small to tell on which side of the bound the true value lies. */
  INCONCLUSIVE("inconclusive"),
  /** The generator, not the target, limited what was measured. */
  NO_VERDICT("no-verdict"),
  /** The counts of stress itself do not add up. */
  MISCOUNT("miscount");

  private final String id;

  Outcome(String id) {
    this.id = id;
  }

  /** The name in files. */
  public String id() {
    return id;
  }
}
