// Puts the JavaScript package together: its sources, its engine, and the element.
// Usage: node scripts/package.mjs ENGINE_FOLDER EMBED_FOLDER TARGET_FOLDER

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = join(ROOT, "package");
const [engine, embed, target] = process.argv.slice(2).map((folder) => resolve(folder));
// esbuild lies with the other tools from npm.
const { build } = createRequire(join(ROOT, "tests", "browser", "package.json"))("esbuild");

await build({
  entryPoints: [join(SOURCES, "core.js")],
  outfile: join(target, "core.js"),
  alias: {
    "outage-lens-glue": join(engine, "engine.js"),
    "outage-lens-objects": join(ROOT, "static", "embed", "objects.js"),
  },
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  // start() is always told where the wasm lies; what the glue would guess is not a file of the package.
  define: { "import.meta.url": "undefined" },
  // wasm-bindgen names a module once for each function that it imports from it.
  logOverride: { "duplicate-object-key": "silent" },
  logLevel: "warning",
});

const copy = (from, to) => copyFileSync(from, join(target, to));
copy(join(engine, "engine_bg.wasm"), "outage-lens-package.wasm");
for (const file of ["node.js", "browser.js", "index.d.ts", "core.d.ts", "element.d.ts", "README.md"]) copy(join(SOURCES, file), file);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) copy(join(ROOT, licence), licence);
mkdirSync(join(target, "element"));
for (const file of ["outage-lens.js", "outage-lens-engine.js", "outage-lens.wasm"]) copy(join(embed, file), join("element", file));

// One version for the crate and the package.
const [, version] = /^version = "(.*)"$/m.exec(readFileSync(join(ROOT, "Cargo.toml"), "utf8"));
const manifest = JSON.parse(readFileSync(join(SOURCES, "package.json"), "utf8"));
writeFileSync(join(target, "package.json"), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
