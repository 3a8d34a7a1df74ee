// What docs/embedding.md tells an administrator to copy, taken from there, so that the tests do what a reader does.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const DOCUMENT = readFileSync(join(ROOT, "docs", "embedding.md"), "utf8");

/** The fenced blocks in `language` under the heading `heading`, in their order. */
export function snippets(heading, language) {
  const lines = DOCUMENT.split("\n");
  const begin = lines.indexOf(heading);
  assert.ok(begin >= 0, `docs/embedding.md has no heading "${heading}"`);
  const level = heading.indexOf(" ");
  const isNext = (line) => /^#+ /.test(line) && line.indexOf(" ") <= level;
  const found = [];
  let block;
  for (const line of lines.slice(begin + 1)) {
    if (block === undefined && isNext(line)) break;
    if (block === undefined && line.startsWith("```")) block = { language: line.slice(3), lines: [] };
    else if (line === "```") {
      found.push(block);
      block = undefined;
    } else block?.lines.push(line);
  }
  const texts = found.filter((one) => one.language === language).map((one) => one.lines.join("\n"));
  assert.ok(texts.length > 0, `docs/embedding.md has no ${language} under "${heading}"`);
  return texts;
}

/** Runs the commands of a block from the repository's folder, as a reader of the document does. */
export function follow(commands, environment) {
  execFileSync("bash", ["-euo", "pipefail", "-c", commands], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}
