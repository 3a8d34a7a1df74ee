// The library: reports are found, corrected, named, tagged, deleted, brought back, and all of it outlasts a reload.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { factValue, focusIs, openComparison, paste, pasteSample, ready, sampleNames, sampleText } from "./actions.mjs";
import { openPage } from "./harness.mjs";

const OWN = [
  "# Mail delayed\n\nSeverity: SEV-3\n\nOn 3 March 2023 from 09:00 UTC to 09:40 UTC mail was delayed for 12% of users.",
  "# Maps blank\n\nOn 4 April 2023 from 10:00 UTC to 13:00 UTC maps were down for 80% of users.",
  "# Chat down\n\nThe outage lasted 5 minutes.",
  "# Lunch menu\n\nThere will be soup.",
];

async function open(t, options) {
  const opened = await openPage(t, options);
  await ready(opened.page);
  return opened;
}

async function pasteText(page, text) {
  const before = await page.getByTestId("report-item").count();
  await paste(page, text);
  await page.waitForFunction(
    (count) => document.querySelectorAll("[data-testid=report-item]").length === count + 1,
    before,
  );
}

async function pasteTwelve(page) {
  for (const name of sampleNames()) await pasteSample(page, name);
  for (const text of OWN) await pasteText(page, text);
}

// What the list says, line by line, without what only says where the pointer is.
function lines(page) {
  return page.getByTestId("report-item").locator(".pick").allInnerTexts();
}

async function choose(page, name) {
  await page.getByTestId("report-item").filter({ hasText: name }).locator(".pick").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function correct(page, fact, words) {
  await page.getByTestId(`correct-${fact}`).click();
  await page.locator("[data-testid=correction] input").first().fill(words);
  await page.keyboard.press("Enter");
}

async function write(page, note, words) {
  await page.getByTestId(`write-${note}`).click();
  const field = page.locator(`[data-testid=${note}-form] input`);
  await field.fill(words);
  await page.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
}

function valueIs(page, fact, value) {
  return page.waitForFunction(
    ([fact, value]) => document.querySelector(`[data-testid=fact-${fact}]`)?.getAttribute("data-value") === value,
    [fact, value],
  );
}

function countIs(page, testid, count) {
  return page.waitForFunction(
    ([testid, count]) => document.querySelectorAll(`[data-testid=${testid}]`).length === count,
    [testid, count],
  );
}

// What was handed to the library is written a moment later: a new page sees it once it is.
async function reload(page) {
  await page.waitForTimeout(300);
  await page.reload();
  await ready(page);
}

test("paste 12, correct one, reload, compare, group, export, delete, undo", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteTwelve(page);
  await countIs(page, "report-item", 12);
  await choose(page, "Maps blank");
  await correct(page, "duration", "2 h 30 min");
  await valueIs(page, "duration", "150");
  await reload(page);
  await countIs(page, "report-item", 12);
  await valueIs(page, "duration", "150");
  await openComparison(page);
  const row = page.getByTestId("compare-table").locator("tr").filter({ hasText: "Maps blank" });
  assert.match(await row.innerText(), /2 h 30 min/, "the comparison counts with the correction");
  await page.getByTestId("grouping").selectOption("severity");
  const groups = page.getByTestId("compare-groups");
  await groups.scrollIntoViewIfNeeded();
  await groups.locator("svg.scene").waitFor();
  assert.match(await groups.locator("svg.scene").textContent(), /SEV-?3/i);
  await page.getByRole("button", { name: "Report", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export").click()]);
  const { reports } = JSON.parse(readFileSync(await download.path()));
  assert.equal(reports.length, 12);
  const maps = reports.find((report) => report.text === OWN[1]);
  assert.deepEqual(maps.incidents[0].corrections, [{ fact: "duration", value: { minutes: 150 } }]);
  const before = await lines(page);
  await page.getByRole("button", { name: /^Delete Maps blank/ }).click();
  await countIs(page, "report-item", 11);
  await page.getByTestId("notice").getByRole("button", { name: /undo/i }).click();
  await countIs(page, "report-item", 12);
  assert.deepEqual(await lines(page), before);
  await reload(page);
  assert.deepEqual(await lines(page), before, "undone is undone in the library too");
  await assertQuiet();
});

test("twelve reports outlast a reload with everything that was written beside them", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteTwelve(page);
  await choose(page, "Maps blank");
  await correct(page, "duration", "2 h 30 min");
  await valueIs(page, "duration", "150");
  await write(page, "name", "Maps empty");
  await write(page, "tags", "eu, tiles");
  const before = await lines(page);
  assert.equal(before.length, 12);
  await reload(page);
  await page.getByRole("heading", { level: 1, name: "Maps empty" }).waitFor();
  await valueIs(page, "duration", "150");
  assert.deepEqual(await lines(page), before);
  assert.match(before.find((line) => line.includes("Maps empty")), /eu · tiles[^]*corrected/);
  await page.getByTestId("withdraw-duration").click();
  await valueIs(page, "duration", "180");
  await page.keyboard.press("u");
  await valueIs(page, "duration", "150");
  await page.locator("[data-testid=report-view] mark").first().waitFor();
  await assertQuiet();
});

test("what cannot be read leaves the field open with a sentence, and Escape gives up", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteSample(page, "checkout-errors");
  await correct(page, "impact", "lots");
  const field = page.locator("[data-testid=correction] input");
  assert.match(await page.getByTestId("problem").innerText(), /75 %/);
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.getAttribute("aria-describedby"), await page.getByTestId("problem").getAttribute("id"));
  assert.equal(await field.inputValue(), "lots", "what was typed stays");
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await focusIs(page, "correct-impact");
  assert.equal(await factValue(page, "impact"), "40");
  await assertQuiet();
});

