// Starts the program, and stays behind as its safety net: where the program cannot start or has
// failed, it says why and hands back every text that was entered.

const POLICY = "script-src 'self' 'wasm-unsafe-eval'";

// Texts pasted or written since the page was opened, so that a failure loses none of them.
const entered = [];

function keep(text) {
  if (text.trim() !== "" && !entered.includes(text)) entered.push(text);
}

document.addEventListener("paste", (event) => keep(event.clipboardData?.getData("text/plain") ?? ""), true);
document.addEventListener("focusout", ({ target }) => {
  if (target instanceof HTMLTextAreaElement) keep(target.value);
});

// The program's panic hook calls it: see src/platform/crash.rs.
globalThis.outageLensFailed = (message) => {
  console.error(message);
  showFailure("Outage Lens has stopped because of a fault of its own.", message);
};

// A trap, such as for want of memory, stops the program without its panic hook.
addEventListener("error", ({ error }) => {
  const panel = document.getElementById("failure");
  if (error instanceof WebAssembly.RuntimeError && panel.hidden) globalThis.outageLensFailed(String(error));
});

function enteredTexts() {
  keep(document.querySelector("textarea.text")?.value ?? "");
  return entered.join("\n\n\n");
}

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function showFailure(sentence, reason) {
  const panel = document.getElementById("failure");
  const texts = enteredTexts();
  const parts = [element("h1", sentence), element("p", reason, { class: "reason" })];
  if (texts !== "") {
    const field = element("textarea", "", { readonly: "", "aria-label": "Your text", class: "rescued" });
    field.value = texts;
    parts.push(element("p", "Your text is safe. Copy it before you load the page anew:"), field);
  }
  const reload = element("button", "Load the page anew", { class: "button" });
  reload.addEventListener("click", () => location.reload());
  panel.replaceChildren(...parts, reload);
  panel.hidden = false;
  document.getElementById("app").hidden = true;
}

// Compresses and decompresses for links: src/platform/share.rs. What grows past `most` bytes is refused.
globalThis.outageLensStream = async (way, bytes, most) => {
  const Stream = way === "inflate-raw" ? DecompressionStream : CompressionStream;
  const chunks = [];
  let length = 0;
  for await (const chunk of readable(new Blob([bytes]).stream().pipeThrough(new Stream("deflate-raw")))) {
    length += chunk.length;
    if (length > most) throw new RangeError("too long");
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
};

// Not every browser lets a stream be iterated.
async function* readable(stream) {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

// From here on the browser refuses every connection that a script could open.
function closeConnections() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "connect-src 'none'";
  document.head.append(policy);
}

function reasonFor(error) {
  if (typeof WebAssembly === "undefined") {
    return "This browser has WebAssembly switched off.";
  }
  if (error instanceof WebAssembly.CompileError) {
    return `The content security policy of this site refuses WebAssembly. It must allow it: ${POLICY}`;
  }
  return String(error);
}

try {
  const program = await import("./page.js");
  await program.default({ module_or_path: new URL("./page_bg.wasm", import.meta.url) });
  closeConnections();
  globalThis.outageLens = { analyze: program.analyze, mentions: program.mentions };
} catch (error) {
  showFailure("Outage Lens cannot start here.", reasonFor(error));
}
