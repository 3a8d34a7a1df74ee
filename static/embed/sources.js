// Where a widget's reports come from: its `text` property, its `src` attribute, or what stands inside it.

import { Problem } from "./problem.js";
import { directiveWith, watchingPolicy } from "./policy.js";

/** The longest text that is taken, in bytes. Facts come from the first megabyte of it. */
const LONGEST_BYTES = 10_000_000;
const TEXT_TYPES = /^(text\/|application\/(octet-stream|markdown|x-markdown|xhtml\+xml|xml|json|yaml|x-yaml))/;

/** One source of a report: a text, or the address of one. */
export class Source {
  constructor({ text, url, name = "" }) {
    this.text = text;
    this.url = url;
    this.name = name;
  }

  /** The text. Rejects with a problem where there is none. */
  async read(signal) {
    if (this.url === null) throw new Problem("bad-address", `“${this.name}” is no address that a report can be read from.`);
    const text = this.url === undefined ? this.text : await fetched(this.url, signal);
    if (text.trim() === "") throw new Problem("no-text", "There is no report here: it is empty.");
    if (text.length > LONGEST_BYTES) throw tooLong(text.length);
    return text;
  }
}

/** The sources of a widget for one report: at most one. */
export function ownSources(host) {
  if (host.getAttribute("src")) return addresses(host).slice(0, 1);
  const holder = host.querySelector(":scope > template, :scope > script, :scope > pre");
  return [new Source({ text: textOf(holder ?? host), name: holder?.dataset.name })];
}

/** The sources of a widget for several: addresses, then each child by itself, and each item of a list. */
export function childSources(host) {
  const items = [...host.children].flatMap((child) => (/^[UO]L$/.test(child.tagName) ? [...child.children] : [child]));
  return [...addresses(host), ...items.map(sourceOf)];
}

function addresses(host) {
  const list = (host.getAttribute("src") ?? "").split(/\s+/).filter((address) => address !== "");
  return list.map((address) => addressed(address, list.length === 1 ? host : undefined));
}

function sourceOf(child) {
  const address = child.getAttribute("src") ?? child.dataset.src;
  const link = child.matches("a[href]") ? child : child.matches("li") ? child.querySelector("a[href]") : null;
  if (address ?? link) return addressed(address ?? link.getAttribute("href"), child);
  return new Source({ text: textOf(child), name: child.dataset.name });
}

function addressed(address, holder) {
  const url = parsed(address);
  return new Source({ url, name: linkText(holder) || (url ? decodedName(url) : address) });
}

// What the host calls the report where it links to it. Addresses of wikis often end with the name of a program.
function linkText(holder) {
  const link = holder?.matches("a[href]") ? holder : holder?.querySelector("a[href]");
  return link?.textContent.trim() ?? "";
}

function parsed(address) {
  try {
    const url = new URL(address, document.baseURI);
    return /^(https?|data|blob|file):$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function decodedName(url) {
  const last = url.pathname.split("/").pop() ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

// Markup is indented where reports are not: four spaces before a line would make it code.
function textOf(holder) {
  const lines = (holder.content ?? holder).textContent.replace(/\r\n?/g, "\n").split("\n");
  while (lines.length > 0 && lines[0].trim() === "") lines.shift();
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return Number.isFinite(common) ? lines.map((line) => line.slice(common)).join("\n").trimEnd() : "";
}

async function fetched(url, signal) {
  const response = await answer(url, signal);
  if (!response.ok) throw new Problem("not-found", `The report at ${url} cannot be had: the server answers ${response.status}.`);
  const type = response.headers.get("Content-Type") ?? "text/plain";
  if (!TEXT_TYPES.test(type)) throw wrongType(url, type.split(";")[0]);
  const text = new TextDecoder().decode(await bytesOf(response));
  if (text.slice(0, 2_000).includes("\0")) throw wrongType(url, type.split(";")[0]);
  return text;
}

function wrongType(url, type) {
  return new Problem("wrong-type", `What lies at ${url} is no text, but ${type}.`);
}

function tooLong(bytes) {
  const megabytes = (count) => `${Math.round(count / 1e6)} MB`;
  return new Problem("too-large", `This report is ${megabytes(bytes)} long; ${megabytes(LONGEST_BYTES)} are the most that is read here.`);
}

async function answer(url, signal) {
  try {
    return await watchingPolicy(() => fetch(url, { signal }));
  } catch (error) {
    signal.throwIfAborted();
    const blocked = error.violations?.find(({ effectiveDirective }) => effectiveDirective === "connect-src");
    throw blocked ? refusedByPolicy(url, blocked) : refusedByServer(url);
  }
}

function refusedByPolicy(url, { originalPolicy }) {
  return new Problem("source-refused", `This site's security policy does not let Outage Lens read the report at ${url}.`, {
    advice: "Whoever runs this site can allow it. Its Content-Security-Policy must say:",
    line: directiveWith(originalPolicy, "connect-src", url.origin),
  });
}

function refusedByServer(url) {
  if (url.origin === location.origin) return new Problem("unreachable", `The report at ${url} cannot be had: the server did not answer.`);
  const sentence = `The report at ${url} cannot be read from this site: its server did not answer, or does not allow it.`;
  return new Problem("unreachable", sentence, {
    advice: `Whoever runs ${url.host} can allow it with the header:`,
    line: `Access-Control-Allow-Origin: ${location.origin}`,
  });
}

// Stops as soon as it is too much, so that a wrong address cannot fill the memory.
async function bytesOf(response) {
  const announced = Number(response.headers.get("Content-Length") ?? 0);
  if (announced > LONGEST_BYTES) {
    await response.body?.cancel();
    throw tooLong(announced);
  }
  const parts = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > LONGEST_BYTES) {
      await reader.cancel();
      throw tooLong(length);
    }
  }
  return new Blob(parts).arrayBuffer();
}
