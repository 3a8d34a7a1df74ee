// The functions of the package, for those who load the wasm themselves: call start() or startAtOnce() before any other.

import init, { AnalysedIncident, Collection, analyze as analyzed, initSync, mentions as mentioned } from "outage-lens-glue";
import { asked } from "./options.js";

export const CHART_KINDS = ["timeline", "durations", "ecdf", "impact", "aligned", "periods", "phases", "groups", "error-budget"];
const MOMENTS = ["start", "detected", "acknowledged", "mitigated", "end"];

/** Starts with the wasm's bytes, its compiled module, its address, or an answer that holds it. */
export async function start(wasm) {
  await init({ module_or_path: wasm });
}

/** The same at once, with bytes or a module. */
export function startAtOnce(wasm) {
  initSync({ module: wasm });
}

export function analyze(text, options) {
  const { fileName } = asked(options);
  needText(text, "analyze");
  if (fileName === "") return analyzed(text);
  return withCollection(options, (collection) => {
    collection.add_whole(text, fileName);
    return collection.report(0);
  });
}

export function mentions(text) {
  needText(text, "mentions");
  return mentioned(text);
}

export function compare(reports, options) {
  const given = listed(reports);
  return withCollection(options, (collection) => {
    const incidents = given.flatMap((one, place) => added(collection, one, place));
    return { ...collection.compare(), incidents };
  });
}

export function renderChart(kind, reports, options) {
  if (!CHART_KINDS.includes(kind)) throw new RangeError(`There is no chart "${kind}": it is one of ${CHART_KINDS.join(", ")}.`);
  const given = listed(reports);
  return withCollection(options, (collection, { width }) => {
    for (const [place, one] of given.entries()) add(collection, one, place);
    return collection.svg(kind, width) ?? null;
  });
}

function withCollection(options, use) {
  const settings = asked(options);
  const collection = new Collection();
  try {
    collection.define(settings.definition);
    collection.ask(settings.thresholdMinutes, settings.seed, settings.period);
    collection.group_by(settings.groupBy, settings.tag);
    collection.measure_for(settings.from, settings.to, settings.objectivePercent, settings.weighting);
    return use(collection, settings);
  } finally {
    collection.free();
  }
}

function needText(text, name) {
  if (typeof text !== "string") throw new TypeError(`${name} reads a string, not ${text === null ? "null" : typeof text}.`);
}

// One report stands for a list of one.
function listed(reports) {
  return Array.isArray(reports) ? reports : [reports];
}

// Adds a report and gives its incidents: those that were read, or those that were given.
function added(collection, report, place) {
  add(collection, report, place);
  return Array.isArray(report?.incidents) ? report.incidents : collection.report(place).incidents;
}

function add(collection, report, place) {
  if (typeof report === "string") collection.add_whole(report, "");
  else if (typeof report?.text === "string") collection.add_whole(report.text, named(report));
  else if (report?.schema === "outage-lens/1" && Array.isArray(report.incidents)) addAnalysed(collection, report);
  else throw new TypeError(`Report ${place + 1} is no text, no {text, name} and no report of the format outage-lens/1.`);
  for (const tag of entries(report.tags, "string")) collection.tag(tag);
}

const named = ({ name, file }) => [name, file].find((one) => typeof one === "string") ?? "";

// Fact by fact, because what comes from elsewhere may hold anything: what is no value of its kind gives no fact.
function addAnalysed(collection, report) {
  collection.begin_report(named(report));
  for (const incident of report.incidents) {
    const facts = new AnalysedIncident(text(incident?.title), text(incident?.severity?.value), text(incident?.service?.value));
    try {
      handOver(facts, incident ?? {});
      collection.add_incident(facts);
    } finally {
      facts.free();
    }
  }
}

function handOver(facts, incident) {
  const { zone, duration, durations, impact, timeline } = incident;
  if (text(zone?.name) !== undefined) facts.zone(zone.name, offset(zone));
  for (const which of MOMENTS) {
    const moment = incident[which];
    if (moment) facts.moment(which, word(moment.at), offset(moment), word(moment.certainty), moment.approximate === true);
  }
  if (duration) addDuration(facts, true, duration);
  for (const other of entries(durations)) addDuration(facts, false, other);
  if (impact) {
    facts.impact(number(impact.percent), number(impact.low), number(impact.high), text(impact.of), impact.approximate === true,
      text(impact.bound), impact.peak === true, word(impact.certainty));
  }
  for (const { at, phase, text: words, approximate, ...rest } of entries(timeline)) {
    facts.event(word(at), offset(rest), word(phase), word(words), approximate === true);
  }
}

function addDuration(facts, isHeadline, { minutes, low, high, approximate, basis, certainty }) {
  facts.duration(isHeadline, number(minutes), number(low), number(high), approximate === true, word(basis), word(certainty));
}

const entries = (list, type = "object") => (Array.isArray(list) ? list.filter((one) => one !== null && typeof one === type) : []);
const text = (value) => (typeof value === "string" ? value : undefined);
const word = (value) => text(value) ?? "";
const number = (value) => (typeof value === "number" ? value : undefined);
const offset = ({ offset_minutes: minutes }) => (Number.isInteger(minutes) && Math.abs(minutes) < 10_000 ? minutes : undefined);
