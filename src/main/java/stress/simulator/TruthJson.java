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

  /**
   * @param everySocket with one record a socket
   */
  String of(Truth truth, boolean everySocket) {
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
          out.object("sockets", in -> sockets(in, truth.sockets(), everySocket));
          out.number("merged", truth.merged());
        });
  }

  private static void counts(JsonText out, Map<?, Long> counts) {
    new TreeMap<>(counts).forEach((name, count) -> out.number(name.toString(), count));
  }

  private static void sockets(JsonText out, SocketTruth sockets, boolean every) {
    out.number("opened", sockets.opened())
        .number("refused", sockets.refused())
        .number("open", sockets.open())
        .number("frames_sent", sockets.framesSent())
        .object("closed_by_server", in -> counts(in, sockets.closedByServer()))
        .object("closed_by_client", in -> counts(in, sockets.closedByClient()))
        .object("kinds", in -> kinds(in, sockets))
        .object("delays", in -> delays(in, sockets.delays()))
        .number("records", sockets.latest().size())
        .number("forgotten", sockets.forgotten());
    if (every) {
      out.list("latest", sockets.latest().stream().map(TruthJson::socket).toList());
    }
  }

  private static void kinds(JsonText out, SocketTruth sockets) {
    for (SocketKind kind : SocketKind.values()) {
      SocketTotals all = sockets.of(kind);
      out.object(
          kind.text(),
          in ->
              in.number("opened", all.opened())
                  .number("refused", all.refused())
                  .number("open", all.open())
                  .number("messages_out", all.messagesOut())
                  .number("bytes_out", all.bytesOut())
                  .number("messages_in", all.messagesIn())
                  .number("bytes_in", all.bytesIn())
                  .object("closed_by_server", codes -> counts(codes, all.closedByServer()))
                  .object("closed_by_client", codes -> counts(codes, all.closedByClient())));
    }
  }

  private static void delays(JsonText out, Map<String, DelayTruth> delays) {
    new TreeMap<>(delays)
        .forEach(
            (kind, delay) ->
                out.object(
                    kind,
                    in ->
                        in.object("injected", values -> quantiles(values, delay.injected()))
                            .object("real", values -> quantiles(values, delay.real()))));
  }

  private static void quantiles(JsonText out, Quantiles values) {
    out.number("count", values.count())
        .number("min_nanos", values.min())
        .number("p50_nanos", values.p50())
        .number("p95_nanos", values.p95())
        .number("p99_nanos", values.p99())
        .number("max_nanos", values.max());
  }

  private static String socket(SocketRecord socket) {
    return JsonText.object(
        out -> {
          out.text("kind", socket.kind().text()).text("about", socket.about());
          out.number("opened_nanos", socket.openedNanos());
          if (socket.closedNanos().isPresent()) {
            out.number("closed_nanos", socket.closedNanos().getAsLong());
          } else {
            out.missing("closed_nanos");
          }
          out.number("messages_out", socket.messagesOut()).number("bytes_out", socket.bytesOut());
          out.number("messages_in", socket.messagesIn()).number("bytes_in", socket.bytesIn());
          if (socket.closeCode().isPresent()) {
            out.number("close_code", socket.closeCode().getAsInt());
          } else {
            out.missing("close_code");
          }
          out.text("ended_by", socket.endedBy().map(SocketEnder::text));
        });
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
