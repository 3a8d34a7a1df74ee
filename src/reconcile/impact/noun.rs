//! What a percentage is a share of.

use crate::mention::Mention;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::words::Words;
use crate::text::{Token, TokenKind};

/// Those who use a service, and what they ask of it.
const PEOPLE: Phrases = phrases(
    "user|users|customer|customers|client|clients|request|requests|traffic|transaction|transactions|\
     order|orders|visitor|visitors|people|subscribers|players|students|employees|members|readers|\
     userbase|viewers|shoppers|buyers|merchants|sellers|developers|teams|tenants|accounts|businesses|\
     patients|guests|participants|staff|audience|population|callers|organizations|organisations",
);

/// What else can be affected.
const THINGS: Phrases = phrases(
    "business|session|sessions|call|calls|message|messages|queries|query|account|tenant|service|\
     services|node|nodes|server|servers|instances|operations|connections|jobs|builds|pages|page|\
     payments|volumes|workloads|websites|sites|validators|emails|mails|logins|attempts|evaluations|\
     base|databases|clusters|pods|hosts|machines|vms|regions|endpoints|checkouts|purchases|uploads|\
     downloads|searches|deployments|pipelines|tasks|events|notifications|alerts|devices|bookings|\
     signups|registrations|invocations|functions|containers|packets|invoices|launches|deliveries|\
     apps|applications|projects|repositories|writes|reads|responses|views|engagement|sales|\
     conversions|throughput|blocks|stores|flights|trips|rides|shipments|records|files|network|fleet|\
     shards|partitions|replicas|locations|datacenters|branches|streams|proxies|websockets|hubs|\
     submissions|tickets|operators|stations|systems|webhooks|crates|features",
);

/// Whether `noun` names users or what they ask for.
pub(super) fn is_people(noun: &str) -> bool {
    PEOPLE.lists(noun)
}

/// Whether `noun` is a usual one for what can be affected.
pub(super) fn is_usual(noun: &str) -> bool {
    is_people(noun) || THINGS.lists(noun)
}

/// What the percentage is a share of: one of the usual nouns close behind it, the noun behind "of",
/// or a usual one close before it.
pub(super) fn find<'a>(report: &Report<'a>, sentence: &Words<'a>, mention: &Mention) -> Option<&'a Token> {
    let (first, end) = mention.tokens;
    let usual = |token: &&Token| is_usual(report.tokens.lower(token));
    let behind = sentence.after(end, 8);
    let same_phrase = |token: &&Token| !report.tokens.reads(token, ENDS_PHRASE);
    let usual_behind = behind.tokens().take_while(same_phrase).find(usual);
    // "5% and at most 10% of requests": both are shares of the same.
    let shared = || {
        let next = sentence.after(end, 12);
        next.begins_with(&const { phrases("and|or") }).then_some(())?;
        let mut rest = next.tokens().skip_while(|token| token.kind != TokenKind::Mark('%')).skip(1);
        rest.next().filter(|token| report.tokens.reads(token, "of"))?;
        rest.take_while(same_phrase).find(usual)
    };
    let usual_before = || sentence.before(first, 5).tokens().filter(usual).last();
    let them = || {
        let people = |token: &&Token| is_people(report.tokens.lower(token));
        is_of_them(sentence, mention)
            .then(|| sentence.before(first, SENTENCE).tokens().filter(people).last())?
    };
    usual_behind
        .or_else(them)
        .or_else(|| behind_of(report, &behind))
        .or_else(|| subject(report, &behind))
        .or_else(shared)
        .or_else(usual_before)
}

/// "Customers could not pay, affecting 40% of them": a share of those of whom the sentence spoke before.
pub(super) fn is_of_them(sentence: &Words, mention: &Mention) -> bool {
    sentence.has_before(
        mention.tokens.0,
        3,
        &const { phrases("affecting|affected|impacting|impacted|hitting") },
    ) && sentence.goes_on_with(mention.tokens.1, 2, &const { phrases("of them|of these|of those") })
}

/// Most tokens of a sentence before a pronoun.
const SENTENCE: usize = 40;

/// `Affected users` names what its percentage is a share of.
pub(super) fn in_label(label: &str) -> Option<String> {
    label.split_whitespace().find(|word| is_usual(word)).map(str::to_owned)
}

const ENDS_PHRASE: &str = "and|but|which|because|when|while|;|after|before";

/// `70% OTPs were late`, `one in four top-ups did not arrive`: the plural before a verb.
fn subject<'a>(report: &Report<'a>, behind: &Words<'a>) -> Option<&'a Token> {
    const VERBS: Phrases = phrases(
        "were|was|are|is|did|didn|could|couldn|failed|fail|had|have|got|went|came|returned|bounced|timed|never|would|\
         wouldn|ended|saw|hung|vanished|arrived|sent|delivered|lost|stalled|errored|dropped",
    );
    let lower = |token: &&Token| report.tokens.lower(token);
    let mut words = behind.tokens().take(SUBJECT);
    let noun = words.position(|token| token.kind == TokenKind::Word && lower(&token).ends_with('s'))?;
    let at = behind.start() + noun;
    let token = report.tokens.get(at).filter(|token| !NO_NOUNS.lists(lower(token)))?;
    (behind.has_after(at + 1, 4, &VERBS) && !NO_SHARES.lists(lower(&token))).then_some(token)
}

/// Most tokens of such a subject: "top-ups".
const SUBJECT: usize = 3;

/// `of image uploads failed`, `of mails`: the last word before the verb or the end.
fn behind_of<'a>(report: &Report<'a>, behind: &Words<'a>) -> Option<&'a Token> {
    let lower = |token: &&Token| report.tokens.lower(token);
    let mut words = behind.tokens();
    words.next().filter(|token| report.tokens.reads(token, "of"))?;
    let of_noun = |token: &&Token| {
        let word = lower(token);
        token.kind == TokenKind::Word && !NO_NOUNS.lists(word) && !word.ends_with("ed")
    };
    let noun =
        words.skip_while(|token| DETERMINERS.lists(lower(token))).take_while(of_noun).take(4).last()?;
    (!NO_SHARES.lists(lower(&noun))).then_some(noun)
}

/// Words before the noun.
const DETERMINERS: Phrases =
    phrases("the|our|all|its|their|these|those|incoming|total|active|your|affected|such");
/// Words that end the noun.
const NO_NOUNS: Phrases = phrases(
    "were|was|are|is|had|has|have|could|can|failed|fail|fails|failing|experienced|returned|returns|return|received|\
     saw|did|in|for|it|them|this|to|may|might|would|will|should|must|do|does|been|got|became|on|at|\
     with|by|from|who|that|across|during|within|between|under|over|after|before|using|through",
);
/// What a share of is no share of anything affected.
const NO_SHARES: Phrases = phrases(
    "time|cpu|memory|ram|disk|capacity|day|month|year|quarter|budget|cost|costs|revenue|code|work|\
     incidents|outages|engineers|usage|space|week|team|effort|hours|storage|price|salary|quota|limit",
);
