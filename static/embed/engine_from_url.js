// The engine as files beside this one: its functions and its wasm, asked for at the same time.

import { Problem } from "./problem.js";

const WASM = new URL("./outage-lens.wasm", import.meta.url);
export const WASM_ORIGIN = WASM.origin;

export async function startEngine() {
  const [engine, module] = await Promise.all([import("./outage-lens-engine.js"), compiled(fetch(WASM))]);
  engine.start(module);
  return engine;
}

// A server that does not know the type of wasm is no reason to fail: only compiling while loading needs it.
async function compiled(answer) {
  const response = await answer;
  if (!response.ok) throw new Problem("engine-missing", `${WASM} answers ${response.status}.`);
  if (response.headers.get("Content-Type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
