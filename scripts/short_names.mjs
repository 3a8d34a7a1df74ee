// Gives what a wasm imports short names, in the wasm and in the script that hands it over: wasm-bindgen's names end
// in sixteen digits of chance each, which nothing compresses.
// Usage: node scripts/short_names.mjs FOLDER NAME, for FOLDER/NAME.js and FOLDER/NAME_bg.wasm

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

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
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    const section = bytes.subarray(start, start + size);
    if (bytes[at] === IMPORT_SECTION) {
      const imports = renameImports(section);
      parts.push(Buffer.of(IMPORT_SECTION), written(imports.length), imports);
    } else {
      parts.push(bytes.subarray(at, start + size));
    }
    at = start + size;
  }
  return Buffer.concat(parts);
}

function renameImports(section) {
  let [count, at] = number(section, 0);
  const parts = [section.subarray(0, at)];
  while (count-- > 0) {
    const field = text(section, at).end;
    const { words, end } = text(section, field);
    const kindEnd = endOfKind(section, end);
    const shortName = Buffer.from(words.startsWith("__wb") ? shortFor(words) : words);
    parts.push(section.subarray(at, field), written(shortName.length), shortName, section.subarray(end, kindEnd));
    at = kindEnd;
  }
  return Buffer.concat(parts);
}

function shortFor(words) {
  if (!short.has(words)) short.set(words, `_${short.size.toString(36)}`);
  return short.get(words);
}

/** Where what follows the names of an import ends. */
function endOfKind(section, at) {
  const kind = section[at];
  if (kind === FUNCTION) return number(section, at + 1)[1];
  if (kind === TABLE) return endOfLimits(section, at + 2);
  if (kind === MEMORY) return endOfLimits(section, at + 1);
  if (kind === GLOBAL) return at + 3;
  if (kind === TAG) return number(section, at + 2)[1];
  throw new Error(`an import of the unknown kind ${kind}`);
}

function endOfLimits(section, at) {
  const [flags, least] = number(section, at);
  const [, end] = number(section, least);
  return flags & 1 ? number(section, end)[1] : end;
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

/** The number in LEB128 at a place, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function written(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 0x80)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function text(bytes, at) {
  const [length, start] = number(bytes, at);
  return { words: bytes.toString("utf8", start, start + length), end: start + length };
}
