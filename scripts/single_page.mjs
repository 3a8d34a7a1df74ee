// Puts reports into the single file, so that it shows them wherever it is opened.
// Usage: node scripts/single_page.mjs SINGLE_FILE REPORT... > page.html

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const EMPTY = "<main></main>";

/**
 * The single file with reports inside it: one is shown by itself, several are compared. The texts stay visible where
 * scripts are refused.
 *
 * @param {string} page the text of outage-lens-single.html
 * @param {{name: string, text: string}[]} reports
 * @returns {string}
 */
export function withReports(page, reports) {
  if (!page.includes(EMPTY)) throw new Error("This file is no outage-lens-single.html, or has reports inside it already.");
  // A line break right behind <pre> is no part of its text, so that one there keeps a text's own.
  const texts = reports.map(({ name, text }) => `<pre data-name="${escaped(name)}">\n${escaped(text)}</pre>`);
  const view = reports.length > 1 ? ' view="compare"' : "";
  // A function, because a text may hold what a replacement string would take for a pattern.
  return page.replace(EMPTY, () => `<main><outage-lens${view}>${texts.join("")}</outage-lens></main>`);
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\0", "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...reports] = process.argv.slice(2);
  const read = (name) => ({ name: basename(name), text: readFileSync(name, "utf8") });
  process.stdout.write(withReports(readFileSync(file, "utf8"), reports.map(read)));
}
