"use strict";
(() => {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const HEIGHT = 240;
  const drawn = [];

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const digits = (value) => String(Number(value.toPrecision(3)));

  function seconds(value) {
    const size = Math.abs(value);
    if (size === 0) return "0";
    if (size < 1e-3) return digits(value * 1e6) + " µs";
    if (size < 1) return digits(value * 1e3) + " ms";
    if (size < 120) return digits(value) + " s";
    return size < 7200 ? digits(value / 60) + " min" : digits(value / 3600) + " h";
  }

  function count(value) {
    const size = Math.abs(value);
    if (size >= 1e6) return digits(value / 1e6) + " M";
    return size >= 1e4 ? digits(value / 1e3) + " k" : digits(value);
  }

  const figure = {
    seconds,
    count,
    rate: (value) => count(value) + "/s",
    percent: (value) => digits(value) + " %",
  };

  function quantile(place) {
    const nines = Math.log10(place);
    return (100 * (1 - 1 / place)).toFixed(Math.max(0, Math.ceil(nines - 1e-9) - 2)) + " %";
  }

  const shown = (format) => (plot, value) => (value == null ? "–" : format(value));

  function xAxis(chart) {
    const format = chart.axis === "quantile" ? quantile : seconds;
    return {
      stroke: css("--soft"),
      grid: { stroke: css("--grid"), width: 1 },
      ticks: { stroke: css("--rule"), width: 1 },
      space: 60,
      values: (plot, places) => places.map((place) => (place == null ? "" : format(place))),
    };
  }

  function yAxis(chart) {
    return {
      stroke: css("--soft"),
      grid: { stroke: css("--grid"), width: 1 },
      ticks: { stroke: css("--rule"), width: 1 },
      size: 72,
      values: (plot, values) => values.map(figure[chart.unit]),
    };
  }

  function series(chart) {
    const few = chart.data[0].length < 40 && chart.axis === "time";
    const lines = chart.lines.map((line, i) => ({
      label: line.label,
      stroke: css("--line" + (1 + (i % 6))),
      width: 2,
      dash: line.dashed ? [6, 4] : [],
      points: { show: few, size: 5 },
      value: shown(figure[chart.unit]),
    }));
    const x = chart.axis === "quantile" ? quantile : seconds;
    return [{ label: chart.axis === "quantile" ? "quantile" : "at", value: shown(x) }, ...lines];
  }

  function options(chart, width) {
    const bottom = (plot, low, high) => [Math.min(0, low ?? 0), high > 0 ? high * 1.08 : 1];
    return {
      width,
      height: HEIGHT,
      scales: {
        x: chart.axis === "quantile" ? { time: false, distr: 3, log: 10 } : { time: false },
        y: { range: bottom },
      },
      axes: [xAxis(chart), yAxis(chart)],
      series: series(chart),
      cursor: { drag: { x: chart.axis === "time", y: false }, y: false },
    };
  }

  function draw(place) {
    const chart = charts[Number(place.dataset.chart)];
    place.replaceChildren();
    drawn.push([place, new uPlot(options(chart, place.clientWidth), chart.data, place)]);
  }

  /** Left and right go from value to value, which the legend shows. */
  function byKeyboard(place) {
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -Infinity, End: Infinity };
    place.tabIndex = 0;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", charts[Number(place.dataset.chart)].title + ": arrow keys show the values");
    place.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const plot = drawn.find((one) => one[0] === place)[1];
      const last = plot.data[0].length - 1;
      const index = Math.max(0, Math.min(last, (plot.cursor.idx ?? 0) + step));
      plot.setCursor({ left: plot.valToPos(plot.data[0][index], "x"), top: 0 });
    });
  }

  function drawAll() {
    drawn.splice(0).forEach((one) => one[1].destroy());
    document.querySelectorAll("[data-chart]").forEach(draw);
  }

  function fit() {
    drawn.forEach(([place, plot]) => {
      if (place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height: HEIGHT });
    });
  }

  document.querySelectorAll("[data-chart]").forEach(byKeyboard);
  drawAll();
  dark.addEventListener("change", drawAll);
  addEventListener("resize", fit);
})();
