// How long a library of 10,000 reports takes to open in Chromium: from the navigation until its list is shown, beside the
// same page with an empty library. Run by ./dev bench after ./dev build; the numbers are milliseconds on this machine.
// An opening that takes longer than the limit fails.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ready } from "../tests/browser/actions.mjs";
import { openPage } from "../tests/browser/harness.mjs";

const REPORTS = 10_000;
const OPENINGS = 5;
/** What opening may take, in milliseconds. */
const LIMIT_MS = 500;

/** A library as the page exports one. */
function libraryFile(count) {
  const moment = (time) => ({ at: `2024-05-09T${time}`, offset_minutes: 0, certainty: "stated" });
  const reports = Array.from({ length: count }, (_, place) => {
    const facts = {
      title: `Incident ${place} of the payment system`,
      severity: `SEV-${(place % 3) + 1}`,
      service: "Checkout",
      zone: { name: "UTC", offset_minutes: 0 },
      start: moment("14:30"),
      detected: moment("14:40"),
      mitigated: moment("15:40"),
      end: moment("16:00"),
      duration: { minutes: 90 + (place % 50), basis: "window", certainty: "derived" },
      impact: { percent: place % 100, of: "users", certainty: "stated" },
      entries: [{ at: "2024-05-09T15:00", offset_minutes: 0, phase: "identified", text: "The cause was found" }],
      events: 12,
      discrepancies: 0,
    };
    const times = { added_ms: 1e12 + place, changed_ms: 1e12 + place };
    const text = `# Incident ${place}`;
    return { version: 2, id: 1000 + place, ...times, source: "pasted", reader: "0.1.0", incidents: [{ facts }], text };
  });
  return Buffer.from(JSON.stringify({ schema: "outage-lens/library/1", reports }));
}

/** Imports a library, and waits until all of it is stored. A text is stored together with its report. */
async function fill(page) {
  await page.getByTestId("file-input").setInputFiles(
    { name: "library.json", mimeType: "application/json", buffer: libraryFile(REPORTS) });
  const areStored = async (count) => {
    const request = indexedDB.open("outage-lens");
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const texts = database.transaction("texts").objectStore("texts").count();
    await new Promise((done) => (texts.onsuccess = done));
    database.close();
    return texts.result === count;
  };
  while (!(await page.evaluate(areStored, REPORTS))) await page.waitForTimeout(100);
}

/** Milliseconds from each of a few navigations until `selector` is there `count` times. */
async function openings(page, selector, count) {
  const times = [];
  for (let turn = 0; turn < OPENINGS; turn++) {
    await page.reload();
    const isThere = ([selector, count]) => document.querySelectorAll(selector).length >= count;
    await page.waitForFunction(isThere, [selector, count], { polling: "raf" });
    times.push(await page.evaluate(() => Math.round(performance.now())));
  }
  return times.sort((a, b) => a - b)[Math.floor(OPENINGS / 2)];
}

test("opening the library", async (t) => {
  const { page } = await openPage(t);
  await ready(page);
  const empty = await openings(page, "h1", 1);
  await fill(page);
  const full = await openings(page, "[data-testid=report-item]", 100);
  console.log(`the page with an empty library: ${empty} ms from the navigation`);
  console.log(`with ${REPORTS} reports: ${full} ms until their list is shown, ${full - empty} ms of it for the library`);
  assert.ok(full < LIMIT_MS, `the list is shown after ${full} ms`);
});
