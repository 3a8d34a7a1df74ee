// What is asked for, with everything checked: a wrong word gives an error rather than a chart of something else.

import { is_day, is_definition } from "outage-lens-glue";

const PERIODS = ["month", "quarter", "year"];
const GROUPINGS = ["severity", "service", "quarter"];
const WEIGHTINGS = ["full", "share", "partial"];
const USUAL = {
  definition: "start-to-end",
  thresholdMinutes: 60,
  seed: 1,
  period: "month",
  groupBy: "severity",
  from: "",
  to: "",
  objectivePercent: 99.9,
  weighting: "full",
  width: 720,
  fileName: "",
};

/** The options with those that are not given; `tag` is the one that incidents are grouped by. */
export function asked(options = {}) {
  if (options === null || typeof options !== "object") throw new TypeError("The options must be an object.");
  const settings = { ...USUAL, ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
  checkFigures(settings);
  checkAvailability(settings);
  const { width, fileName } = settings;
  if (!(Number.isFinite(width) && width > 0)) throw new RangeError("width must be a number of pixels.");
  if (typeof fileName !== "string") throw new TypeError("fileName must be a string.");
  return { ...settings, ...grouped(settings.groupBy), width: Math.round(Math.min(width, 2 ** 31)) };
}

function checkFigures({ definition, thresholdMinutes, seed, period }) {
  if (!is_definition(String(definition))) throw new RangeError(`"${definition}" is no definition of duration.`);
  if (!(thresholdMinutes >= 0 && Number.isFinite(thresholdMinutes))) throw new RangeError("thresholdMinutes must be a number of minutes.");
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) throw new RangeError("seed must be a whole number up to 4294967295.");
  needOneOf("period", period, PERIODS);
}

function checkAvailability({ from, to, objectivePercent, weighting }) {
  for (const [name, day] of [["from", from], ["to", to]]) {
    if (day !== "" && !is_day(String(day))) throw new RangeError(`${name} must be a day such as "2024-05-09".`);
  }
  if (from !== "" && to !== "" && to < from) throw new RangeError("to must not lie before from.");
  if (!(objectivePercent > 0 && objectivePercent < 100)) throw new RangeError("objectivePercent must lie above 0 and below 100.");
  needOneOf("weighting", weighting, WEIGHTINGS);
}

function grouped(by) {
  if (typeof by?.tag === "string") return { groupBy: "tag", tag: by.tag };
  if (!GROUPINGS.includes(by)) throw new RangeError(`groupBy must be one of ${GROUPINGS.join(", ")}, or { tag }.`);
  return { groupBy: by, tag: "" };
}

function needOneOf(name, value, all) {
  if (!all.includes(value)) throw new RangeError(`${name} must be one of ${all.join(", ")}.`);
}
