//! What a status update says of the incident's course: that it goes on, or that it is over.

use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::words::Words;

/// What an update says of the incident's course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The trouble goes on.
    GoesOn,
    /// Service is restored.
    Over,
    /// No further updates follow, whatever became of the trouble.
    Closed,
    /// Neither is said.
    Other,
}

/// Words that say that service is back.
const RESTORED: Phrases = phrases(
    "resolved|restored|mitigated|recovered|fixed|remediated|operating normally|operate normally|functioning normally|\
     back to normal|returned to normal|fully operational|resolution of this|all clear|processing normally|\
     working normally|performing normally|running normally|working as expected|operating as expected",
);
/// Words before them that make them a wish, a plan, a condition or a part.
const HINDERED: Phrases = phrases(
    "until|till|once|when|after|if|should|will|would|may|to be|being|not|isn|yet|partially|partly|\
     some|most|majority|many|several|expect*|unless|before|working|almost|nearly|believe they|seem*|appear*",
);
/// Words behind them that leave a part of the trouble.
const IN_PART: Phrases = phrases("for the majority|for most|for some|for many|in some|in most");
/// Words that say that the trouble is present.
const TROUBLE: Phrases = phrases(
    "are experiencing|is experiencing|continue to investigate|continues to investigate|\
     continue to experience|continues to experience|continue to see|still experiencing|still seeing|\
     are investigating|continue to work|continues to work|work is currently underway|\
     work is still underway",
);
/// Words that say that more is to come.
const MORE_TO_COME: Phrases = phrases(
    "will provide an|will provide another|will provide more|will provide further|\
     will provide additional|next update|will update|will be posted|will post|investigating|underway|\
     under way|working on|working to|working towards|continuing to|continue to monitor|continue to see|\
     continue to work|experiencing|looking into|looking at|rolling out|in progress|have identified|\
     has been identified",
);
const CLOSED: Phrases = phrases("no further updates|no more updates|final update");
/// The words that status pages put over an update.
const STATUS_OVER: Phrases = phrases("resolved|completed|resolution");
/// The words over a post that looks back, whenever it was written.
const STATUS_LOOKS_BACK: Phrases = phrases("postmortem|post mortem");
const STATUS_GOES_ON: Phrases = phrases("investigating|identified");
/// Words that a post about a running incident has and a report about a past one has not.
const VOICE: Phrases = phrases(
    "are investigating|is investigating|continue to investigate|continues to investigate|\
     we will provide|will provide an update|will be posted|next update|further updates|are experiencing|\
     report of an issue|reports of|is currently underway|work is underway|are working|is working|\
     are aware|are currently|is currently experiencing|continue to monitor|continues to monitor|\
     continuing to monitor|are monitoring|continuing to investigate|has been resolved|have been resolved|has been identified|\
     has been implemented|have identified|has identified|believe* the issue|believe* they have|\
     we have confirmed|can confirm|should be resolved|are looking into|now resolved|seeing recovery|\
     this is fixed|is now fixed|this is resolved|are on it|are currently|is currently|re on it|re investigating|re monitoring|re working|re aware|re experiencing|re looking into|re seeing|\
     will continue to investigate|will continue to monitor|we ll continue to|are seeing|re still|are still|\
     we are continuing|operating normally|status update|linked to a single|impact has been",
);

/// What an update says: `head` is what its writer put over it, such as a status, and `body` the rest.
pub(super) fn of(head: &Words, body: &Words) -> Standing {
    let status = |list: &Phrases| head.has(list) || body.begins_with(list);
    if status(&STATUS_LOOKS_BACK) {
        return Standing::Other;
    }
    if status(&STATUS_OVER) {
        return Standing::Over;
    }
    let restored = says_restored(body) && !says_trouble(body);
    if restored && !status(&STATUS_GOES_ON) {
        Standing::Over
    } else if body.has(&CLOSED) {
        Standing::Closed
    } else if status(&STATUS_GOES_ON) || says_more_to_come(body) {
        Standing::GoesOn
    } else {
        Standing::Other
    }
}

/// Whether it is written as a post of a running incident.
pub(super) fn speaks_as_a_post(head: &Words, body: &Words) -> bool {
    let status = const { phrases("investigating|identified|monitoring|resolved") };
    head.has(&status) || body.begins_with(&status) || body.has(&VOICE)
}

/// Whether some sentence says plainly that service is back, wholly.
fn says_restored(words: &Words) -> bool {
    words.any(&RESTORED, &|at| {
        let sentence = words.sentence_at(at);
        !sentence.has_before(at, 6, &HINDERED) && !sentence.has_after(at + 1, 4, &IN_PART)
    })
}

/// Whether the trouble is present. The search for its cause may go on when it is over.
fn says_trouble(words: &Words) -> bool {
    words.any(&TROUBLE, &|at| !words.has_after(at, 7, &CAUSES))
}

/// What is looked into when the trouble is over.
const CAUSES: Phrases =
    phrases("the root cause|root cause|the cause|what caused|why|the underlying|to prevent");

/// Whether some sentence says that more is to come, other than in thanks: "thank you for your patience
/// while we were working on this".
fn says_more_to_come(words: &Words) -> bool {
    words.any(&MORE_TO_COME, &|at| {
        !words.sentence_at(at).has_before(at, 12, &const { phrases("thank*|patience") })
            && !words.sentence_at(at).has_after(at, 7, &CAUSES)
    })
}
