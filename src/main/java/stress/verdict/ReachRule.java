package stress.verdict;

import java.util.Optional;
import stress.measure.ErrorKind;

/** Whether the target can be reached at all. */
enum ReachRule implements DiagnosisRule {
  NAME("name-not-resolved", ErrorKind.DNS, "found no address for the name of the host") {
    @Override
    String advice(Observed seen, boolean all) {
      return "correct the host in --url (now "
          + seen.target()
          + "), or see to the resolver of this machine or container";
    }
  },
  REFUSED("connection-refused", ErrorKind.CONNECTION_REFUSED, "were refused at connect") {
    @Override
    String advice(Observed seen, boolean all) {
      return all
          ? "nothing listens on "
              + seen.target()
              + ", or a firewall refuses; start the target, or correct the port in --url"
          : "the target stopped listening for a while, or its accept queue is full; look whether it"
              + " restarted, and raise its backlog";
    }
  },
  CONNECT_TIMEOUT("connect-timeout", ErrorKind.CONNECT_TIMEOUT, "got no answer to connecting") {
    @Override
    String advice(Observed seen, boolean all) {
      return all
          ? "packets are dropped on the way to "
              + seen.target()
              + "; check the address, firewalls and security groups"
          : "the target's accept queue is full, or a firewall on the way limits connections; connect"
              + " more slowly, or raise the backlog";
    }
  },
  CERTIFICATE("certificate", ErrorKind.TLS, "failed in the TLS handshake") {
    @Override
    String advice(Observed seen, boolean all) {
      return "if its certificate is not trusted, --ca FILE trusts its authority and --insecure any"
          + " certificate; if it asks for ours, give --cert and --key";
    }
  },
  NO_ANSWER("no-answer", ErrorKind.REQUEST_TIMEOUT, "got no answer in time") {
    @Override
    String advice(Observed seen, boolean all) {
      return "the target is overloaded or hangs; look at its log and its database, and give a"
          + " longer --request-timeout only if such times are acceptable";
    }
  },
  LOST("connection-lost", ErrorKind.CONNECTION_LOST, "lost their connection before an answer") {
    @Override
    String advice(Observed seen, boolean all) {
      return "the target or a proxy before it closes connections under load or crashed; look at its"
          + " log, its limits and its restarts";
    }
  };

  private final String id;
  private final ErrorKind kind;
  private final String what;

  ReachRule(String id, ErrorKind kind, String what) {
    this.id = id;
    this.kind = kind;
    this.what = what;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Said> of(Observed seen) {
    return seen.failures(kind)
        .map(
            failures ->
                new Said(
                    failures.words() + " " + what + failures.detail(),
                    advice(seen, failures.all())))
        .or(
            () ->
                seen.unreached(kind)
                    .map(
                        why ->
                            new Said("the target was never reached, " + why, advice(seen, true))));
  }

  abstract String advice(Observed seen, boolean all);
}
