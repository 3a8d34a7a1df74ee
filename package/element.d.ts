import type { Report } from "./core.js";

/** `<outage-lens>`; importing this module defines it. docs/javascript.md lists its attributes. */
export class OutageLens extends HTMLElement {
  /** The text that is read in place of the one inside the element; `undefined` for that one. */
  text: string | undefined;
  /** The texts of a comparison, likewise. */
  texts: string[] | undefined;
  /** What was read last, one report a text; empty before. */
  readonly reports: Report[];
  /** The first of them. */
  readonly report: Report | undefined;
}

/** What `outage-lens:analyzed` says. */
export interface AnalyzedDetail {
  reports: Report[];
  /** The first of them. */
  report?: Report;
  /** With `view="compare"`: the incidents beside each other, in the words of the widget. */
  comparison?: ComparisonInWords;
}

/** Incidents beside each other, in words. */
export interface ComparisonInWords {
  n: number;
  summary: string;
  rows: {
    title: string;
    day: string | null;
    duration: string | null;
    /** The duration in minutes, as digits. */
    minutes: string | null;
    impact: string | null;
    /** The share in percent, as digits; empty where there is none. */
    impact_value: string;
    impact_of: string | null;
    time_to_detect: string | null;
    /** Of its timeline. */
    entries: number;
    /** How many contradictions there are. */
    doubts: number;
  }[];
  /** How many texts hold no incident. */
  left_out: number;
}

/** What `outage-lens:error` says. */
export interface ErrorDetail {
  code:
    | "no-text"
    | "bad-address"
    | "not-found"
    | "wrong-type"
    | "too-large"
    | "unreachable"
    | "source-refused"
    | "engine-missing"
    | "engine-refused"
    | "wasm-refused"
    | "wasm-missing"
    | "fault";
  message: string;
  /** What must stand in a header, where that would help. */
  line?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "outage-lens": OutageLens;
  }
  interface HTMLElementEventMap {
    "outage-lens:ready": CustomEvent<Record<string, never>>;
    "outage-lens:analyzed": CustomEvent<AnalyzedDetail>;
    "outage-lens:error": CustomEvent<ErrorDetail>;
  }
}
