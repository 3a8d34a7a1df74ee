//! Names that stand for several zones, settled by other words of the same text: an offset beside the
//! name, the same moment in UTC, a place or its people.

use crate::incident::{Season, minutes_of_day};
use crate::mention::{Stamp, ZoneName, ZoneOffset, ZoneValue};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::text::TokenKind;

/// One zone that a name can stand for, and the words of texts that mean it.
struct Meaning {
    /// The abbreviation, in lower case.
    name: &'static str,
    offset: ZoneOffset,
    words: Phrases,
}

const AMERICAN: Phrases = phrases(
    "cdt|pst|pdt|est|edt|mst|mdt|central time|central daylight|us central|chicago|texas|dallas|houston|austin|\
     minneapolis|kansas|illinois|minnesota",
);

const MEANINGS: [Meaning; 8] = [
    Meaning { name: "cst", offset: ZoneOffset::Fixed(-360), words: AMERICAN },
    Meaning {
        name: "cst",
        offset: ZoneOffset::Fixed(480),
        words: phrases("china|chinese|beijing|shanghai|shenzhen|hangzhou|guangzhou|taiwan|taipei"),
    },
    Meaning { name: "ct", offset: ZoneOffset::Seasonal(-360, Season::American), words: AMERICAN },
    Meaning {
        name: "ist",
        offset: ZoneOffset::Fixed(330),
        words: phrases("india*|mumbai|bangalore|bengaluru|delhi|chennai|hyderabad|pune|kolkata"),
    },
    Meaning { name: "ist", offset: ZoneOffset::Fixed(60), words: phrases("ireland|irish|dublin") },
    Meaning { name: "ist", offset: ZoneOffset::Fixed(120), words: phrases("israel*|tel aviv|jerusalem|idt") },
    Meaning {
        name: "ast",
        offset: ZoneOffset::Fixed(-240),
        words: phrases("atlantic|halifax|puerto rico|bermuda|adt"),
    },
    Meaning {
        name: "ast",
        offset: ZoneOffset::Fixed(180),
        words: phrases("arabia*|saudi|riyadh|kuwait|bahrain|qatar"),
    },
];

/// `zone` with the offset that other words of the text give its ambiguous name.
pub(super) fn settled(report: &Report, zone: ZoneValue) -> ZoneValue {
    if zone.offset != ZoneOffset::Ambiguous {
        return zone;
    }
    let name = zone.name;
    let offset = explained(report, name).or_else(|| paired(report, name)).or_else(|| by_words(report, name));
    ZoneValue { offset: offset.unwrap_or(zone.offset), ..zone }
}

/// `10:00 CST (UTC+8)`, once said, holds for the name wherever it stands.
fn explained(report: &Report, name: ZoneName) -> Option<ZoneOffset> {
    let zones = report.mentions.stamps.iter().filter_map(|stamp| stamp.zone.as_ref());
    zones
        .filter(|zone| zone.name == name && zone.offset != ZoneOffset::Ambiguous)
        .map(|zone| zone.offset)
        .next()
}

/// `13:30 CST (05:30 UTC)`: the clocks are apart by one of the offsets that the name can have.
fn paired(report: &Report, name: ZoneName) -> Option<ZoneOffset> {
    report.mentions.stamps.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let bracket = report.tokens.get(first.tokens.1)?;
        let beside = second.tokens.0 == first.tokens.1 + 1 && matches!(bracket.kind, TokenKind::Mark('(' | '/' | '['));
        let named = |stamp: &Stamp| stamp.zone.as_ref().is_some_and(|zone| zone.name == name);
        let (local, other) = if named(first) { (first, second) } else { (second, first) };
        let ZoneOffset::Fixed(known) = other.zone.as_ref()?.offset else { return None };
        let apart = local.time?.time.minutes() - other.time?.time.minutes() + f64::from(known);
        let means = |meaning: &&Meaning| {
            matches!(meaning.offset, ZoneOffset::Fixed(own) if minutes_of_day(f64::from(own) - apart) == 0.0)
        };
        (beside && named(local)).then_some(())?;
        meanings(name).find(means).map(|meaning| meaning.offset)
    })
}

/// The one meaning whose places or people the text names.
fn by_words(report: &Report, name: ZoneName) -> Option<ZoneOffset> {
    let first = report.blocks.first()?.span;
    let text = report.words_in(first.cover(report.blocks.last()?.span));
    let mut meant = meanings(name).filter(|meaning| text.has(&meaning.words));
    let offset = meant.next()?.offset;
    meant.next().is_none().then_some(offset)
}

fn meanings(name: ZoneName) -> impl Iterator<Item = &'static Meaning> {
    MEANINGS.iter().filter(move |meaning| name == ZoneName::Abbreviation(meaning.name))
}
