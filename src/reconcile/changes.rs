//! Changes, which are made on purpose: "release 4.2 was deployed", "the new plan is merged".

use super::phrases::{Phrases, phrases};
use super::words::Words;

/// What is done on purpose, after which something may fail.
const CHANGE: Phrases = phrases(
    "deploy*|redeploy*|release*|merge|merged|merges|roll* out|rollout|publish*|ship|ships|shipped|pushed|pushes|upgrad*|\
     migrat*|maintenance|planned|scheduled|change|changes|changed|configur*|reconfigur*|enabled|introduced|made available|\
     approved|submitted|applied|applies|provision*|switch|switched|switches|patch|patched|patches|committed|pull request|\
     went live|goes live|install*|update|updated|updates|rotat*|renewed",
);

/// What is wrong with a change from the moment on at which it is made.
const FAULTY: Phrases = phrases(
    "not|without|expos*|leak*|disabled|deleted|faulty|misconfig*|bad|wrong*|incorrect*|broken|bug|buggy|accident*|mistak*|\
     inadvertent*|erroneous*|malformed|too low|too high|too small",
);

/// Whether the words tell of a change, which may be a cause but is no outage, unless harm was in it.
pub(super) fn are_told(words: &Words) -> bool {
    words.has(&CHANGE) && !words.has(&FAULTY)
}
