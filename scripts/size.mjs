// Prints the size of each file of a built page, raw and as brotli sends it, and fails where the page is over budget.
// Usage: node scripts/size.mjs DIST_FOLDER BUDGET_FILE

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [distFolder, budgetFile] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(budgetFile, "utf8"));

const files = listFiles(distFolder).map(weigh);
const total = files.filter((file) => file.counted).reduce((sum, file) => sum + file.brotli, 0);
printTable(files);
reportTotal(total);

function listFiles(folder) {
  // A hidden folder is what Trunk left of a build that failed.
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith("."));
  return entries
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function weigh(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    name: relative(distFolder, path),
    raw: bytes.length,
    brotli: brotliCompressSync(bytes, { params }).length,
    counted: budget.counted_extensions.includes(extname(path)),
  };
}

function printTable(rows) {
  const width = Math.max(...rows.map((row) => row.name.length), "file".length);
  console.log(`${"file".padEnd(width)}  ${"raw".padStart(9)}  ${"brotli 11".padStart(9)}`);
  for (const row of rows) {
    const mark = row.counted ? "" : "  not counted";
    console.log(`${row.name.padEnd(width)}  ${String(row.raw).padStart(9)}  ${String(row.brotli).padStart(9)}${mark}`);
  }
}

function reportTotal(bytes) {
  const kinds = budget.counted_extensions.join(" ");
  console.log(`total of ${kinds}: ${bytes} bytes of ${budget.brotli_bytes}`);
  if (bytes > budget.brotli_bytes) {
    console.error(`over the budget by ${bytes - budget.brotli_bytes} bytes`);
    process.exitCode = 1;
  }
}
