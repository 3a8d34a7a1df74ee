// What stands in the shadow root once texts were read: one incident, or all of them beside each other.

import { comparisonTable, leftOut } from "./compare_view.js";
import { element } from "./dom.js";
import { figure } from "./figure.js";
import { discrepanciesView, factsView, proofWords, timelineView } from "./incident_view.js";
import { listenForPointing } from "./pointing.js";

const NOTHING = "No incident was found in this text. A report names at least a time, a duration or a share of something that was affected.";
const FOOT = "Read by Outage Lens in your browser. Nothing was sent anywhere.";
/** The parts of a widget, in their order; `parts` leaves out those that it does not name. */
const REPORT_PARTS = ["facts", "discrepancies", "chart", "timeline"];
const COMPARE_PARTS = ["facts", "durations", "aligned", "table"];
/** Charts over several incidents; `chart` among the parts stands for all of them. */
const CHARTS = ["durations", "aligned"];

export class Widget {
  #host;
  #collection;
  #incidents;
  #chosen;
  #place = 0;
  /** Aborted for each new rendering. */
  #rendering = new AbortController();

  /** `texts` are `{text, name}`; reading them is done when this returns. `free` must be called in the end. */
  constructor(host, engine, texts) {
    this.#host = host;
    this.root = element("section", { class: "lens" });
    this.#collection = new engine.Collection();
    for (const { text, name } of texts) this.#collection.add(text, name);
    this.reports = texts.map((_, place) => this.#collection.report(place));
    this.render();
  }

  get #isComparison() {
    return this.#host.getAttribute("view") === "compare";
  }

  /** The figures over all incidents, where the widget shows them beside each other. */
  get comparison() {
    return this.#isComparison ? this.#collection.overview() : undefined;
  }

  /** Gives back the engine's memory. */
  free() {
    this.#rendering.abort();
    this.#collection.free();
  }

  /** Shows everything anew, as after a change of an attribute. */
  render() {
    this.#rendering.abort();
    this.#rendering = new AbortController();
    this.#collection.define(this.#host.getAttribute("definition") ?? "");
    const parts = this.#isComparison ? this.#comparisonParts() : this.#incidentParts();
    this.root.replaceChildren(...parts.flat(Infinity).filter(Boolean), element("p", { class: "foot" }, FOOT));
    listenForPointing(this.root, (fact) => this.#choose(fact), this.#rendering.signal);
  }

  #incidentParts() {
    this.#incidents = this.#collection.incidents(0);
    const incident = this.#incidents[this.#place];
    if (!incident) return [element("p", { class: "soft", role: "status" }, NOTHING)];
    const draw = (width) => this.#collection.timeline(0, this.#place, width);
    const parts = {
      facts: () => factsView(incident),
      discrepancies: () => discrepanciesView(incident),
      chart: () => figure("timeline", draw, (node, told) => this.#observeWidth(node, told)),
      timeline: () => timelineView(incident),
    };
    return [this.#heading(incident.title), this.#picker(), this.#wanted(REPORT_PARTS).map((part) => parts[part]())];
  }

  #comparisonParts() {
    const comparison = this.comparison;
    if (comparison.n === 0) return [element("p", { class: "soft", role: "status" }, NOTHING)];
    const chart = (kind) => figure(kind, (width) => this.#collection.chart(kind, width),
      (node, told) => this.#observeWidth(node, told));
    const parts = {
      facts: () => element("p", { class: "sub" }, comparison.summary),
      ...Object.fromEntries(CHARTS.map((kind) => [kind, () => chart(kind)])),
      table: () => comparisonTable(comparison),
    };
    const title = comparison.n === 1 ? "1 incident" : `${comparison.n} incidents`;
    return [this.#heading(title), this.#wanted(COMPARE_PARTS).map((part) => parts[part]()), leftOut(comparison.left_out)];
  }

  #heading(title) {
    const level = /^[2-6]$/.test(this.#host.getAttribute("heading-level") ?? "") ? this.#host.getAttribute("heading-level") : "3";
    const words = title ?? "Report";
    this.root.setAttribute("aria-label", `Outage Lens: ${words}`);
    return element(`h${level}`, { class: "title" }, words);
  }

  // Several incidents in one text: which of them is shown.
  #picker() {
    if (this.#incidents.length < 2) return null;
    const select = element("select", {}, this.#incidents.map(({ title }, place) =>
      element("option", { value: place, selected: place === this.#place }, `${place + 1} of ${this.#incidents.length}: ${title ?? "Report"}`)));
    select.addEventListener("change", () => {
      this.#place = Number(select.value);
      this.render();
      this.root.querySelector("select").focus();
    });
    return element("label", { class: "picker" }, "Incident", select);
  }

  #wanted(all) {
    const named = (this.#host.getAttribute("parts") ?? "").split(/\s+/).filter((name) => name !== "");
    const isNamed = (part) => named.includes(part) || (named.includes("chart") && CHARTS.includes(part));
    return named.length === 0 ? all : all.filter(isNamed);
  }

  // Drawing within the observer's own turn would be a loop, which browsers tell the host's window.onerror of.
  #observeWidth(node, told) {
    const { signal } = this.#rendering;
    const observer = new ResizeObserver(([entry]) => requestAnimationFrame(() => {
      if (!signal.aborted) told(Math.floor(entry.contentRect.width));
    }));
    observer.observe(node);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  // The words behind the fact that was pressed; a second press puts them away.
  #choose(id) {
    const incident = this.#incidents?.[this.#place];
    const fact = incident && [...incident.headline, ...incident.further].find((one) => one.id === id);
    this.#chosen = fact && this.#chosen !== id ? id : undefined;
    for (const button of this.root.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.dataset.fact === this.#chosen));
    }
    const proof = this.root.querySelector(".proof");
    if (!proof) return;
    proof.hidden = this.#chosen === undefined;
    proof.replaceChildren(...(proof.hidden ? [] : proofWords(fact).filter(Boolean)));
  }
}
