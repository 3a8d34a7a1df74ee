// The package: analyze, mentions, compare, renderChart.
export {
  analyze,
  CHART_KINDS,
  compare,
  mentions,
  renderChart,
} from "./core.js";
export type * from "./core.js";
