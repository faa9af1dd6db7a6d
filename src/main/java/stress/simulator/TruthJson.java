package stress.simulator;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The truth as {@code GET /simulator/truth} tells it; instants in nanoseconds and microseconds. */
final class TruthJson {
  private final Instants instants;

  TruthJson(Instants instants) {
    this.instants = instants;
  }

  String of(Truth truth) {
    List<String> jobs = truth.jobs().stream().map(this::job).toList();
    return JsonText.object(
        out -> {
          out.list("jobs", jobs);
          out.object("requests", in -> counts(in, truth.requests()));
          out.object(
              "answers",
              in ->
                  new TreeMap<>(truth.answers())
                      .forEach(
                          (name, codes) -> in.object(name, codesOf -> counts(codesOf, codes))));
          out.object("faults", in -> counts(in, truth.faults()));
          out.object("sockets", in -> sockets(in, truth.sockets()));
          out.number("merged", truth.merged());
        });
  }

  private static void counts(JsonText out, Map<?, Long> counts) {
    new TreeMap<>(counts).forEach((name, count) -> out.number(name.toString(), count));
  }

  private static void sockets(JsonText out, SocketTruth sockets) {
    out.number("opened", sockets.opened())
        .number("refused", sockets.refused())
        .number("open", sockets.open())
        .number("frames_sent", sockets.framesSent())
        .object("closed_by_server", in -> counts(in, sockets.closedByServer()))
        .object("closed_by_client", in -> counts(in, sockets.closedByClient()));
  }

  private String job(JobTruth job) {
    return JsonText.object(
        out -> {
          out.text("id", job.id()).number("index", job.index()).text("tag", job.tag());
          out.text("outcome", job.outcome()).number("submissions", job.submissions());
          instant(out, "accepted", OptionalLong.of(job.acceptedNanos()));
          instant(out, "started", job.startedNanos());
          instant(out, "ended", job.endedNanos());
        });
  }

  private void instant(JsonText out, String name, OptionalLong nanos) {
    if (nanos.isPresent()) {
      out.number(name + "_nanos", nanos.getAsLong());
      out.number(name + "_micros", instants.micros(nanos.getAsLong()));
    } else {
      out.missing(name + "_nanos").missing(name + "_micros");
    }
  }
}
