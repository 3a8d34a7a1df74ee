//! Fields that hold the outage's length.

use super::{BARE_NUMBER, LABELLED, REPAIR_LABELLED, Scope, Trust, Verdict, sentence, stated};
use crate::incident::OutageDuration;
use crate::mention::{DurationValue, Hedge, Mention};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::reconcile::words::Words;
use crate::text::{Cursor, Span, TokenKind, Tokens};

/// Names of the outage's length.
const LENGTHS: Phrases = phrases(
    "duration|durations|downtime|length|how long|time down|time offline|outage time|unavailability|\
     total time|time in sev|time in outage|exposure time|elapsed",
);
/// Names of the outage, which give its length where the value begins with one.
const OUTAGES: Phrases = phrases(
    "outage|interruption|disruption|unavailable|degradation|affected for|total impact|impact time|time of impact",
);
/// Names of the time until service was back.
const REPAIRS: Phrases = phrases(
    "time to repair|time to recover*|time to restor*|recovery time|repair time|restoration time|\
     time to full recovery|time to service restoration",
);
/// Names of the time until the incident was over, or the harm was lessened.
const RESOLVES: Phrases = phrases(
    "time to resol*|time to mitigat*|time to fix|ttr|mttr|ttm|mttm|resolution time|mitigation time|\
     time to resolution",
);
/// Words that make the name that of another length.
const OTHERS: Phrases = phrases(
    "detect*|acknowledg*|respon*|delay*|retention|timeout*|maintenance|planned|scheduled|expected|\
     estimated|estimate|meeting|engage*|deploy*|rollback|roll back|investigat*|ttl|cache|interval|uptime|\
     rto|rpo|sla|slo|target|goal|limit|maximum|allowed|request|query|session|token|job|build|video|call|\
     before|since|objective|backup|lead time|log|cpu",
);
const TOTALS: Phrases = phrases("total|overall|full|entire|complete");
const PARTS: Phrases = phrases("partial*|degrad*|intermittent*|reduced|slow*");

/// What a field's name says of the length in it.
pub(super) fn verdict(name: &Words) -> Option<Verdict> {
    if name.has(&OTHERS) {
        return None;
    }
    let scope = match (name.has(&TOTALS), name.has(&PARTS)) {
        (_, true) => Scope::Part,
        (true, false) => Scope::Total,
        (false, false) => Scope::Outage,
    };
    let (trust, rule) = if name.has(&REPAIRS) {
        (Trust::RepairLabel, REPAIR_LABELLED)
    } else if name.has(&RESOLVES) {
        (Trust::ResolveLabel, REPAIR_LABELLED)
    } else if name.has(&LENGTHS) || name.has(&OUTAGES) {
        (Trust::Label, LABELLED)
    } else {
        return None;
    };
    Some(Verdict { trust, scope, rule })
}

/// What the field that holds a length makes of it.
pub(super) enum Field {
    /// No field, or one whose name says nothing of lengths.
    Silent,
    /// A field of another length.
    Other,
    /// A field of the outage's length.
    Names(Verdict),
}

/// What the field that holds `mention` makes of it. A value that begins with it is sure; deeper in a
/// value, only a name that asks for a length counts, and words that make it another's are heard.
pub(super) fn of(report: &Report, mention: &Mention) -> Field {
    let Some((name, value)) = report.field_of(mention.span) else { return Field::Silent };
    let name = Tokens::scan(&name);
    let name = Words::whole(&name);
    let opens = opens(report, value, mention.tokens.0);
    let Some(verdict) = verdict(&name) else {
        let names_a_length = name.has(&LENGTHS) || name.has(&const { phrases("time|period|delay|age") });
        return if opens && names_a_length { Field::Other } else { Field::Silent };
    };
    let is_title = report.block_of(mention.span).is_some_and(|b| b.label.is_none() && b.cells.is_empty());
    let told = !is_title && name.has(&LENGTHS) && !sentence::is_anothers(report, mention);
    if opens || told { Field::Names(verdict) } else { Field::Silent }
}

/// Whether only a hedge stands between the start of `value` and token `at`.
fn opens(report: &Report, value: Span, at: usize) -> bool {
    let first = report.tokens.index_at(value.start);
    sentence::behind_hedges(report.tokens, first, at) <= first
}

/// `Minutes downtime: 45`, `Duration (min) | 45`, `Duration (hh:mm): 01:30`.
pub(super) fn bare_numbers(report: &Report, take: &mut dyn FnMut(Verdict, OutageDuration)) {
    let mut read = |value: Span| {
        if value.len() <= LONGEST_VALUE
            && let Some((verdict, reading)) = bare_number(report, value)
        {
            take(verdict, reading);
        }
    };
    for block in report.blocks {
        block.cells.iter().for_each(|cell| read(*cell));
        if let Some(label) = block.label {
            read(label.value);
        }
        if block.cells.is_empty() {
            read(block.span);
        }
    }
}

/// Most bytes of a value that is hardly more than a number.
const LONGEST_VALUE: usize = 24;

fn bare_number(report: &Report, value: Span) -> Option<(Verdict, OutageDuration)> {
    let tokens = report.tokens;
    let mut first = tokens.index_at(value.start);
    let approximate = tokens.mark_at(first, "~");
    first += usize::from(approximate);
    tokens.get(first).filter(|t| t.kind == TokenKind::Number && value.contains(t.span))?;
    if report.kind_at(value) == SectionKind::Plans {
        return None;
    }
    let (name, whole) = report.field_of(value)?;
    let name = Tokens::scan(&name);
    let name = Words::whole(&name);
    let verdict = Verdict { rule: BARE_NUMBER, ..verdict(&name)? };
    let mut cursor = Cursor::new(tokens, first);
    let seconds = clock_form(&mut cursor, &name).or_else(|| {
        cursor = Cursor::new(tokens, first);
        Some(crate::mention::count(&mut cursor)? * unit(&name)?)
    })?;
    let ends = cursor.peek().is_none_or(|t| t.span.start >= whole.end || t.kind == TokenKind::Mark('('));
    let hedge = Hedge { approximate, bound: None };
    let reading = stated(DurationValue { low: seconds, high: seconds }, hedge, cursor.span(), BARE_NUMBER)?;
    ends.then_some((verdict, reading))
}

/// `01:30` where the field's name says that it is hours and minutes.
fn clock_form(cursor: &mut Cursor, name: &Words) -> Option<f64> {
    name.has(&const { phrases("hh mm|h mm|hhmm|hh mm ss|hours minutes") }).then_some(())?;
    let (hours, _) = cursor.number(1..=3)?;
    cursor.eat_glued(':').then_some(())?;
    let (minutes, _) = cursor.glued_number(2..=2)?;
    let seconds = cursor.attempt(|c| c.eat_glued(':').then(|| c.glued_number(2..=2))?).map_or(0, |(s, _)| s);
    Some(f64::from(hours) * 3600.0 + f64::from(minutes) * 60.0 + f64::from(seconds))
}

/// The unit that a field's name gives, in seconds.
fn unit(name: &Words) -> Option<f64> {
    const UNITS: [(Phrases, f64); 4] = [
        (phrases("minutes|minute|mins|min|m"), 60.0),
        (phrases("hours|hour|hrs|hr|h"), 3600.0),
        (phrases("seconds|secs|sec|s"), 1.0),
        (phrases("days|day|d"), 86_400.0),
    ];
    UNITS.iter().find(|(unit, _)| name.has(unit)).map(|(_, seconds)| *seconds)
}
