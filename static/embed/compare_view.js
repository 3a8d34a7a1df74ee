// Several incidents beside each other, as a table. The charts stand in figures of their own.

import { element } from "./dom.js";

const COLUMNS = ["Incident", "Began", "Duration", "Impact", "To detect", "Entries", "Doubts"];

/** One row an incident. */
export function comparisonTable({ rows }) {
  const header = COLUMNS.map((name, place) => element("th", { scope: "col", class: place > 1 ? "number" : null }, name));
  const table = element("table", { class: "wide" }, element("caption", {}, "Side by side"),
    element("thead", {}, element("tr", {}, header)), element("tbody", {}, rows.map(comparedRow)));
  return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Side by side" }, table);
}

function comparedRow(row, place) {
  const number = (words, value) => element("td", { class: "number", "data-value": value }, words ?? "–");
  const impact = number(row.impact, row.impact_value);
  if (row.impact_of !== null) impact.append(element("small", {}, ` of ${row.impact_of}`));
  return element("tr", { "data-fact": `incident-${place}` },
    element("th", { scope: "row" }, row.title),
    element("td", {}, row.day ?? "–"),
    number(row.duration, row.minutes), impact, number(row.time_to_detect), number(row.entries), number(row.doubts));
}

/** How many texts are not among the incidents, and why. */
export function leftOut(count) {
  if (count === 0) return null;
  const words = count === 1
    ? "1 report is left out, because no incident was found in it."
    : `${count} reports are left out, because no incident was found in them.`;
  return element("p", { class: "soft" }, words);
}
