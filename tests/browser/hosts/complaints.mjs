// Which of the problems that harness.mjs hears are none.

/**
 * Chromium calls about every second request cancelled whose answer was read to its end piece by piece, as the widget reads
 * reports; that they were read is what the tests look at.
 */
const READ_TO_THE_END = /^request failed: \S+(do=export_xhtmlbody|action=render|\/reports\/)\S* net::ERR_ABORTED$/;

/** The problems that a host would complain of. Requests to `lens`, the server of the widget's files, are none. */
export function complaints(problems, lens) {
  const isToLens = (problem) => lens !== undefined && problem.startsWith(`foreign request: ${lens}/`);
  return problems.filter((problem) => !READ_TO_THE_END.test(problem) && !isToLens(problem));
}
