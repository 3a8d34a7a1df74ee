/**
 * Outage Lens reads outage reports into duration, impact and timeline by deterministic rules: the same text gives the same
 * result. `null` always means that the text does not say.
 */

/**
 * Reads a report. The worst text gives no incidents, never an error.
 *
 * @throws {TypeError} where `text` is no string
 * @example analyze("The outage lasted 2 hours.").incidents[0].duration.minutes // 120
 */
export function analyze(text: string, options?: AnalyzeOptions): Report;

/** Gives what is recognized in `text` before anything is decided: dates, times, durations, percentages, zones, ranges. */
export function mentions(text: string): MentionList;

/**
 * Compares the incidents of all `reports`, which are texts, texts with a name, or reports that were analysed before; of the
 * latter what they say now counts, so values that you have corrected do.
 *
 * @throws {TypeError} where a report is none of these
 * @throws {RangeError} where an option has no such value
 */
export function compare(reports: ReportLike | readonly ReportLike[], options?: CompareOptions): Comparison;

/**
 * Draws a chart over the incidents of all `reports` as an SVG document with its own style sheet, for light and dark.
 * `null` where there is nothing to draw: the reports do not say what the chart shows.
 *
 * @throws {TypeError} where a report is no text and no report
 * @throws {RangeError} where there is no such chart, or an option has no such value
 */
export function renderChart(
  kind: ChartKind,
  reports: ReportLike | readonly ReportLike[],
  options?: ChartOptions,
): string | null;

/** Every kind of chart. */
export const CHART_KINDS: readonly ChartKind[];

/**
 * Only for `outage-lens/core`: starts the functions above, with the wasm's bytes, its compiled module, its address, or an
 * answer that holds it.
 */
export function start(wasm: BufferSource | WebAssembly.Module | URL | string | Response | Promise<Response>): Promise<void>;

/** Only for `outage-lens/core`: starts at once, with the wasm's bytes or its compiled module. */
export function startAtOnce(wasm: BufferSource | WebAssembly.Module): void;

/**
 * - `timeline`: the first incident between its known times
 * - `durations`: each incident as a dot on a logarithmic axis, with box and median
 * - `ecdf`: which share was over by when, with a line at `thresholdMinutes`
 * - `impact`: duration and share affected, with lines of equal products
 * - `aligned`: incidents as rows from a common start, with their phases
 * - `periods`: incidents and downtime per `period`
 * - `phases`: where the time goes, phase by phase
 * - `groups`: durations in groups by `groupBy`, and whether the groups can be told from chance
 * - `error-budget`: how an objective's error budget was used up over its period
 */
export type ChartKind =
  | "timeline"
  | "durations"
  | "ecdf"
  | "impact"
  | "aligned"
  | "periods"
  | "phases"
  | "groups"
  | "error-budget";

/** What counts as a duration. `stated` counts only what reports say in words. */
export type DurationDefinition =
  | "start-to-end"
  | "detection-to-end"
  | "start-to-mitigation"
  | "detection-to-mitigation"
  | "stated";

/** A text, a text with the name that it is known by, or a report that was analysed before. */
export type ReportLike = string | NamedText | Report | (Report & Known);

/** What a report is known by. */
export interface Known {
  /** The name of its file, which may carry a date. */
  name?: string;
  /** Your own words for it, which incidents can be grouped by. */
  tags?: readonly string[];
}

/** A text with what it is known by. */
export interface NamedText extends Known {
  text: string;
}

export interface AnalyzeOptions {
  /** The name of the text's file. It tells HTML from Markdown and may carry the date. */
  fileName?: string;
}

export interface CompareOptions {
  /** From when to when durations are counted; `start-to-end` unless said otherwise. */
  definition?: DurationDefinition;
  /** The time of which it is told how many incidents were over within it; 60 unless said otherwise. */
  thresholdMinutes?: number;
  /** What the chance of the intervals follows from: a whole number below 2^32; 1 unless said otherwise. */
  seed?: number;
}

