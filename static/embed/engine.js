// The engine for a page: src/embed as wasm, and what starts it.

import { Collection, initSync } from "outage-lens-glue";

export { Collection };

/** Starts the engine with the module compiled from its wasm. The glue's other way would load and compile it too, as is done already. */
export function start(module) {
  initSync({ module });
}
