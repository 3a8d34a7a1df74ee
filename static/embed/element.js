// <outage-lens>: reads the report inside it, at its `src` or in its `text`, and shows facts, chart and timeline in its place.
//
// Until then, and wherever it cannot, the text that stands inside it stays visible.

import { element } from "./dom.js";
import { loadEngine } from "./load_engine.js";
import { asProblem, Problem } from "./problem.js";
import { childSources, ownSources, Source } from "./sources.js";
import { styleSheets } from "./styles.js";
import { Widget } from "./widget.js";

/** Texts are read this far outside of the window already, so that a reader who scrolls finds them read. */
const NEAR = "200px";
/** What changes only how the widget looks. */
const LOOKS = ["parts", "definition", "heading-level"];

export class OutageLens extends HTMLElement {
  static observedAttributes = ["src", "view", "height", ...LOOKS];

  #root = this.attachShadow({ mode: "open" });
  #own = new CSSStyleSheet();
  /** Aborted when the element is removed, and with it everything that it listens to or waits for. */
  #connection;
  /** Aborted when another text takes the place of the one that is being read. */
  #reading;
  #texts;
  #widget;
  #isNear = false;
  #isReady = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [...styleSheets(), this.#own];
    this.#root.append(element("slot"));
  }

  /** The text that is read in place of the one inside the element; `undefined` for that one. */
  get text() {
    return this.#texts?.[0];
  }

  set text(text) {
    this.texts = text === undefined || text === null ? undefined : [text];
  }

  /** The texts of a comparison, likewise. */
  get texts() {
    return this.#texts?.slice();
  }

  set texts(texts) {
    this.#texts = texts === undefined || texts === null ? undefined : Array.from(texts, String);
    this.#readAnew();
  }

  /** What was read last, one report a text in the format `outage-lens/1`; empty before. */
  get reports() {
    return this.#widget?.reports ?? [];
  }

  /** The first of them. */
  get report() {
    return this.reports[0];
  }

  connectedCallback() {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const nearness = new IntersectionObserver((entries) => this.#cameNear(entries), { rootMargin: NEAR });
    nearness.observe(this);
    // Only what the host changes: the widget itself lives in the shadow root.
    const changes = new MutationObserver(() => this.#readAnew());
    changes.observe(this, { childList: true, characterData: true, subtree: true });
    signal.addEventListener("abort", () => {
      nearness.disconnect();
      changes.disconnect();
    });
    this.#adjustHeight();
  }

  disconnectedCallback() {
    this.#connection.abort();
    this.#reading?.abort();
    this.#isNear = false;
    this.#show();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.isConnected) return;
    if (name === "height") this.#adjustHeight();
    else if (LOOKS.includes(name)) this.#widget?.render();
    else this.#readAnew();
  }

  #cameNear(entries) {
    if (this.#isNear || !entries.some((entry) => entry.isIntersecting)) return;
    this.#isNear = true;
    this.#readAnew();
  }

  // Several changes in one turn are one reading.
  #readAnew() {
    if (!this.#isNear) return;
    this.#reading?.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    queueMicrotask(() => this.#read(signal));
  }

  async #read(signal) {
    let texts = [];
    try {
      if (signal.aborted) return;
      const sources = this.#sources();
      const loading = loadEngine();
      // Texts are read meanwhile, and a failure of theirs must not leave the engine's unheard.
      loading.catch(() => {});
      const { found, problems } = await readAll(sources, signal);
      texts = found;
      const engine = await loading;
      if (signal.aborted) return;
      this.#tellReady();
      this.#show(new Widget(this, engine, texts));
      this.#tell("analyzed", { reports: this.reports, report: this.report, comparison: this.#widget.comparison });
      for (const problem of problems) this.#complain(problem);
    } catch (error) {
      if (!signal.aborted) this.#fail(asProblem(error), texts);
    }
  }

  #sources() {
    const own = this.#texts?.map((text) => new Source({ text }));
    const isComparison = this.getAttribute("view") === "compare";
    const sources = isComparison ? own ?? childSources(this) : own?.slice(0, 1) ?? ownSources(this);
    if (sources.length === 0) throw new Problem("no-text", `There ${isComparison ? "are no reports here to compare" : "is no report here"}.`);
    return sources;
  }

  // The widget in place of the text inside the element; without one, that text.
  #show(widget) {
    this.#widget?.free();
    this.#widget = widget;
    this.#root.replaceChildren(widget?.root ?? element("slot"));
  }

  #fail(problem, texts) {
    this.#show();
    // The text inside the element is on view; one that came from elsewhere would be nowhere.
    const fetched = this.#texts !== undefined || this.getAttribute("src") ? texts : [];
    this.#complain(problem, fetched.map(({ text }) => element("pre", { class: "text" }, text)));
  }

  // A sentence above whatever is shown, and an event.
  #complain({ code, message, advice, line }, more = []) {
    this.#root.prepend(element("div", { class: "lens notice", role: "alert" },
      element("p", {}, message),
      advice && element("p", { class: "soft" }, advice),
      line && element("pre", { class: "line" }, line),
      more));
    this.#tell("error", { code, message, ...(line && { line }) });
  }

  #tellReady() {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#tell("ready", {});
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`outage-lens:${name}`, { bubbles: true, composed: true, detail }));
  }

  // A height makes the widget scroll within itself; the host's own styles stay untouched.
  #adjustHeight() {
    const height = (this.getAttribute("height") ?? "").trim();
    const length = /^\d+(\.\d+)?$/.test(height) ? `${height}px` : height;
    const isLength = CSS.supports("max-height", length) && length !== "auto";
    this.#own.replaceSync(isLength ? `.lens { max-height: ${length}; }` : "");
  }
}

// Every text that can be had. Of several one may fail: the others are shown all the same.
async function readAll(sources, signal) {
  const settled = await Promise.allSettled(sources.map((source) => source.read(signal)));
  const problems = settled.filter(({ status }) => status === "rejected").map(({ reason }) => asProblem(reason));
  if (problems.length === settled.length) throw problems[0];
  const found = settled.flatMap(({ status, value }, place) => (status === "fulfilled" ? [{ text: value, name: sources[place].name }] : []));
  return { found, problems };
}
