// PHP's own web server for a wiki, on a free port of 127.0.0.1.

import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";

const SECONDS_TO_START = 20;

/** Runs a PHP program to its end and gives what it printed. */
export function runPhp(args, options) {
  return execFileSync("php", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
}

/** A port that nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Serves `folder` on `port` until `close` is called; `settings` are lines of php.ini, `env` more of the environment. */
export async function servePhp(folder, port, { settings = [], env = {} } = {}) {
  const args = settings.flatMap((setting) => ["-d", setting]);
  // A page asks for its scripts and styles while it is being answered, which one worker could not do.
  const server = spawn("php", [...args, "-S", `127.0.0.1:${port}`, "-t", folder], {
    env: { ...process.env, ...env, PHP_CLI_SERVER_WORKERS: "4" },
    stdio: "ignore",
    // In a group of their own, so that the workers end with it.
    detached: true,
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const origin = `http://127.0.0.1:${port}`;
  await answered(origin);
  return {
    origin,
    close: () => {
      process.kill(-server.pid, "SIGKILL");
      return ended;
    },
  };
}

async function answered(origin) {
  const deadline = Date.now() + SECONDS_TO_START * 1000;
  for (;;) {
    try {
      return await fetch(`${origin}/favicon.ico`);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
