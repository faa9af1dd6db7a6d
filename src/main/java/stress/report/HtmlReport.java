package stress.report;

import java.util.ArrayList;
import java.util.List;
import stress.measure.RunResult;
import stress.measure.ScenarioResult;
import stress.verdict.Judgement;

/**
 * The judged run as one HTML page that needs nothing else: no network, no further file. Light or
 * dark as the reader's system is, readable on a phone, and without its script still a whole report.
 *
 * <p>Its own content security policy allows the page's own script and style by their hashes and
 * nothing besides, so that no text from a target could run, and nothing can be fetched.
 */
public final class HtmlReport {
  private final RunResult run;
  private final Judgement judgement;
  private final Html html = new Html();
  private final List<Chart> charts = new ArrayList<>();

  private HtmlReport(RunResult run, Judgement judgement) {
    this.run = run;
    this.judgement = judgement;
  }

  public static String render(RunResult run, Judgement judgement) {
    return new HtmlReport(run, judgement).page();
  }

  private String page() {
    String style = HtmlParts.style();
    String library = HtmlParts.library();
    String script = HtmlParts.script();
    head(style, HtmlParts.hash(library) + " " + HtmlParts.hash(script));
    html.open("body");
    verdict();
    html.open("main");
    thresholds();
    run.scenarios().forEach(this::scenario);
    plan();
    text();
    html.close("main");
    html.raw("<script type=\"application/json\" id=\"charts\">" + ChartData.json(charts))
        .raw("</script>\n<script>" + library + "</script>\n")
        .raw("<script>" + script + "</script>\n")
        .close("body")
        .close("html");
    return html.toString();
  }

  private void head(String style, String scripts) {
    String policy =
        "default-src 'none'; script-src "
            + scripts
            + "; style-src "
            + HtmlParts.hash(style)
            + "; img-src data:; base-uri 'none'; form-action 'none'";
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        // Else a browser would ask the server for one.
        .raw("<link rel=\"icon\" href=\"data:,\">\n")
        .element(
            "title",
            judgement.exit().word() + " – " + run.tool() + " " + run.command() + " " + run.runId())
        .raw("<style>" + style + "</style>\n")
        .close("head");
  }

  private void verdict() {
    html.open("header")
        .element("p", "tool", run.tool() + " · " + run.command() + " · run " + run.runId())
        .element(
            "h1", "verdict " + Marks.of(judgement.exit()).id(), Verdict.of(judgement).headline())
        .element("p", "Exit code " + judgement.exit().code() + ": " + judgement.exit().help() + ".")
        .close("header");
  }

  private void thresholds() {
    html.open("section").element("h2", "Thresholds");
    Table findings = ThresholdTable.of(run, judgement);
    if (findings.isEmpty()) {
      html.element("p", "none");
    } else {
      html.table(findings);
    }
    html.close("section");
  }

  private void scenario(ScenarioResult result) {
    Verdict verdict = Verdict.of(result, judgement);
    ScenarioSection sentences = ScenarioSection.of(result, verdict);
    html.open("section")
        .element("h2", result.scenario().id())
        .open("p")
        .raw("<strong class=\"" + Marks.of(verdict.exit()).id() + "\">")
        .raw(Markup.text(verdict.headline()) + "</strong> – ")
        .raw(Markup.text(sentences.outcome()) + ".\n")
        .close("p");
    html.element("p", "note", "Conservation: " + sentences.sum());
    result.notes().forEach(note -> html.element("p", "note", note));
    List<Chart> own = new ScenarioCharts(result).all();
    if (own.isEmpty()) {
      html.element("p", "note", "Nothing was measured that a chart could show.");
    } else {
      html.element("h3", "Over the run").open("div", "charts");
      own.forEach(this::chart);
      html.close("div");
    }
    for (Table table : new ScenarioTables(result).all()) {
      html.element("h3", table.title()).table(table);
    }
    html.close("section");
  }

  /** The place where the script draws, and what it will show in words. */
  private void chart(Chart chart) {
    html.open("figure")
        .element("h4", chart.title())
        .raw("<div class=\"chart\" data-chart=\"" + charts.size() + "\"></div>\n")
        .element("figcaption", chart.text())
        .close("figure");
    charts.add(chart);
  }

  private void plan() {
    html.open("section").element("h2", "Plan").table(PlanTable.of(run)).close("section");
  }

  private void text() {
    html.open("section")
        .element("h2", "Report as text")
        .open("details")
        .element("summary", "The report that a terminal shows")
        .raw("<pre tabindex=\"0\">")
        .raw(Markup.lines(TerminalReport.render(run, judgement, false)))
        .raw("</pre>\n")
        .close("details")
        .close("section");
  }
}
