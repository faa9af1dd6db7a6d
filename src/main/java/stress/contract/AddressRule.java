package stress.contract;

/** Where the answer to a submission holds the address at which the job is followed. */
public sealed interface AddressRule {
  /** In the body. */
  record InBody(Pointers pointers) implements AddressRule {}

  /** In a header such as {@code Operation-Location}. */
  record InHeader(String header) implements AddressRule {}
}
