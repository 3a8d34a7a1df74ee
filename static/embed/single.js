// One file that holds everything: it opens from a disk without a network. Without reports inside it has a field for them.

import { element } from "./dom.js";
import { OutageLens } from "./element.js";

customElements.define("outage-lens", OutageLens);
if (!document.querySelector("outage-lens")) document.querySelector("main").append(...desk());

/** Room for a text or files, and the widget that shows them. */
function desk() {
  const field = element("textarea", { id: "text", "aria-label": "Report", spellcheck: "false", placeholder: "Paste an outage report" });
  const files = element("input", { type: "file", multiple: true, accept: ".md,.txt,.html,text/*" });
  const lens = element("outage-lens", { hidden: true });
  const show = (texts) => {
    lens.hidden = texts.length === 0;
    lens.toggleAttribute("view", false);
    if (texts.length > 1) lens.setAttribute("view", "compare");
    lens.texts = texts;
  };
  field.addEventListener("input", () => show([field.value].filter((text) => text.trim() !== "")));
  const open = async (list) => {
    const texts = await Promise.all(Array.from(list, (file) => file.text()));
    field.value = texts.length === 1 ? texts[0] : "";
    show(texts);
  };
  files.addEventListener("change", () => open(files.files));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) open(event.dataTransfer.files);
  });
  return [
    element("h1", {}, "Outage Lens"),
    element("p", {}, "Paste a report, or open files; several are compared. Nothing leaves this file: it has no connection at all."),
    field,
    element("label", {}, "Files ", files),
    lens,
  ];
}
