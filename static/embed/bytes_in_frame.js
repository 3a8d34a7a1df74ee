// The wasm of the frame. In a sandbox without allow-same-origin a frame has no origin, and servers rarely let such pages fetch
// what lies beside them; a script they may load.

import { Problem } from "./problem.js";
import { unpacked } from "./packed.js";

const FOLDER = new URL(".", document.currentScript.src);
const SCRIPT = new URL("outage-lens-wasm.js", FOLDER).href;
const policy = globalThis.trustedTypes?.createPolicy("outage-lens", { createScriptURL: () => SCRIPT });

export async function wasmBytes() {
  if (globalThis.origin === "null") return unpacked(await packedText());
  const response = await fetch(new URL("outage-lens.wasm", FOLDER));
  if (!response.ok) throw new Problem("engine-missing", `The engine of Outage Lens cannot be had: the server answers ${response.status}.`);
  return response.arrayBuffer();
}

function packedText() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy ? policy.createScriptURL("") : SCRIPT;
    script.addEventListener("load", () => resolve(globalThis.outageLensWasm));
    script.addEventListener("error", () => reject(new Error(`${SCRIPT} cannot be loaded.`)));
    document.head.append(script);
  });
}