test("a fact that the report does not tell can be told, and one that it tells wrongly taken out", async (t) => {
  const { page } = await open(t);
  await pasteSample(page, "overnight-login");
  await correct(page, "impact", "20 to 30 % of members");
  await page.getByTestId("withdraw-impact").waitFor();
  assert.match(await page.getByTestId("fact-impact").innerText(), /20.+30 %/);
  assert.match(await page.getByTestId("fact-impact").innerText(), /corrected by you/);
  await correct(page, "severity", "SEV-2");
  assert.match(await page.locator(".chips").innerText(), /SEV-2/);
  await correct(page, "duration", "");
  await valueIs(page, "duration", "");
  assert.match(await page.locator(".card").innerText(), /report: 8 h 30 min/);
  await page.getByTestId("withdraw-duration").click();
  await valueIs(page, "duration", "510");
});

test("both ends of a window are corrected at once, and no cell moves when a pencil or a field appears", async (t) => {
  const { page } = await open(t);
  await pasteSample(page, "payments-api");
  const boxes = () => page.locator(".card > .cell").evaluateAll((cells) => cells.map((cell) => {
    const { x, y, width, height } = cell.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
  }));
  const before = await boxes();
  await page.getByTestId("fact-window").hover();
  assert.deepEqual(await boxes(), before);
  await page.getByTestId("correct-window").click();
  const fields = page.locator("[data-testid=correction] input");
  await fields.nth(1).waitFor();
  assert.deepEqual(await boxes(), before);
  await fields.nth(0).fill("2022-06-09 13:00");
  await fields.nth(1).fill("2022-06-09 14:00");
  await page.getByTestId("save").click();
  await page.getByTestId("withdraw-start").waitFor();
  assert.match(await page.getByTestId("fact-window").innerText(), /13:00–14:00/);
  await page.keyboard.press("Control+z");
  await page.getByTestId("withdraw-start").waitFor({ state: "detached" });
  await page.getByTestId("withdraw-end").waitFor({ state: "detached" });
});

