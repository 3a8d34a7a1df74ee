// DokuWiki in a temporary folder, with the plugin installed as docs/embedding.md says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { follow, snippets } from "./document.mjs";
import { freePort, servePhp } from "./php.mjs";

/** The heading in docs/embedding.md. */
export const HEADING = "### DokuWiki";

// What the wiki's own installer would ask for; nobody has to log in.
const SETTINGS = "<?php\n$conf['title'] = 'Test wiki';\n$conf['useacl'] = 0;\n$conf['updatecheck'] = 0;\n";

/** Installs and serves a wiki. `styles` are its administrator's own, `php` lines of php.ini. */
export async function installDokuWiki({ styles = "", php = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "dokuwiki-"));
  const site = join(folder, "site");
  // Node's own copying takes four times as long.
  execFileSync("cp", ["-r", join(process.env.OUTAGE_LENS_WIKIS, "dokuwiki"), site]);
  writeFileSync(join(site, "conf", "local.php"), SETTINGS);
  writeFileSync(join(site, "conf", "userstyle.css"), styles);
  follow(snippets(HEADING, "sh")[0], { WIKI: site });
  const server = await servePhp(site, await freePort(), { settings: php });
  return {
    origin: server.origin,
    address: (id) => `${server.origin}/doku.php?id=${encodeURIComponent(id)}`,
    save: (id, text) => save(server.origin, id, text),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function save(origin, id, wikitext) {
  const body = new URLSearchParams({ id, wikitext, summary: "", "do[save]": "Save" });
  const response = await fetch(`${origin}/doku.php`, { method: "POST", body, redirect: "manual" });
  assert.equal(response.status, 302, await response.text());
}
