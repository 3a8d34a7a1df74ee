//! How much was affected: the percentages that are shares of users, requests or the like.

use super::phrases::{Phrases, phrases};
use super::report::{Report, descending};
use super::section_kind::SectionKind;
use super::words::Words;
use crate::incident::{Certainty, Impact, RuleId};
use crate::mention::{Mention, PercentageValue, Value};
use crate::text::{Token, TokenKind, sorted_by_key};

const SHARE: RuleId = RuleId::new("impact-share");
const INVERTED: RuleId = RuleId::new("impact-inverted");
const EVERYONE: RuleId = RuleId::new("impact-everyone");

/// What can be affected, by the word that follows "of".
const DENOMINATORS: &[&str] = &[
    "user", "users", "customer", "customers", "client", "clients", "request", "requests", "traffic",
    "transaction", "transactions", "order", "orders", "business", "businesses", "visitor", "visitors",
    "session", "sessions", "call", "calls", "message", "messages", "queries", "query", "account", "accounts",
    "tenant", "tenants", "service", "services", "node", "nodes", "server", "servers", "instances",
    "operations", "connections", "jobs", "builds", "pages", "page", "people", "population", "subscribers",
    "players", "students", "employees", "members", "payments", "volumes", "workloads", "websites", "sites",
    "validators", "emails", "logins", "attempts", "evaluations", "readers", "userbase", "base",
];

/// Words that say that the share suffered.
const AFFECTED: Phrases = phrases(
    "affect*|impact*|experienc*|unable|outage|unavailable|lost|fail*|error*|down|could not|couldn|\
     cannot|inaccessible|disrupt*|drop*|timeout*|timed out|denied|rejected|loss|degrad*|slow*|5xx|500|\
     503|without|delay*|stuck|offline|unreachable|logged out",
);

/// Words near a percentage that make it something else than a share affected.
const OTHER: Phrases = phrases(
    "cpu|memory|ram|disk|storage|utilization|utilisation|usage|capacity|load|restored|back online|\
     recovered|recovery|rollout|rolled out|roll out|slo|sla|uptime|target*|threshold*|coverage|\
     confidence|credit*|discount|improve*|reduc*|increase*|hit rate|hit ratio|hit ratios|healthy|\
     normal|budget|quota|consumption|growth|sampling|operational|revenue|price|of the time",
);

/// Words right behind a percentage that make it a state of progress or a comparison.
const OTHER_BEHIND: Phrases = phrases(
    "complete|completed|full|online|faster|slower|better|worse|improvement|increase|decrease|less|more|\
     higher|lower|growth|off|discount|recovered|restored|percentile",
);

/// What a percentage is the height of, where it needs no noun.
const ERROR_RATES: Phrases = phrases("error rate|error rates|failure rate|failure rates|rate of errors");

/// Words that make a percentage a share that went well.
const SUCCESS: Phrases =
    phrases("success rate|success rates|availability|success ratio|successful|succeeded|were available");

/// Every share affected that the text states, the headline first.
pub(super) fn readings(report: &Report) -> Vec<Impact> {
    let mut found: Vec<(i32, Impact)> = report
        .mentions
        .list
        .iter()
        .filter_map(|mention| match &mention.value {
            Value::Percentage(value) => share(report, mention, value),
            _ => None,
        })
        .collect();
    if found.is_empty() {
        found.extend(everyone(report).map(|impact| (0, impact)));
    }
    // Of equals, the first in the text stays first.
    sorted_by_key(found, |(score, _)| descending(*score)).into_iter().map(|(_, impact)| impact).collect()
}

fn share(report: &Report, mention: &Mention, value: &PercentageValue) -> Option<(i32, Impact)> {
    let kind = report.kind_at(mention.span);
    if kind == SectionKind::Plans || value.high > 100.0 {
        return None;
    }
    let sentence = report.sentence(mention.tokens.0);
    let (first, end) = mention.tokens;
    let inverted = is_success(&sentence, mention);
    let near = Words::new(
        report.tokens,
        first.saturating_sub(4).max(sentence.start())..(end + 5).min(sentence.end()),
    );
    let behind = sentence.after(end, 2);
    let is_aim = near.has(&const { phrases("target|slo|sla|error budget") });
    if (!inverted && near.has(&OTHER)) || behind.begins_with(&OTHER_BEHIND) || is_aim {
        return None;
    }
    let label = report.label_of(mention.span);
    let noun = denominator(report, &sentence, mention);
    let of = noun.map(|token| report.tokens.lower(token).to_owned());
    let of = of.or_else(|| label.as_deref().and_then(noun_of_label));
    let is_error_rate = sentence.before(first, 14).has(&ERROR_RATES);
    let affected = sentence.has(&AFFECTED);
    let labelled =
        label.as_deref().is_some_and(|label| label.contains("impact") || label.contains("affected"));
    let qualifies = inverted
        || (of.is_some() && (affected || labelled))
        || ((labelled || is_error_rate) && !value.fraction);
    if !qualifies || (value.fraction && of.is_none()) {
        return None;
    }
    let place = score(kind, labelled, of.as_deref(), inverted, value.fraction);
    let mut impact = impact(value, mention, of, inverted, &sentence);
    if let Some(noun) = noun.filter(|noun| noun.span.start > mention.span.end) {
        impact.evidence = vec![mention.span.cover(noun.span)];
    }
    // A peak says less of the whole outage than an average.
    let score = place - 15 * i32::from(impact.peak);
    Some((score, impact))
}

