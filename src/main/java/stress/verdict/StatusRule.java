package stress.verdict;

import java.util.Optional;
import stress.measure.ErrorKind;

/** What the statuses of answers tell, those that refuse a WebSocket handshake included. */
enum StatusRule implements DiagnosisRule {
  RATE_LIMITED(
      "rate-limited",
      "the target limits the rate; start fewer a second, or raise its limit for this test",
      429),
  UNAVAILABLE(
      "unavailable",
      "the target sheds load or is not ready; begin with less, add capacity, or wait for it with"
          + " --wait-for-target",
      503),
  CREDENTIALS(
      "credentials",
      "the target does not accept the credentials; give --bearer, --basic or --header, and check"
          + " that they are valid and allowed to do this",
      401,
      403,
      407),
  NOT_FOUND(
      "not-found",
      "the path is not one of the target's; check the base path in --url, and that --contract"
          + " describes this API",
      404,
      405,
      410),
  BAD_REQUEST(
      "bad-request",
      "the target does not accept what was sent; compare the body in the contract with what the API"
          + " expects, and look at the sample of its answer",
      400,
      415,
      422),
  SERVER_ERROR(
      "server-error",
      "the target failed inside; look at its log, its database and its queue's connection",
      500),
  GATEWAY(
      "gateway",
      "a proxy before the target got no good answer from it; look whether the target restarts or"
          + " answers too slowly",
      502,
      504),
  CONTRACT_MISFIT("contract-misfit", "") {
    @Override
    public Optional<Said> of(Observed seen) {
      return seen.failures(
              signature ->
                  switch (signature.kind()) {
                    case NO_ID, NO_STATUS, BODY_NOT_JSON, BODY_EMPTY -> true;
                    default -> false;
                  })
          .map(
              failures ->
                  new Said(
                      failures.words() + " were answered with " + words(failures),
                      failures.all()
                          ? "the contract does not fit the API; look at the sample of the answer and"
                              + " correct the pointers in --contract"
                          : "some answers are not what the contract says; look at the sample: the"
                              + " target may report errors with a status of success"));
    }

    private String words(Observed.Failures failures) {
      return switch (failures.most().signature().kind()) {
        case NO_ID -> "no job id";
        case NO_STATUS -> "no status";
        case BODY_EMPTY -> "nothing";
        default -> "what is not JSON";
      };
    }
  },
  REDIRECTED("redirected", "") {
    @Override
    public Optional<Said> of(Observed seen) {
      return seen.failures(ErrorKind.STATUS_REDIRECT)
          .map(
              failures ->
                  new Said(
                      failures.words() + " were redirected" + failures.detail(),
                      "redirects are not followed, because the load would go elsewhere; give the"
                          + " final address with --url, https if that is where it leads"));
    }
  };

  private final String id;
  private final String advice;
  private final Integer[] statuses;

  StatusRule(String id, String advice, Integer... statuses) {
    this.id = id;
    this.advice = advice;
    this.statuses = statuses;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Said> of(Observed seen) {
    return seen.status(statuses)
        .map(
            failures ->
                new Said(
                    failures.most().signature().code().orElseThrow()
                        + " on "
                        + failures.share()
                        + failures.detail(),
                    advice));
  }
}
