// MediaWiki in a temporary folder, with the extension installed as docs/embedding.md says.

import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { follow, snippets } from "./document.mjs";
import { freePort, runPhp, servePhp } from "./php.mjs";

/** The heading in docs/embedding.md. */
export const HEADING = "### MediaWiki";

// One address may otherwise save eight pages a minute, jobs that follow a request lock the database of one file for the
// next one, and the browser asks for an icon that Debian's package has not.
const OWN_SETTINGS = '$wgRateLimits = [];\n$wgJobRunRate = 0;\n$wgFavicon = "/resources/assets/change-your-logo-icon.svg";';

/**
 * Installs and serves a wiki. `settings` are further lines of LocalSettings.php, `php` of php.ini, `styles`
 * the wiki's own, as an administrator writes them on a page.
 */
export async function installMediaWiki({ settings = "", php = [], styles } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "mediawiki-"));
  const site = join(folder, "site");
  linkProgram(join(process.env.OUTAGE_LENS_WIKIS, "mediawiki"), site);
  const env = { MW_INSTALL_PATH: site };
  const port = await freePort();
  runInstaller(site, join(folder, "data"), port, env);
  follow(snippets(HEADING, "sh")[0], { WIKI: site });
  appendFileSync(join(site, "LocalSettings.php"), `\n${snippets(HEADING, "php")[0]}\n${OWN_SETTINGS}\n${settings}\n`);
  if (styles) writePage(site, "MediaWiki:Common.css", styles, env);
  const server = await servePhp(site, port, { settings: php, env });
  return {
    origin: server.origin,
    address: (title) => `${server.origin}/index.php?title=${encodeURIComponent(title.replaceAll(" ", "_"))}`,
    save: (title, text) => save(server.origin, title, text),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

// The program is linked rather than copied, because it is 200 MB of small files. The folders that an administrator
// adds to are real.
function linkProgram(program, site) {
  const own = ["extensions", "images"];
  for (const name of own) mkdirSync(join(site, name), { recursive: true });
  for (const name of readdirSync(program)) {
    if (!own.includes(name)) symlinkSync(join(program, name), join(site, name));
  }
}

function runInstaller(site, data, port, env) {
  mkdirSync(data);
  runPhp(
    [
      join(site, "maintenance", "install.php"),
      ...["--dbtype", "sqlite", "--dbpath", data, "--dbname", "wiki"],
      ...["--server", `http://127.0.0.1:${port}`, "--scriptpath", "", "--lang", "en"],
      ...["--confpath", site, "--pass", "only for this test", "Test wiki", "Admin"],
    ],
    { env: { ...process.env, ...env } },
  );
}

function writePage(site, title, text, env) {
  const args = [join(site, "maintenance", "edit.php"), "--user", "Admin", title];
  runPhp(args, { env: { ...process.env, ...env }, input: text, stdio: "pipe" });
}

// As somebody who is not logged in, whose token is always the same.
async function save(origin, title, text) {
  const body = new URLSearchParams({ action: "edit", format: "json", title, text, token: "+\\" });
  const response = await fetch(`${origin}/api.php`, { method: "POST", body });
  const answer = await response.json();
  assert.equal(answer.edit?.result, "Success", JSON.stringify(answer));
}
