//! Everyone, said in words.

use super::noun;
use crate::incident::{Certainty, Impact, RuleId};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::{Span, TokenKind};

/// The summary says that everyone was affected: "all users were unable to sign in" is 100 %.
const EVERYONE: RuleId = RuleId::new("impact-everyone");

/// Everyone, and what they all asked for.
const ALL: Phrases = phrases(
    "all users|all customers|all of our users|all our users|all clients|all of our customers|\
     all our customers|every user|every customer|all of the users|all the users|all the customers|\
     all visitors|all students|all traffic|all requests|every request|all of our services|all services|\
     all our services|every single user|every single customer|all internet users|all active users|\
     all tenants|all end users|all external users|all internal users|all website users|the entire user base|\
     entire customer base|entire userbase|all members|all employees|all orders|all transactions|all logins|\
     all sign ins|all api calls|all calls|all uploads|all payments|all checkouts|all messages|all mail|all emails|all builds|\
     all jobs|all writes|all queries|all visits|all players|all readers|all subscribers|all merchants|all our visitors|\
     every login|every api call|every upload|every payment|every checkout|every message|every visitor|every build|\
     every job|every query|every order|every transaction|every single request|every single upload|every single call|\
     every single login|every single payment|each and every request|100 percent of",
);
/// Nobody, of whom something good is said.
const NOBODY: Phrases = phrases(
    "nobody could|nobody was able|no one could|no one was able|none of our users|none of our customers|\
     no user could|no users could|no customer could|no customers could|none of the users could|\
     no users were able|no customers were able|no requests were served|no user was able",
);
/// What nobody could do of those who work on an outage.
const RESPONDERS: Phrases = phrases(
    "look|investigate|explain|tell|figure|fix|find|respond|react|address|determine|identify|say|reproduce|notice|\
     know|understand|help|act|intervene|attend|diagnose|work",
);
const FOR_ALL: Phrases = phrases("for everyone|for everybody|affected everyone|affecting everyone");

/// Words that leave some of them out.
const EXCEPT: Phrases = phrases("except|excluding|other than|apart from|aside from|but not");
/// Words before "nobody" that leave somebody out.
const ALMOST: Phrases = phrases("almost|nearly|virtually|practically");
/// Words that say that they suffered.
const AFFECTED: Phrases = phrases(
    "affect*|impact*|unable|outage|unavailab*|fail*|down|could not|couldn|cannot|inaccessib*|disrupt*|\
     timed out|offline|unreachab*|unrespons*|crash*|error|errors|500|502|503|lost access|no access|\
     not accessible|experienced|denied|rejected|lost|not work*|interrupt*|not able|locked out|stopped|broke|\
     broken",
);
/// Words that take it back.
const NOT_ALL: Phrases = phrases(
    "not all|again|back for|restored|resumed|recovered|nearly all|almost all|not every|should|will|would|could have|if|\
     reminded|notified|informed|asked|apologi*|potentially|might|to ensure|ensure|available for all|\
     available to all|redirect*|back online|working for|works for|fixed for|resolved for|unaffected|no impact|\
     not affect*|not impact*|rerouted|blocked all|minority|subset|some|most users|most customers|most of our|most of the|most requests|monitor*|dropping all|scheduled|\
     maintenance|handle all",
);

/// Words behind "all users" that make them only some.
const SOME: Phrases = phrases(
    "users who|users that|users with|users in|users on|users using|users from|users trying|users whose|\
     users running|users attempting|customers who|customers that|customers with|customers in|customers on|\
     customers using|customers from|customers whose|services using|services on|services in|services with|\
     services that|services behind|services hosted|services running|services depending|services of|\
     requests to|requests for|requests from|requests that|requests in|requests with|traffic to|traffic from|\
     traffic in|traffic for|everyone who|everyone whose|everyone that|everyone on|everyone in|everyone using|\
     everyone relying|everyone depending|everyone involved|everybody who|everybody that|clients using|clients with|clients on|clients that|orders placed|orders from",
);

/// The field that says that everyone was affected, or the first passage of the summary that does.
pub(super) fn find(report: &Report) -> Option<Impact> {
    in_field(report).or_else(|| in_summary(report))
}

/// `Customers impacted: All`, as a field or in the single row of a table.
fn in_field(report: &Report) -> Option<Impact> {
    const VALUES: Phrases =
        phrases("all|everyone|everybody|all users|all customers|all of them|all clients|all tenants");
    let whole_of = |value: Span| {
        let is_all = VALUES.lists(report.document.lower_words(value).trim_end_matches('.'));
        let name = is_all.then(|| report.label_of(value)).flatten()?;
        let noun = noun::in_label(&name).filter(|_| const { phrases("impact|affect") }.are_in(&name))?;
        Some(Impact { of: Some(noun), ..everyone(value) })
    };
    report.blocks.iter().find_map(|block| {
        let field = block.label.and_then(|label| whole_of(label.value));
        field.or_else(|| block.cells.iter().find_map(|cell| whole_of(*cell)))
    })
}

fn in_summary(report: &Report) -> Option<Impact> {
    report.blocks.iter().filter(|block| report.kind_of(block) == SectionKind::Summary).find_map(|block| {
        let words = report.words_in(block.span);
        let affected = |at: usize| {
            let sentence = report.sentence(at);
            let some = sentence.has_after(at, 6, &SOME) || sentence.has_after(at, 14, &EXCEPT);
            !some && !sentence.has(&NOT_ALL) && sentence.has(&AFFECTED)
        };
        let all = words.find(&ALL).or_else(|| words.find(&FOR_ALL)).filter(|at| affected(*at));
        let nobody = || {
            words.find(&NOBODY).filter(|at| {
                let sentence = report.sentence(*at);
                let helpless = sentence.has_after(*at, 7, &RESPONDERS);
                !helpless && !sentence.has(&NOT_ALL) && !sentence.has_before(*at, 2, &ALMOST)
            })
        };
        all.or_else(nobody).map(|at| whole(report, at))
    })
}

fn whole(report: &Report, at: usize) -> Impact {
    let tokens = report.tokens;
    let noun = (at..at + 4)
        .filter_map(|i| tokens.get(i))
        .find(|t| t.kind == TokenKind::Word && noun::is_usual(tokens.lower(t)));
    let first = tokens.get(at).map_or(Span::default(), |t| t.span);
    let second = tokens.get(at + 1).map_or(first, |t| t.span);
    let of = noun.map(|token| tokens.lower(token).to_owned());
    Impact { of, ..everyone(first.cover(noun.map_or(second, |token| token.span))) }
}

fn everyone(words: Span) -> Impact {
    Impact {
        percent: Some(100.0),
        low: None,
        high: None,
        of: None,
        approximate: false,
        bound: None,
        peak: false,
        certainty: Certainty::Derived,
        rule: EVERYONE,
        evidence: words.alone(),
    }
}