export interface ChartOptions extends CompareOptions {
  /** Width in pixels, held between 240 and 4,000; 720 unless said otherwise. The height follows. */
  width?: number;
  /** What `periods` counts in; `month` unless said otherwise. */
  period?: "month" | "quarter" | "year";
  /**
   * What `groups` are; `severity` unless said otherwise. `quarter` is that of the start; `{tag}` compares the reports that have
   * the tag with the others.
   */
  groupBy?: "severity" | "service" | "quarter" | { tag: string };
  /** The first day of the `error-budget`'s period, such as `2024-05-01`; the first day of the first incident's month unless said otherwise. */
  from?: string;
  /** The last day, which belongs to it; the last day of the last incident's month unless said otherwise. */
  to?: string;
  /** The availability that is aimed at, above 0 and below 100; 99.9 unless said otherwise. */
  objectivePercent?: number;
  /**
   * How much a minute of outage counts: `full`, or by the `share` affected, or 0.3 where the outage was `partial`. `full` unless said
   * otherwise, and wherever the share is not stated.
   */
  weighting?: "full" | "share" | "partial";
}

/** One analysed text. */
export interface Report {
  schema: "outage-lens/1";
  /** In document order. */
  incidents: Incident[];
}

export interface Incident {
  title: string | null;
  severity: Named | null;
  /** The service, system or component that a field names. */
  service: Named | null;
  /** The zone of the main times. */
  zone: Zone | null;
  /** When users began to be affected. */
  start: Moment | null;
  /** When the problem was first noticed. */
  detected: Moment | null;
  /** When a responder took it on. */
  acknowledged: Moment | null;
  /** When the harm was stopped or lessened. */
  mitigated: Moment | null;
  /** When service was fully restored. */
  end: Moment | null;
  /** The single windows of an outage that has two or more. */
  windows: { start: Moment; end: Moment }[];
  /** The headline that a careful engineer would record. */
  duration: Duration | null;
  /** Every defensible reading, the headline among them. */
  durations: Duration[];
  /** The headline share affected. */
  impact: Impact | null;
  /** Every share affected, the headline among them. */
  impacts: Impact[];
  /** In document order. */
  timeline: TimelineEvent[];
  /** Where the report contradicts itself. */
  discrepancies: Discrepancy[];
}

/** Words of the text, in UTF-16 code units: `text.slice(start, end)` gives `text`. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** `stated`: these words say it; `derived`: computed from stated values; `assumed`: a convention was applied. */
export type Certainty = "stated" | "derived" | "assumed";

/** A severity or a service, in the report's letters. */
export interface Named {
  value: string;
  evidence: Span[];
}

export interface Zone {
  /** As written. */
  name: string;
  /** Minutes east of UTC; `null` where the name is ambiguous. */
  offset_minutes: number | null;
  evidence: Span[];
}

export interface Moment {
  /** `YYYY-MM-DDTHH:MM`, with `:SS` or without, `--MM-DDTHH:MM`, `THH:MM` or `YYYY-MM-DD`: as much as the text settles. */
  at: string;
  /** Minutes east of UTC; `null` where unsettled. */
  offset_minutes: number | null;
  certainty: Certainty;
  /** The id of the rule that chose it: see docs/rules.md. */
  rule: string;
  /** Whether the text hedges it. */
  approximate: boolean;
  evidence: Span[];
}

/** `minutes`, or `low` and `high` of a range. */
export interface Duration {
  minutes: number | null;
  low: number | null;
  high: number | null;
  approximate: boolean;
  basis: "stated" | "window" | "timeline";
  certainty: Certainty;
  rule: string;
  evidence: Span[];
}

/** A share affected in percent: `percent`, or `low` and `high` of a range. */
export interface Impact {
  percent: number | null;
  low: number | null;
  high: number | null;
  /** What it is a share of, such as `users`. */
  of: string | null;
  approximate: boolean;
  bound: "at-least" | "at-most" | null;
  /** Whether it is a peak. */
  peak: boolean;
  certainty: Certainty;
  rule: string;
  evidence: Span[];
}

export type Phase =
  | "began"
  | "detected"
  | "acknowledged"
  | "escalated"
  | "identified"
  | "mitigated"
  | "resolved"
  | "other";

