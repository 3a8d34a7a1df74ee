// The engine within one script: its functions are bundled, and `outage-lens-wasm-bytes` says where its wasm comes from.

import * as engine from "./engine.js";
import { wasmBytes } from "outage-lens-wasm-bytes";

export const WASM_ORIGIN = "'self'";

export async function startEngine() {
  engine.start(await WebAssembly.compile(await wasmBytes()));
  return engine;
}