test("the list is searched and sorted, and the address keeps both", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteTwelve(page);
  await page.getByTestId("sort").selectOption("duration");
  await page.getByTestId("sort-order").click();
  assert.match((await lines(page))[0], /Members locked out/);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await focusIs(page, "search");
  await page.keyboard.type("sev-3");
  await countIs(page, "report-item", 1);
  assert.match(await page.getByTestId("list-count").innerText(), /1 of 12 found/);
  const focused = await page.evaluate(() => document.activeElement.dataset.testid);
  assert.equal(focused, "search", "the field keeps the focus while the list changes");
  // The address follows what is typed a moment later.
  await page.waitForFunction(() => location.hash.includes("sev-3"));
  await reload(page);
  await countIs(page, "report-item", 1);
  assert.equal(await page.getByTestId("search").inputValue(), "sev-3");
  assert.equal(await page.getByTestId("sort").inputValue(), "duration");
  await page.getByTestId("search").fill("");
  await countIs(page, "report-item", 12);
  await assertQuiet();
});

test("a reload right after a word keeps its last letters", async (t) => {
  const { page } = await open(t);
  await pasteTwelve(page);
  await page.getByTestId("search").pressSequentially("payment");
  await page.reload();
  await page.waitForFunction(() => document.querySelector("[data-testid=search]")?.value === "payment");
  await page.getByTestId("report-item").first().waitFor();
  // So many letters that the address has to wait for the last of them.
  const long = "a reader who types on and on and never stops to breathe";
  await page.getByTestId("search").fill("");
  await page.getByTestId("search").pressSequentially(long);
  await page.reload();
  await page.waitForFunction((long) => document.querySelector("[data-testid=search]")?.value === long, long);
});

test("what was deleted comes back: by undo, and later from the recently deleted", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteTwelve(page);
  const before = await lines(page);
  const remove = page.getByRole("button", { name: "Delete Mail delayed" });
  await remove.click();
  await countIs(page, "report-item", 11);
  // The focus goes on to a neighbor, or to what takes it back.
  await page.waitForFunction(() => document.activeElement.dataset.testid ?? document.activeElement.dataset.entry);
  await page.getByTestId("undo").click();
  await countIs(page, "report-item", 12);
  assert.deepEqual(await lines(page), before);
  await remove.click();
  await countIs(page, "report-item", 11);
  await reload(page);
  await countIs(page, "report-item", 11);
  await page.getByTestId("deleted").click();
  await countIs(page, "deleted-item", 1);
  assert.match(await page.getByTestId("deleted-list").innerText(), /Mail delayed\s+deleted .*goes for good in 30 days/);
  await page.getByTestId("restore").click();
  await countIs(page, "report-item", 12);
  assert.deepEqual(await lines(page), before);
  await assertQuiet();
});

