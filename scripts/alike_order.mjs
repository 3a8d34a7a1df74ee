// Puts those of a wasm's functions together that have much code in common: what is alike compresses better the nearer it stands.
// Functions get names in that order, and wasm-opt sorts them by name. The file must still say which features it uses.
// Usage: node scripts/alike_order.mjs FILE.wasm, which is written anew

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { number, section, sections, text, written, writtenText } from "./wasm_binary.mjs";

const [CUSTOM, CODE] = [0, 10];
/** Bytes of a piece of code that functions can share. */
const PIECE_BYTES = 4;
/** A piece that more functions have tells nothing of any two. */
const MOST_OWNERS = 400;

const [file] = process.argv.slice(2);
const bytes = readFileSync(file);
const all = [...sections(bytes)];
const isNames = ({ id, start }) => id === CUSTOM && text(bytes, start).words === "name";
const kept = all.filter((one) => !isNames(one)).map(({ at, end }) => bytes.subarray(at, end));
const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "function").length;
const order = alikeOrder(functionBodies().map(piecesOf));
writeFileSync(file, Buffer.concat([bytes.subarray(0, 8), ...kept, section(CUSTOM, names())]));
// The levels have it write as tersely as with -Oz; they run no pass.
const flags = ["--optimize-level=2", "--shrink-level=2", "--reorder-functions-by-name", "--strip-debug", "--strip-target-features"];
execFileSync("wasm-opt", [...flags, file, "-o", file], { stdio: "inherit" });

function functionBodies() {
  const { start } = all.find(({ id }) => id === CODE);
  let [count, at] = number(bytes, start);
  return Array.from({ length: count }, () => {
    const [size, begin] = number(bytes, at);
    at = begin + size;
    return bytes.subarray(begin, at);
  });
}

function piecesOf(body) {
  const pieces = new Set();
  for (let at = 0; at + PIECE_BYTES <= body.length; at++) pieces.add(body.readUInt32LE(at));
  return pieces;
}

/** The places of the functions: behind each the one of the others that shares most with it, for the lengths of the two. */
function alikeOrder(functions) {
  const owners = new Map();
  functions.forEach((pieces, place) => {
    for (const piece of pieces) {
      if (!owners.has(piece)) owners.set(piece, []);
      owners.get(piece).push(place);
    }
  });
  const left = new Set(functions.keys());
  const found = [];
  for (let next = 0; next !== undefined; ) {
    left.delete(next);
    found.push(next);
    next = mostAlike(next);
  }
  return found;

  function mostAlike(place) {
    const shared = new Uint32Array(functions.length);
    for (const piece of functions[place]) {
      const all = owners.get(piece);
      if (all.length < MOST_OWNERS) for (const owner of all) shared[owner]++;
    }
    let [best, most] = [undefined, -1];
    for (const other of left) {
      const likeness = shared[other] / Math.sqrt(functions[other].size || 1);
      if (likeness > most) [best, most] = [other, likeness];
    }
    return best;
  }
}

/** The section of names: imported functions have none. */
function names() {
  const digits = String(order.length).length;
  const named = order.map((place, rank) => [imported + place, String(rank).padStart(digits, "0")]).sort(([a], [b]) => a - b);
  const list = Buffer.concat([written(named.length), ...named.flatMap(([index, name]) => [written(index), writtenText(name)])]);
  return Buffer.concat([writtenText("name"), section(1, list)]);
}