fn score(kind: SectionKind, labelled: bool, of: Option<&str>, inverted: bool, fraction: bool) -> i32 {
    let place = match kind {
        SectionKind::Summary => 20,
        SectionKind::Timeline => 0,
        _ => 5,
    };
    let people = matches!(of, Some("user" | "users" | "customers" | "clients" | "requests" | "traffic"));
    place + 20 * i32::from(labelled) + 10 * i32::from(people)
        - 10 * i32::from(inverted)
        - 5 * i32::from(fraction)
}

fn impact(
    value: &PercentageValue,
    mention: &Mention,
    of: Option<String>,
    inverted: bool,
    sentence: &Words,
) -> Impact {
    let (low, high) =
        if inverted { (rest_of(value.high), rest_of(value.low)) } else { (value.low, value.high) };
    let is_range = low < high;
    Impact {
        percent: (!is_range).then_some(low),
        low: is_range.then_some(low),
        high: is_range.then_some(high),
        of,
        approximate: mention.hedge.approximate,
        bound: mention.hedge.bound,
        peak: is_peak(sentence, mention),
        certainty: if inverted { Certainty::Derived } else { Certainty::Stated },
        rule: if inverted { INVERTED } else { SHARE },
        evidence: vec![mention.span],
    }
}

/// What is missing to 100 %, without the noise of binary fractions: 99.9 leaves 0.1.
fn rest_of(percent: f64) -> f64 {
    ((100.0 - percent) * 1e6).round() / 1e6
}

fn is_peak(sentence: &Words, mention: &Mention) -> bool {
    let before = sentence.before(mention.tokens.0, 6);
    let named = before.has(&const { phrases("peak*|max|maximum|as high as") })
        || sentence.after(mention.tokens.1, 4).has(&const { phrases("peak") });
    named && !sentence.before(mention.tokens.0, 2).has(&const { phrases("averag*") })
}

/// What the percentage is a share of: one of the usual nouns close behind it, the noun behind "of",
/// or a usual one close before it.
fn denominator(report: &Report, sentence: &Words, mention: &Mention) -> Option<Token> {
    let (first, end) = mention.tokens;
    let usual = |token: &Token| DENOMINATORS.contains(&report.tokens.lower(*token));
    let behind = sentence.after(end, 8);
    let same_phrase = |token: &Token| !ends_phrase(report.tokens.lower(*token));
    let usual_behind = behind.tokens().take_while(same_phrase).find(usual);
    let usual_before = || sentence.before(first, 5).tokens().filter(usual).last();
    usual_behind.or_else(|| noun_behind_of(report, &behind)).or_else(usual_before)
}

/// `Affected users` names what its percentage is a share of.
fn noun_of_label(label: &str) -> Option<String> {
    label.split_whitespace().find(|word| DENOMINATORS.contains(word)).map(str::to_owned)
}

fn ends_phrase(word: &str) -> bool {
    matches!(word, "and" | "but" | "which" | "because" | "when")
}

/// `of image uploads failed`, `of mails`: the last word before the verb or the end.
fn noun_behind_of(report: &Report, behind: &Words) -> Option<Token> {
    let lower = |token: &Token| report.tokens.lower(*token);
    let mut words = behind.tokens();
    words.next().filter(|token| lower(token) == "of")?;
    let of_noun = |token: &Token| {
        let word = lower(token);
        token.kind == TokenKind::Word && !NO_NOUNS.contains(&word) && !word.ends_with("ed")
    };
    let noun =
        words.skip_while(|token| DETERMINERS.contains(&lower(token))).take_while(of_noun).take(4).last()?;
    (lower(&noun) != "time").then_some(noun)
}

/// Words before the noun.
const DETERMINERS: [&str; 9] = ["the", "our", "all", "its", "their", "these", "those", "incoming", "total"];
/// Words that end the noun.
const NO_NOUNS: [&str; 24] = [
    "were", "was", "are", "is", "had", "has", "have", "could", "can", "failed", "fail", "fails", "failing",
    "experienced", "returned", "received", "saw", "did", "in", "for", "it", "them", "this", "to",
];

fn is_success(sentence: &Words, mention: &Mention) -> bool {
    sentence.before(mention.tokens.0, 6).has(&SUCCESS) || sentence.after(mention.tokens.1, 4).has(&SUCCESS)
}

/// `all users were unable`, `a complete outage for all customers`: everyone, said in words.
fn everyone(report: &Report) -> Option<Impact> {
    report.blocks.iter().find_map(|block| {
        if report.kind_of(block) != SectionKind::Summary {
            return None;
        }
        let words = report.words_in(block.span);
        let at = words.find(&const { phrases("all users|all customers|all of our users|all our users|all clients|all of our customers|all our customers|every user|every customer|100 percent of") })?;
        let sentence = report.sentence(at);
        (sentence.has(&AFFECTED)
            && !sentence.has(&const { phrases("not all|restored for|restored to|nearly all|almost all") }))
        .then(|| whole(report, at))
    })
}

fn whole(report: &Report, at: usize) -> Impact {
    let tokens = report.tokens;
    let noun = (at..at + 4)
        .rev()
        .filter_map(|i| tokens.get(i))
        .find(|t| t.kind == TokenKind::Word && DENOMINATORS.contains(&tokens.lower(*t)));
    let first = tokens.get(at).map_or_else(Default::default, |t| t.span);
    Impact {
        percent: Some(100.0),
        low: None,
        high: None,
        of: noun.map(|token| tokens.lower(token).to_owned()),
        approximate: false,
        bound: None,
        peak: false,
        certainty: Certainty::Derived,
        rule: EVERYONE,
        evidence: vec![noun.map_or(first, |token| first.cover(token.span))],
    }
}
