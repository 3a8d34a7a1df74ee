// A chart with its finding, drawn as wide as it stands, and the same numbers as a table.

import { drawn, element } from "./dom.js";

/** The width before the first measurement. */
const USUAL_WIDTH_PX = 560;

/**
 * A chart that is drawn anew when its width changes.
 *
 * `draw(width)` gives a scene (src/embed/scene_view.rs), or `undefined` where there is nothing to draw; then the
 * figure stays hidden. `observe(node, told)` calls `told(width)` for each new width.
 */
export function figure(kind, draw, observe) {
  const canvas = element("div", { class: "canvas" });
  const finding = element("b");
  const description = element("span", { class: "hidden" });
  const numbers = element("details", { class: "numbers" }, element("summary", {}, "As a table"), "");
  const whole = element("figure", { "data-chart": kind }, element("figcaption", {}, finding, description), canvas, numbers);
  let width = 0;
  const show = (next) => {
    if (next === width || next <= 0) return;
    width = next;
    const scene = draw(width);
    whole.hidden = scene === undefined;
    if (scene === undefined) return;
    finding.textContent = scene.title;
    description.textContent = scene.description;
    canvas.replaceChildren(drawing(scene));
    numbers.lastChild.replaceWith(table(scene));
  };
  show(USUAL_WIDTH_PX);
  observe(canvas, show);
  return whole;
}

function drawing({ width, height, title, marks }) {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  const nodes = marks.map(markNode);
  // One stop of the tab key for the chart; the arrow keys go from mark to mark (see pointing.js).
  nodes.find((node) => node.hasAttribute("tabindex"))?.setAttribute("tabindex", "0");
  return drawn("svg", { class: "scene", role: "group", "aria-label": title, ...size }, ...nodes);
}

function markNode({ class: role, tag, attributes, text, label, fact, incident }) {
  const shape = { class: role, ...Object.fromEntries(attributes) };
  if (label === null) return drawn(tag, { ...shape, "aria-hidden": "true" }, text);
  const leads = fact !== null || incident !== null;
  const stands = { role: leads ? "button" : "img", tabindex: "-1", "aria-label": label };
  return drawn(tag, { ...shape, ...stands, "data-fact": fact ?? (incident === null ? null : `incident-${incident}`) },
    drawn("title", {}, label), text);
}

function table({ title, header, rows }) {
  const cells = (row) => row.map((cell) => element("td", {}, cell === "" ? "–" : cell));
  return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": title },
    element("table", {}, element("caption", { class: "hidden" }, title),
      element("thead", {}, element("tr", {}, header.map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, rows.map((row) => element("tr", {}, cells(row))))));
}
