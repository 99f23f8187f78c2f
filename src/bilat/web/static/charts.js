// Charts: the data stand in the page as JSON; colours are those of the page.
(function () {
  "use strict";
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function look() {
    const axis = { gridcolor: css("--line"), zerolinecolor: css("--line"), linecolor: css("--line"), automargin: true };
    return {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
      font: { color: css("--text"), family: css("--font"), size: 13 },
      colorway: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => css("--series-" + n)),
      margin: { l: 56, r: 16, t: 24, b: 48 }, hovermode: "closest",
      legend: { orientation: "h", y: -0.2 }, xaxis: axis, yaxis: axis,
      hoverlabel: { font: { family: css("--font") } },
    };
  }

  // "--series-1" stands for that colour of the page, in the look it has now.
  function coloured(key, value) {
    return key === "color" && typeof value === "string" && value.startsWith("--") ? css(value) : value;
  }

  function merged(base, over) {
    const made = { ...base };
    for (const [key, value] of Object.entries(over || {})) {
      const both = value && base[key] && typeof value === "object" && !Array.isArray(value);
      made[key] = both ? merged(base[key], value) : value;
    }
    return made;
  }

  function draw() {
    for (const script of document.querySelectorAll("script[data-chart]")) {
      const figure = JSON.parse(script.textContent, coloured);
      const place = document.getElementById(script.dataset.chart);
      const options = { displaylogo: false, responsive: true, displayModeBar: false };
      Plotly.react(place, figure.data, merged(look(), figure.layout), options).then(() => {
        place.dataset.drawn = "true";
        if (place.dataset.bound) return;
        place.dataset.bound = "true";
        // A mark that knows an address leads there.
        place.on("plotly_click", (event) => {
          const to = event.points[0] && event.points[0].customdata;
          if (typeof to === "string" && to.startsWith("/") && !to.startsWith("//")) location.assign(to);
        });
      });
    }
  }

  draw();
  document.addEventListener("bilat:theme", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
