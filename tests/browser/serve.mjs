// A static file server on a free port of 127.0.0.1, for the built page and for pages that embed it.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder. `pages` maps paths to HTML that stands in no file, such as a host page for an embed;
 * `headers` go with every answer.
 *
 * @param {string} folder
 * @param {{pages?: Record<string, string>, headers?: Record<string, string>}} [options]
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export function serveFolder(folder, { pages = {}, headers = {} } = {}) {
  return listen(async (request, response) => {
    const path = pathOf(request);
    const body = pages[path] ?? (await readFile(join(folder, path)).catch(() => undefined));
    if (body === undefined) {
      response.writeHead(404, headers).end();
    } else {
      const type = TYPES[path in pages ? ".html" : extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store", ...headers }).end(body);
    }
  });
}

/**
 * Listens on an origin of its own and remembers each request, to show that the page never makes one.
 * It allows every origin, so that only the page's own policy can stop a request.
 *
 * @returns {Promise<{origin: string, requests: string[], close: () => Promise<void>}>}
 */
export async function listenForRequests() {
  const requests = [];
  const server = await listen((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(204, { "Access-Control-Allow-Origin": "*" }).end();
  });
  return { ...server, requests };
}

// A URL keeps no `..` that leads out of its root, and normalize drops what an encoded one would add.
function pathOf(request) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const path = normalize(decodeURIComponent(pathname));
  return path.endsWith("/") ? `${path}index.html` : path;
}

async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => closeServer(server) };
}

function closeServer(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    // The browser keeps connections open, and close waits for them.
    server.closeAllConnections();
  });
}
