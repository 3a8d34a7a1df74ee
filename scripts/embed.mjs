// Bundles what other pages embed, from static/embed and the engine that scripts/embed.sh built.
// Usage: node scripts/embed.mjs ENGINE_FOLDER TARGET_FOLDER

import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

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
    // wasm-bindgen names a module once for each function that it imports from it.
    logOverride: { "duplicate-object-key": "silent" },
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

const source = (file) => join(SOURCES, file);
const engineNames = (folder) => ({
  "outage-lens-glue": join(folder, "engine.js"),
  "outage-lens-objects": source("objects.js"),
});
const wasm = readFileSync(join(engine, "engine_bg.wasm"));
const packed = deflateRawSync(wasm, { level: 9 }).toString("base64");
writeFileSync(join(target, "outage-lens.wasm"), wasm);

// <outage-lens>: what a page loads at once, and what is loaded when a widget comes near.
await bundle("outage_lens.js", "outage-lens.js", { "outage-lens-engine-source": source("engine_from_url.js") }, {
  external: ["./outage-lens-engine.js"],
});
await bundle("engine.js", "outage-lens-engine.js", engineNames(engine));

// A script that holds the engine. The glue's own idea of where the wasm lies is never asked.
const inside = (bytes) => ({
  ...engineNames(engine),
  "outage-lens-engine-source": source("engine_inside.js"),
  "outage-lens-wasm-bytes": source(bytes),
});
const classic = { format: "iife", define: { "import.meta.url": '""' } };

// The frame.
copyFileSync(source("embed.html"), join(target, "embed.html"));
copyFileSync(source("embed-frame.css"), join(target, "embed-frame.css"));
writeFileSync(join(target, "outage-lens-wasm.js"), `globalThis.outageLensWasm="${packed}";\n`);
await bundle("frame.js", "embed-frame.js", inside("bytes_in_frame.js"), classic);

// The single file. `</` within a script would end it.
const { outputFiles } = await bundle("single.js", "single.js", inside("bytes_in_page.js"), { ...classic, write: false });
const parts = {
  style: (await build({ entryPoints: [source("single.css")], minify: true, write: false })).outputFiles[0].text.trim(),
  reports: "",
  wasm: packed,
  script: outputFiles[0].text.trim().replaceAll("</", "<\\/"),
};
const page = readFileSync(source("single.html"), "utf8").replace(/{{(\w+)}}/g, (_, name) => parts[name]);
writeFileSync(join(target, "outage-lens-single.html"), page);
