// The module that a page loads: <script type="module" src="…/outage-lens.js"></script>

import { OutageLens } from "./element.js";

// A page that loads two copies keeps the first.
if (!customElements.get("outage-lens")) customElements.define("outage-lens", OutageLens);

export { OutageLens };