test("an exported library brings everything back after it was deleted for good", async (t) => {
  const { page, assertQuiet } = await open(t);
  page.on("dialog", (dialog) => dialog.accept());
  await pasteTwelve(page);
  await choose(page, "Chat down");
  await correct(page, "duration", "6 min");
  await valueIs(page, "duration", "6");
  const before = await lines(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export").click()]);
  const file = { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
  assert.equal(JSON.parse(file.buffer).reports.length, 12);
  await page.getByTestId("delete-all").click();
  await countIs(page, "report-item", 0);
  await page.getByTestId("deleted").click();
  await page.getByTestId("erase").click();
  await page.getByTestId("deleted-view").waitFor({ state: "detached" });
  await reload(page);
  await countIs(page, "report-item", 0);
  assert.equal(await page.getByTestId("deleted").count(), 0);
  await page.getByTestId("file-input").setInputFiles({ ...file, mimeType: "application/json" });
  await countIs(page, "report-item", 12);
  assert.deepEqual(await lines(page), before);
  await choose(page, "Chat down");
  await valueIs(page, "duration", "6");
  await page.locator("[data-testid=report-view] mark").first().waitFor();
  await reload(page);
  await countIs(page, "report-item", 12);
  await assertQuiet();
});

test("a file that is no library says so and changes nothing", async (t) => {
  const { page, assertQuiet } = await open(t);
  await pasteSample(page, "checkout-errors");
  const buffer = Buffer.from('{"schema":"outage-lens/library/1","reports":7}');
  await page.getByTestId("file-input").setInputFiles({ name: "broken.json", mimeType: "application/json", buffer });
  await page.getByText("Nothing was imported.").waitFor();
  await countIs(page, "report-item", 1);
  await assertQuiet();
});

test("two pages of one browser show the same library", async (t) => {
  const { page, context, site, assertQuiet } = await open(t);
  await pasteSample(page, "payments-api");
  await page.waitForTimeout(300);
  const other = await context.newPage();
  await other.goto(site.origin);
  await countIs(other, "report-item", 1);
  await other.getByTestId("report-item").locator(".pick").click();
  await valueIs(other, "duration", "125");
  await correct(other, "duration", "3 h");
  await valueIs(page, "duration", "180");
  await pasteSample(page, "checkout-errors");
  await countIs(other, "report-item", 2);
  await other.getByRole("button", { name: /^Delete Postmortem/ }).click();
  await countIs(page, "report-item", 1);
  await assertQuiet();
});

test("where storage is denied a banner says so, and everything goes on", async (t) => {
  const denied = () => {
    Object.defineProperty(globalThis, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  };
  const { page, assertQuiet } = await open(t, { prepare: (page) => page.addInitScript(denied) });
  const banner = page.getByTestId("storage-banner");
  await banner.waitFor();
  assert.match(await banner.innerText(), /Storage is off[^]*Export library/);
  await pasteSample(page, "checkout-errors");
  await correct(page, "duration", "20 min");
  await valueIs(page, "duration", "20");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("banner-export").click()]);
  const { reports } = JSON.parse(readFileSync(await download.path()));
  assert.equal(reports[0].text, sampleText("checkout-errors"));
  await assertQuiet();
});

// Without allow-same-origin a frame has no origin, and the browser refuses it every storage.
test("in a frame that may store nothing a banner says so, and everything goes on", async (t) => {
  const pages = { "/host.html": '<iframe sandbox="allow-scripts allow-forms" src="/index.html" width="1200" height="700"></iframe>' };
  const headers = { "access-control-allow-origin": "*" };
  const { page } = await openPage(t, { path: "/host.html", pages, headers });
  const frame = page.frameLocator("iframe");
  await frame.getByTestId("storage-banner").waitFor();
  assert.match(await frame.getByTestId("storage-banner").innerText(), /Storage is off/);
  await frame.getByTestId("report-text").fill(OWN[1]);
  await frame.locator("[data-testid=fact-duration][data-value='180']").waitFor();
  await frame.getByTestId("fact-duration").hover();
  await frame.getByTestId("correct-duration").click();
  await frame.locator("[data-testid=correction] input").fill("20 min");
  await page.keyboard.press("Enter");
  await frame.locator("[data-testid=fact-duration][data-value='20']").waitFor();
});

// The browser's own quota, made small by the protocol of its developer tools, which reaches only a profile on a disk.
test("where the browser's storage is full a banner says so, nothing is lost, and it is kept once there is room", async (t) => {
  const { page, context, site } = await openPage(t, { path: "/icon.svg", profile: true });
  // Before anything is stored, because the browser remembers for a while how much room there is.
  const tools = await context.newCDPSession(page);
  await tools.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 100_000 });
  await page.goto(site.origin);
  await ready(page);
  await pasteSample(page, "payments-api");
  await page.waitForTimeout(300);
  assert.equal(await page.getByTestId("storage-banner").count(), 0);
  await pasteText(page, OWN[1] + "\n\n" + "Soup. ".repeat(900_000));
  await page.getByTestId("storage-banner").waitFor();
  assert.match(await page.getByTestId("storage-banner").innerText(), /no more room/);
  await correct(page, "duration", "20 min");
  await valueIs(page, "duration", "20");
  await countIs(page, "report-item", 2);
  await tools.send("Storage.overrideQuotaForOrigin", { origin: site.origin });
  await write(page, "tags", "room");
  await page.getByTestId("storage-banner").waitFor({ state: "detached" });
  await reload(page);
  await countIs(page, "report-item", 2);
  await choose(page, "Maps blank");
  await valueIs(page, "duration", "20");
});

