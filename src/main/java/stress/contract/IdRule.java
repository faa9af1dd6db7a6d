package stress.contract;

/** Where the answer to a submission holds the job's id. */
public sealed interface IdRule {
  /** In the body: a text or a whole number of any length. */
  record InBody(Pointers pointers) implements IdRule {}

  /** In a header: the last path segment of an address, percent-decoded. */
  record LastSegment(String header) implements IdRule {}

  /** In a header: the whole value. */
  record HeaderValue(String header) implements IdRule {}
}
