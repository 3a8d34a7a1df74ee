// Of the values that the program calls `stated`, how many does a label confirm?
//
//   node scripts/certainty.mjs PROGRAM LABELS REPORTS
//
// PROGRAM is the command line, LABELS a JSON Lines file of labelled reports, REPORTS their folder. Prints the share and
// every stated value that no label confirms. A value is right when it is the label or one of its defensible others.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join, parse } from "node:path";

const [program, labelFile, folder] = process.argv.slice(2);
const labels = new Map(readLines(readFileSync(labelFile, "utf8")).map((label) => [label.slug, label]));
const files = readdirSync(folder).filter((name) => labels.has(parse(name).name));
const output = execFileSync(program, ["analyze", "--json", ...files.map((name) => join(folder, name))], {
  encoding: "utf8",
  maxBuffer: 1e9,
});

const FIELDS = {
  start: (label) => [label.start, ...(label.start_alt ?? [])],
  end: (label) => [label.end, ...(label.end_alt ?? [])],
  duration: (label) => [label.duration_min, ...(label.duration_alt ?? [])],
  impact: (label) => [label.impact_pct, ...(label.impact_alt ?? [])],
};

let stated = 0;
const unconfirmed = [];
for (const { file, incidents } of readLines(output)) {
  const label = labels.get(parse(basename(file)).name);
  for (const [field, wanted] of Object.entries(FIELDS)) {
    const value = incidents[0]?.[field];
    if (value?.certainty !== "stated") continue;
    stated += 1;
    if (!wanted(label).some((one) => one !== null && one !== undefined && agrees(field, value, one))) {
      unconfirmed.push(`${label.slug}: ${field} ${value.at ?? middle(value, field)} by ${value.rule}`);
    }
  }
}
const right = stated - unconfirmed.length;
console.log(`${right} of ${stated} values called stated are right = ${((100 * right) / Math.max(stated, 1)).toFixed(1)} %`);
for (const line of unconfirmed) console.log(`  ${line}`);

function readLines(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => JSON.parse(line));
}

function agrees(field, value, wanted) {
  if (field === "start" || field === "end") return sameTime(value.at, wanted);
  const [low, high] = Array.isArray(wanted) ? wanted : [wanted, wanted];
  const slack = field === "duration" ? Math.max(1, 0.005 * low) : 0.051;
  const got = middle(value, field);
  return got >= low - slack && got <= high + slack;
}

function middle(value, field) {
  const single = field === "duration" ? value.minutes : value.percent;
  return single ?? (value.low + value.high) / 2;
}

// The same minute, and the same date where the label has one.
function sameTime(got, wanted) {
  const [gotDate, gotTime] = parts(got);
  const [date, time] = parts(wanted);
  if (time && gotTime !== time) return false;
  if (!date) return gotTime === time;
  return gotDate === date || (date.startsWith("--") && gotDate?.slice(4) === date.slice(1));
}

function parts(time) {
  const [date, clock] = time.split("T");
  return [date || undefined, clock?.slice(0, 5)];
}
