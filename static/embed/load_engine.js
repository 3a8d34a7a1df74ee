// Loads the engine (src/embed, compiled to wasm) once for all widgets of a page, when the first one needs it.

import { Problem } from "./problem.js";
import { directiveWith, watchingPolicy } from "./policy.js";
import { startEngine, WASM_ORIGIN } from "outage-lens-engine-source";

const REFUSED = "This site's security policy refuses WebAssembly, which Outage Lens reads reports with.";
let started;

/** The engine. A failure is not kept, so that a widget that is added later tries again. */
export function loadEngine() {
  started ??= watchingPolicy(startEngine).catch((error) => {
    started = undefined;
    throw engineProblem(error);
  });
  return started;
}

function engineProblem(error) {
  if (typeof WebAssembly === "undefined") return new Problem("wasm-missing", "This browser has WebAssembly switched off.");
  const refused = error.violations?.find(({ blockedURI }) => blockedURI === "wasm-eval");
  if (refused || error instanceof WebAssembly.CompileError) {
    const policy = refused?.originalPolicy ?? `script-src 'self' ${WASM_ORIGIN}`;
    return policyProblem("wasm-refused", REFUSED, directiveWith(policy, "script-src", "'wasm-unsafe-eval'"));
  }
  const blocked = error.violations?.find(({ effectiveDirective }) => effectiveDirective === "connect-src");
  if (blocked) {
    const sentence = "This site's security policy does not let Outage Lens load its engine.";
    return policyProblem("engine-refused", sentence, directiveWith(blocked.originalPolicy, "connect-src", WASM_ORIGIN));
  }
  return new Problem("engine-missing", `Outage Lens could not load its engine: ${error.message}`, {
    advice: `Its files must lie beside each other, and ${WASM_ORIGIN} must let this site read them with the header`,
    line: "Access-Control-Allow-Origin: *",
  });
}

function policyProblem(code, sentence, line) {
  return new Problem(code, sentence, { advice: "Whoever runs this site can allow it. Its Content-Security-Policy must say:", line });
}