export interface TimelineEvent {
  /** In the form of {@link Moment.at}; `null` where the report leaves it open. */
  at: string | null;
  /** The end of an entry's range. */
  until: string | null;
  offset_minutes: number | null;
  /** What happened. */
  text: string;
  phase: Phase;
  approximate: boolean;
  evidence: Span[];
}

export type DiscrepancyKind =
  | "duration-differs"
  | "window-differs"
  | "end-before-start"
  | "out-of-order"
  | "weekday-differs"
  | "zone-differs"
  | "zone-contradicts-offset"
  | "impact-differs"
  | "date-differs"
  | "time-differs"
  | "impossible-time";

/** A contradiction: two passages of the text that disprove each other. */
export interface Discrepancy {
  kind: DiscrepancyKind;
  /** A sentence for people. */
  message: string;
  evidence: Span[];
}

export interface MentionList {
  /** In text order. */
  mentions: Mention[];
}

export type Mention = { rule: string; span: Span } & (
  | { kind: "duration"; value: { seconds: number } | { low_seconds: number; high_seconds: number } }
  | { kind: "percentage"; value: { percent: number } | { low: number; high: number } }
  | { kind: "clock-time"; value: { hour: number; minute: number; second: number | null } }
  | { kind: "date"; value: { year: number | null; month: number; day: number } | { ambiguous: [string, string] } }
  | { kind: "zone"; value: { name: string; offset_minutes: number | null } }
  | { kind: "range"; value: { start: string; end: string } }
);

/** Lower end and upper end. */
export type Interval = [number, number];

/** Many incidents in figures. A figure that cannot be computed is `null`. */
export interface Comparison {
  schema: "outage-lens/1";
  definition: DurationDefinition;
  n: number;
  /** How many have one duration; the figures are of these. */
  n_with_duration: number;
  /** How many of these durations are zero. */
  n_zero: number;
  /** How many have one share affected. */
  n_with_impact: number;
  /** How many have both. */
  n_weighted: number;
  /** How many have no one duration, and why. */
  left_out: { ranges: number; open_ended: number; end_before_start: number; untold: number };
  duration_minutes: DurationFigures;
  /** What the intervals were made with; `resamples` is 0 where every interval is held back. */
  bootstrap: { seed: number; resamples: number; confidence: number };
  /** The figures of `duration_minutes` that are held back, each with the reason in a sentence. */
  withheld: { figure: string; reason: string }[];
  /** How many were over within `thresholdMinutes`. */
  within: Within;
  /** The empirical distribution function: where it rises, and to how much. */
  ecdf: { minutes: number; count: number; share: number }[];
  downtime_minutes: number | null;
  /** The sum of duration times share affected, over the incidents that state both. */
  weighted_downtime_minutes: number | null;
  /** What was measured of each incident, in the order of `incidents`. */
  measured: Measured[];
  incidents: Incident[];
}

/** Quantiles are linear interpolations (R's type 7); intervals hold the true value 95 times of 100. */
export interface DurationFigures {
  min: number | null;
  p25: number | null;
  median: number | null;
  p75: number | null;
  /** Held back under ten durations. */
  p90: number | null;
  max: number | null;
  geometric_mean: number | null;
  /** Sample standard deviation of the natural logarithms. */
  log_sigma: number | null;
  /** The arithmetic mean, which a few long incidents rule. */
  mean: number | null;
  median_interval: Interval | null;
  p25_interval: Interval | null;
  p75_interval: Interval | null;
  p90_interval: Interval | null;
}

export interface Within {
  /** The same as a sentence. */
  finding: string;
  minutes: number;
  count: number;
  n: number;
  /** From 0 to 1. */
  share: number | null;
  share_interval: Interval | null;
  /** The fewest and the most when ranges and incidents without an end count too. */
  count_bounds: Interval;
  n_bounded: number;
}

export interface Measured {
  /** The name of the text that it was read from. */
  name: string | null;
  minutes: number | null;
  /** The lower end of a range, or how long it lasted at least. */
  low: number | null;
  high: number | null;
  approximate: boolean;
  /** Why it has no duration, as a sentence. */
  reason: string | null;
  /** The share affected, from 0 to 1. */
  share: number | null;
  weighted_minutes: number | null;
}
