// The wasm of a single file: it stands in the file itself.

import { unpacked } from "./packed.js";

export async function wasmBytes() {
  return unpacked(document.getElementById("outage-lens-wasm").textContent);
}
