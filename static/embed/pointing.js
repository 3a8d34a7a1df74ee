// What is pointed at or focused lights up wherever it stands: a fact, its mark in the chart, its row.

/** Listens within `root` for as long as `signal` is not aborted; `choose(fact)` is called for a click or Enter on a button. */
export function listenForPointing(root, choose, signal) {
  const on = (type, act) => root.addEventListener(type, act, { signal });
  const factOf = (event) => event.target.closest?.("[data-fact]")?.dataset.fact;
  on("pointerover", (event) => light(root, factOf(event)));
  on("pointerleave", () => light(root, undefined));
  on("focusin", (event) => light(root, factOf(event)));
  on("focusout", () => light(root, undefined));
  on("click", (event) => {
    if (event.target.closest("button, [role=button]")) choose(factOf(event));
  });
  on("keydown", (event) => {
    const mark = event.target.closest?.(".scene [tabindex]");
    if (mark) keyOnMark(event, mark, () => choose(mark.dataset.fact));
  });
}

function light(root, fact) {
  for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (fact === undefined) return;
  const name = CSS.escape(fact);
  for (const node of root.querySelectorAll(`[data-fact="${name}"], [data-about="${name}"]`)) node.classList.add("lit");
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function keyOnMark(event, mark, press) {
  if (event.key === "Enter" || event.key === " ") {
    press();
  } else if (event.key in STEPS) {
    const marks = [...mark.ownerSVGElement.querySelectorAll("[tabindex]")];
    const next = marks[Math.min(Math.max(marks.indexOf(mark) + STEPS[event.key], 0), marks.length - 1)];
    for (const one of marks) one.setAttribute("tabindex", one === next ? "0" : "-1");
    next.focus();
  } else {
    return;
  }
  event.preventDefault();
}
