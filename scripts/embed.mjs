// Bundles what other pages embed, from static/embed and the engine that scripts/embed.sh built.
// Usage: node scripts/embed.mjs ENGINE_FOLDER TARGET_FOLDER

import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const SOURCES = join(ROOT, "static", "embed");
const [engine, target] = process.argv.slice(2).map((folder) => resolve(folder));
// esbuild lies with the other tools from npm.
const { build } = createRequire(join(ROOT, "tests", "browser", "package.json"))("esbuild");

/** Bundles `entry` into `file`; `names` says which files stand for the names that sources import from elsewhere. */
function bundle(entry, file, names, settings = {}) {
  return build({
    entryPoints: [join(SOURCES, entry)],
    outfile: join(target, file),
    alias: names,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    charset: "utf8",
    loader: { ".css": "text" },
    legalComments: "none",
    logLevel: "warning",
    plugins: [minifiedStyles],
    ...settings,
  });
}

// A style sheet inside of a script: without what only developers read.
const minifiedStyles = {
  name: "minified-styles",
  setup(run) {
    run.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const result = await build({ entryPoints: [path], minify: true, write: false, logLevel: "warning" });
      return { contents: result.outputFiles[0].text, loader: "text" };
    });
  },
};

const glue = join(engine, "engine.js");
copyFileSync(join(engine, "engine_bg.wasm"), join(target, "outage-lens.wasm"));
await bundle("engine.js", "outage-lens-engine.js", { "outage-lens-glue": glue });
await bundle("outage_lens.js", "outage-lens.js", { "outage-lens-engine-source": join(SOURCES, "engine_from_url.js") }, {
  external: ["./outage-lens-engine.js"],
});
