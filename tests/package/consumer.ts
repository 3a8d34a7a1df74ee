// A program that uses every type of the package; the test compiles it against the installed tarball. What the package really
// returns is held against the same types by the literals that the test writes beside this file.

import { analyze, CHART_KINDS, compare, mentions, renderChart } from "outage-lens";
import type { ChartKind, Comparison, Incident, Mention, MentionList, Report } from "outage-lens";
import { start, startAtOnce } from "outage-lens/core";
import type { AnalyzedDetail, OutageLens } from "outage-lens/element";

const report: Report = analyze("The outage lasted 2 hours.", { fileName: "report.md" });
const minutes: number | null | undefined = report.incidents[0]?.duration?.minutes;
const seconds = (mention: Mention): number => {
  if (mention.kind !== "duration") return 0;
  return "seconds" in mention.value ? mention.value.seconds : mention.value.high_seconds;
};
const total: number = mentions("It took 90 minutes.").mentions.map(seconds).reduce((sum, one) => sum + one, 0);
const figures: Comparison = compare([report, "It lasted 1 hour.", { text: "It lasted 1 day.", name: "a.md" }], {
  definition: "start-to-end",
  thresholdMinutes: 30,
  seed: 7,
});
const interval: [number, number] | null = figures.duration_minutes.median_interval;
const kinds: readonly ChartKind[] = CHART_KINDS;
const svg: string | null = renderChart("durations", report, { width: 400, period: "quarter" });
const known = [{ ...report, name: "a.md", tags: ["deploy"] }, { text: "It lasted 1 hour.", tags: ["deploy"] }] as const;
const groups: string | null = renderChart("groups", known, { groupBy: { tag: "deploy" } });
const budget: string | null = renderChart("error-budget", report, {
  from: "2024-01-01",
  to: "2024-12-31",
  objectivePercent: 99.95,
  weighting: "share",
});

// What must not compile.
// @ts-expect-error a number is no text
analyze(7);
// @ts-expect-error there is no such chart
renderChart("pie", report);
// @ts-expect-error there is no such grouping
renderChart("groups", report, { groupBy: "tag" });
// @ts-expect-error there is no such weighting
renderChart("error-budget", report, { weighting: "half" });
// @ts-expect-error there is no such definition
compare(report, { definition: "whole" });
// @ts-expect-error a duration may be null
const sure: number = report.incidents[0].duration.minutes;

declare const lens: OutageLens;
lens.addEventListener("outage-lens:analyzed", ({ detail }) => {
  const told: AnalyzedDetail = detail;
  const first: Incident | undefined = told.report?.incidents[0];
  void first;
});
const made: OutageLens = document.createElement("outage-lens");

export const used: [typeof start, typeof startAtOnce, MentionList, unknown[]] = [
  start,
  startAtOnce,
  mentions(""),
  [minutes, total, interval, kinds, svg, groups, budget, sure, made],
];
