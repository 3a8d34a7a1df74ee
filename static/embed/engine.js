// The engine for a page: src/embed as wasm, and what starts it.

import init, { Collection } from "outage-lens-glue";

export { Collection };

/** Starts the engine with the bytes of its wasm, or with the module compiled from them. */
export async function start(module) {
  await init({ module_or_path: module });
}
