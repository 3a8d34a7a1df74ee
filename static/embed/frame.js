// embed.html: the widget in a frame. Its host speaks to it by messages, or puts the report into the address.
//
// Every message is an object `{outageLens: 1, type, …}`; docs/javascript.md lists the types. Only the window that holds the
// frame is heard, and only from one origin: the one in `?origin=`, or else the one that says hello first.

import { OutageLens } from "./element.js";

const PROTOCOL = 1;
const SETTINGS = ["theme", "parts", "definition", "heading-level"];

customElements.define("outage-lens", OutageLens);
const lens = document.createElement("outage-lens");
/** The only origin that is heard and told anything of a report. */
let host = originOf(new URL(location.href).searchParams.get("origin"));

// An address is as good as its origin: a slash at the end would otherwise be another one.
function originOf(given) {
  try {
    return given === null ? undefined : new URL(given).origin;
  } catch {
    return given;
  }
}

function tell(type, more = {}) {
  // A page without an origin of its own cannot be named as a target; it is heard only where `?origin=null` allows it.
  const target = host === undefined || host === "null" ? "*" : host;
  parent.postMessage({ outageLens: PROTOCOL, type, ...more }, target);
}

function hear({ source, origin, data }) {
  if (source !== parent || parent === window || data?.outageLens !== PROTOCOL) return;
  if (host === undefined && data.type === "hello" && origin !== "null") host = origin;
  if (origin !== host) return;
  if (data.type === "hello") tell("ready", { protocol: PROTOCOL });
  else if (data.type === "show") show(data);
  else if (data.type === "theme") adjust({ theme: data.theme });
}

// What a message or the address asks for: settings, and one text or several.
function show({ text, texts, src, ...settings }) {
  adjust(settings);
  const several = Array.isArray(texts) ? texts.map(String) : undefined;
  lens.toggleAttribute("view", false);
  if (several) lens.setAttribute("view", "compare");
  if (typeof src === "string") lens.setAttribute("src", src);
  else lens.removeAttribute("src");
  lens.texts = several ?? (typeof text === "string" ? [text] : undefined);
}

function adjust(settings) {
  for (const name of SETTINGS) {
    const value = settings[name];
    if (typeof value === "string") lens.setAttribute(name, value);
  }
  document.documentElement.dataset.theme = lens.getAttribute("theme") ?? "";
}

function showAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, asked.get(name)]));
  const texts = asked.getAll("text");
  const sources = asked.getAll("src");
  if (texts.length > 1) show({ ...settings, texts });
  else if (texts.length === 1) show({ ...settings, text: texts[0] });
  else if (sources.length > 0) showSources(settings, sources);
  else adjust(settings);
}

function showSources(settings, sources) {
  show({ ...settings, src: sources.join(" ") });
  if (sources.length > 1) lens.setAttribute("view", "compare");
}

// Only to a host that is known: what stands in a report is nobody else's.
lens.addEventListener("outage-lens:analyzed", ({ detail }) => {
  if (host !== undefined) tell("analyzed", { reports: detail.reports });
});
lens.addEventListener("outage-lens:error", ({ detail: { code, message } }) => tell("error", { code, message }));

let height = 0;
new ResizeObserver(() => {
  const next = Math.ceil(lens.getBoundingClientRect().height);
  if (next !== height) tell("height", { height: (height = next) });
}).observe(lens);

addEventListener("message", hear);
addEventListener("hashchange", showAddress);
showAddress();
document.body.replaceChildren(lens);
tell("ready", { protocol: PROTOCOL });
