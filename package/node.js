// The package in Node: its wasm is read and started at once.

import { readFileSync } from "node:fs";
import { startAtOnce } from "./core.js";

startAtOnce(readFileSync(new URL("./outage-lens-package.wasm", import.meta.url)));

export { analyze, CHART_KINDS, compare, mentions, renderChart } from "./core.js";
