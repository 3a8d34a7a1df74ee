// Gives what a wasm imports short names, in the wasm and in the script that hands it over: wasm-bindgen's names end
// in sixteen digits of chance each, which nothing compresses.
// Usage: node scripts/short_names.mjs FOLDER NAME, for FOLDER/NAME.js and FOLDER/NAME_bg.wasm

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { number, section, sections, text, writtenText } from "./wasm_binary.mjs";

const IMPORT_SECTION = 2;
const [FUNCTION, TABLE, MEMORY, GLOBAL, TAG] = [0, 1, 2, 3, 4];

const [folder, name] = process.argv.slice(2);
const [script, wasm] = [`${name}.js`, `${name}_bg.wasm`].map((file) => join(folder, file));
const short = new Map();
const renamed = rename(readFileSync(wasm));
writeFileSync(script, renameInScript(readFileSync(script, "utf8")));
writeFileSync(wasm, renamed);

/** The module with short names in its import section. */
function rename(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (const { id, at, start, end } of sections(bytes)) {
    parts.push(id === IMPORT_SECTION ? section(id, renameImports(bytes.subarray(start, end))) : bytes.subarray(at, end));
  }
  return Buffer.concat(parts);
}

function renameImports(list) {
  let [count, at] = number(list, 0);
  const parts = [list.subarray(0, at)];
  while (count-- > 0) {
    const field = text(list, at).end;
    const { words, end } = text(list, field);
    const kindEnd = endOfKind(list, end);
    const shortName = words.startsWith("__wb") ? shortFor(words) : words;
    parts.push(list.subarray(at, field), writtenText(shortName), list.subarray(end, kindEnd));
    at = kindEnd;
  }
  return Buffer.concat(parts);
}

function shortFor(words) {
  if (!short.has(words)) short.set(words, `_${short.size.toString(36)}`);
  return short.get(words);
}

/** Where what follows the names of an import ends. */
function endOfKind(list, at) {
  const kind = list[at];
  if (kind === FUNCTION) return number(list, at + 1)[1];
  if (kind === TABLE) return endOfLimits(list, at + 2);
  if (kind === MEMORY) return endOfLimits(list, at + 1);
  if (kind === GLOBAL) return at + 3;
  if (kind === TAG) return number(list, at + 2)[1];
  throw new Error(`an import of the unknown kind ${kind}`);
}

function endOfLimits(list, at) {
  const [flags, least] = number(list, at);
  const [, end] = number(list, least);
  return flags & 1 ? number(list, end)[1] : end;
}

/** The script with the same names; every import must be in it. */
function renameInScript(source) {
  const found = new Set();
  const result = source.replace(/\b__wb\w+/g, (words) => {
    if (short.has(words)) found.add(words);
    return short.get(words) ?? words;
  });
  const missing = [...short.keys()].filter((words) => !found.has(words));
  if (missing.length > 0) throw new Error(`${script} does not hand over ${missing.join(", ")}`);
  return result;
}
