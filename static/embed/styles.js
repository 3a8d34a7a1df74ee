// The widgets' style sheets, adopted by each shadow root: a <style> would need a place in the host's policy.

import chart from "../chart.css";
import widget from "./widget.css";

let sheets;

/** The sheets, made once for a page. */
export function styleSheets() {
  // The charts' sheet is the page's own; what it says of the page holds for the widget.
  sheets ??= [widget, chart.replaceAll(":root", ":host")].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