/** Takes all room that is left, down to less than a record needs. */
async function takeAllRoom(page) {
  await page.evaluate(async () => {
    const request = indexedDB.open("outage-lens");
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const isPut = (size) =>
      new Promise((done) => {
        const transaction = database.transaction("texts", "readwrite");
        transaction.objectStore("texts").put("x".repeat(size), -Math.random());
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => done(false);
      });
    for (let size = 100_000; size > 50; ) if (!(await isPut(size))) size = Math.floor(size / 2);
    database.close();
  });
}

test("where there is no room left, what is deleted for good goes all the same", async (t) => {
  const { page, context, site } = await openPage(t, { path: "/icon.svg", profile: true });
  page.on("dialog", (dialog) => dialog.accept());
  const tools = await context.newCDPSession(page);
  await tools.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1_000_000 });
  await page.goto(site.origin);
  await ready(page);
  // All of one bucket, which would have to be written anew.
  const reports = Array.from({ length: 6 }, (_, place) => {
    const facts = { title: `Queue ${place} stalled`, events: 0, discrepancies: 0 };
    return { version: 2, id: 509 * place, added_ms: place, changed_ms: place, source: "pasted", reader: "0.1.0", incidents: [{ facts }], text: "Queue stalled." };
  });
  const buffer = Buffer.from(JSON.stringify({ schema: "outage-lens/library/1", reports }));
  await page.getByTestId("file-input").setInputFiles({ name: "library.json", mimeType: "application/json", buffer });
  await countIs(page, "report-item", 6);
  await reload(page);
  await countIs(page, "report-item", 6);
  await takeAllRoom(page);
  await page.getByRole("button", { name: /^Delete Queue 3/ }).click();
  await page.getByTestId("storage-banner").waitFor();
  await page.getByTestId("deleted").click();
  await page.getByTestId("erase").click();
  await page.getByTestId("deleted-view").waitFor({ state: "detached" });
  for (const _ of [1, 2]) {
    await reload(page);
    await countIs(page, "report-item", 5);
    assert.doesNotMatch((await lines(page)).join(), /Queue 3/);
    assert.equal(await page.getByTestId("deleted").count(), 0);
  }
});

test("all is well: no banner, and the keys correct, undo and search", async (t) => {
  const { page } = await open(t);
  await pasteSample(page, "checkout-errors");
  assert.equal(await page.getByTestId("storage-banner").count(), 0);
  await page.getByTestId("fact-duration").focus();
  await page.keyboard.press("c");
  const field = page.locator("[data-testid=correction] input");
  await field.waitFor();
  await page.waitForFunction(() => document.activeElement.name === "duration");
  assert.equal(await page.evaluate(() => getSelection().toString()), await field.inputValue(), "it is selected");
  await page.keyboard.type("45");
  await page.keyboard.press("Enter");
  await valueIs(page, "duration", "45");
  await focusIs(page, "correct-duration");
  await page.keyboard.press("u");
  await valueIs(page, "duration", "90");
  assert.match(await page.getByTestId("notice").innerText(), /taken back/);
});

test("right-to-left, emoji and very long names stay what they are", async (t) => {
  const { page } = await open(t, { context: { viewport: { width: 360, height: 760 } } });
  await pasteSample(page, "checkout-errors");
  for (const name of ["انقطاع الخدمة 🚒", "x".repeat(500)]) {
    await write(page, "name", name);
    await page.waitForFunction((start) => document.querySelector("h1").textContent.startsWith(start), name.slice(0, 40));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wider <= 0, `${name.slice(0, 5)}: ${wider} px too wide`);
  }
  await page.getByTestId("write-name").click();
  assert.equal((await page.locator("[data-testid=name-form] input").inputValue()).length, 500);
});
