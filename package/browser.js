// The package in a page or in a worker: whoever imports it waits for its wasm.

import { start } from "./core.js";

await start(new URL("./outage-lens-package.wasm", import.meta.url));

export { analyze, CHART_KINDS, compare, mentions, renderChart } from "./core.js";
