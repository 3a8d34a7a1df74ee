// One incident: its facts, its contradictions, its chart and its timeline. The words are the engine's.

import { element } from "./dom.js";

const CERTAINTY_WORDS = { stated: "stated", derived: "worked out", assumed: "assumed" };

/** The four headline facts, the further ones below them, and room for the words behind the one that is chosen. */
export function factsView({ headline, further }) {
  const chips = further.map((fact) => element("li", {}, chip(fact)));
  return [
    element("div", { class: "card", role: "group", "aria-label": "Headline facts" }, headline.map(cell)),
    chips.length > 0 && element("ul", { class: "chips", "aria-label": "Further facts" }, chips),
    element("div", { class: "proof", role: "status", hidden: true }),
  ];
}

function cell(fact) {
  return button("fact", fact, label(fact), value(fact.headline),
    fact.detail !== "" && element("span", { class: "detail" }, fact.detail), caption(fact, fact.caption));
}

function chip(fact) {
  const detail = fact.id.startsWith("impact-") && element("span", { class: "detail" }, fact.detail);
  return button("chip", fact, label(fact), element("b", {}, fact.headline ?? "–"), detail,
    caption(fact, CERTAINTY_WORDS[fact.certainty] ?? ""));
}

function button(kind, fact, ...content) {
  const attributes = { type: "button", class: kind, "data-fact": fact.id, "data-value": fact.value, "aria-pressed": "false" };
  const doubts = fact.doubts.map((place) => `doubt-${place}`).join(" ");
  return element("button", { ...attributes, "aria-describedby": doubts || null }, ...content);
}

function label(fact) {
  const flag = fact.doubts.length > 0 && element("span", { class: "flag" }, "doubt");
  return element("span", { class: "label" }, fact.name, flag);
}

function value(headline) {
  if (headline === null) return element("strong", { class: "missing" }, "–");
  const length = [...headline].length;
  return element("strong", { class: length <= 6 ? "short" : length <= 12 ? "medium" : "long" }, headline);
}

function caption(fact, words) {
  return element("span", { class: `caption ${fact.certainty ?? "absent"}` }, words);
}

/** The words behind a fact, or that there are none. */
export function proofWords({ name, headline, quotes, rule }) {
  if (headline === null) return [element("span", {}, `${name}: not found in the text.`)];
  const words = quotes.length > 0 ? quotes.map((quote) => element("q", {}, quote)) : [element("span", {}, "no words of its own")];
  return [element("span", {}, `${name} is read from`), ...words, rule !== null && element("code", { class: "rule" }, rule)];
}

/** Where the report contradicts itself, one sentence each. */
export function discrepanciesView({ headline, further, doubts }) {
  if (doubts.length === 0) return null;
  const names = new Map([...headline, ...further].map((fact) => [fact.id, fact.name]));
  const sentence = ({ id, kind, about, message, quotes }, place) =>
    element("li", { class: "doubt", id: `doubt-${place}`, "data-fact": id, "data-about": about, "data-kind": kind },
      element("b", {}, names.get(about) ?? "Timeline"), message, " ", quotes.map((quote) => [element("q", {}, quote), " "]));
  return element("ul", { class: "doubts", "aria-label": "Contradictions in the report" }, doubts.map(sentence));
}

/** The timeline as a table, in the report's order. */
export function timelineView({ rows, rows_left_out }) {
  if (rows.length === 0) return element("p", { class: "soft" }, "No timeline was found in the text.");
  const header = ["Time", "After start", "What happened", "Phase"].map((name) => element("th", { scope: "col" }, name));
  const table = element("table", {}, element("caption", {}, "Timeline"), element("thead", {}, element("tr", {}, header)),
    element("tbody", {}, rows.map(timelineRow)));
  const rest = rows_left_out > 0 && element("p", { class: "soft" }, `${rows_left_out} more entries are in the text.`);
  return element("div", { class: "entries" }, table, rest);
}

function timelineRow({ id, day, time, value, after_start, text, phase, doubted }) {
  // In a narrow widget the phase stands behind the words: only one of the two is there for the eye and for screen readers.
  const tag = (place) => phase !== "other" && element("span", { class: `tag tag-${phase} ${place}` }, phase);
  return element("tr", { "data-fact": id, "data-value": value, class: doubted ? "doubted" : null },
    element("th", { scope: "row" }, day !== null && element("small", { class: "day" }, day), time ?? "open"),
    element("td", { class: "after" }, after_start ?? "–"),
    element("td", {}, text, doubted && element("span", { class: "flag" }, "doubt"), " ", tag("below")),
    element("td", { class: "phase" }, tag("")));
}
