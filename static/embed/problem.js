// What can go wrong, as one sentence for the reader and a code for programs.

/** A problem that a widget shows in its place and tells in its event `outage-lens:error`. */
export class Problem extends Error {
  /**
   * @param {string} code a stable name, such as `not-found`
   * @param {string} message a sentence for the reader
   * @param {{advice?: string, line?: string, text?: string}} [more] what whoever runs the site can do, the exact line to
   *   add to its configuration, and the report's text where it is known
   */
  constructor(code, message, more = {}) {
    super(message);
    this.name = "Problem";
    this.code = code;
    Object.assign(this, more);
  }
}

/** Any error as a problem: what is thrown elsewhere is a fault of this program. */
export function asProblem(error) {
  if (error instanceof Problem) return error;
  return new Problem("fault", `Outage Lens has stopped because of a fault of its own: ${error}`);
}
