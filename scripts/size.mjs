// Prints the size of each file of a built page, raw and as brotli sends it, and fails where the page or what other pages
// embed is over its budget.
// Usage: node scripts/size.mjs DIST_FOLDER BUDGET_FILE

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [distFolder, budgetFile] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(budgetFile, "utf8"));

const embedded = new Set(budget.embed.files);
const further = new Set(budget.embed.further_files);
const files = listFiles(distFolder).map(weigh);
printTable(files);
reportTotal("the page", "page", budget.brotli_bytes);
reportTotal("what <outage-lens> loads", "embed", budget.embed.brotli_bytes);

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
  const name = relative(distFolder, path);
  return {
    name,
    raw: bytes.length,
    brotli: brotliCompressSync(bytes, { params }).length,
    part: partOf(name),
  };
}

// What a file counts for: the page, the embeds, or nothing.
function partOf(name) {
  if (embedded.has(name)) return "embed";
  if (further.has(name)) return "";
  return budget.counted_extensions.includes(extname(name)) ? "page" : "";
}

function printTable(rows) {
  const width = Math.max(...rows.map((row) => row.name.length), "file".length);
  console.log(`${"file".padEnd(width)}  ${"raw".padStart(9)}  ${"brotli 11".padStart(9)}`);
  for (const row of rows) {
    const mark = { page: "", embed: "  embed" }[row.part] ?? "  not counted";
    console.log(`${row.name.padEnd(width)}  ${String(row.raw).padStart(9)}  ${String(row.brotli).padStart(9)}${mark}`);
  }
}

function reportTotal(words, part, most) {
  const bytes = files.filter((file) => file.part === part).reduce((sum, file) => sum + file.brotli, 0);
  console.log(`${words}: ${bytes} bytes of ${most}`);
  if (bytes > most) {
    console.error(`${words} is over the budget by ${bytes - most} bytes`);
    process.exitCode = 1;
  }
}
