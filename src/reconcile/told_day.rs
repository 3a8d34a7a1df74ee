//! The incident's day as it is told against the day of writing: "yesterday", "on Tuesday".
//!
//! A post or a letter often gives no date but that of its own, and calls the day of the outage by its
//! distance from it.

use super::dates::{DatedBy, Dates};
use super::incident_day::{self, Place};
use super::phrases::{Phrases, phrases};
use super::report::{MOST_WEIGHED, Report};
use super::section_kind::SectionKind;
use super::words::Words;
use crate::incident::PartialDate;
use crate::mention::{Stamp, weekday};
use crate::text::{Cursor, Span, TokenKind, is_one_of};

const YESTERDAY: Phrases = phrases("yesterday|last night");
const TODAY: Phrases =
    phrases("earlier today|today s|this morning|this afternoon|this evening|today at|today from");
/// Words by which a text says when it was written.
const WRITTEN: Phrases = phrases("posted|published|sent|written|date of report|report date");
/// What stands behind a day of which something is told: "Tuesday's outage", "Tuesday night".
const PARTS: Phrases = phrases("s|morning|afternoon|evening|night");
/// Words that make a day another week's, or one of many.
const OTHERS: Phrases = phrases("every|next|until|till|by|before|each|per");

/// The day that the summary tells of, counted from the day of writing.
pub(super) fn find(report: &Report, dates: &Dates) -> Option<DatedBy> {
    let written = day_of_writing(report, dates)?;
    let told = report.blocks.iter().filter(|block| report.kind_of(block) == SectionKind::Summary);
    told.take(MOST_BLOCKS).find_map(|block| {
        let words = report.words_in(block.span);
        let (at, days) = days_back(report, &words, written)?;
        let span = report.tokens.get(at)?.span;
        let date = written.plus_days(-days).filter(|_| incident_day::tells_of_trouble(&report.sentence(at)));
        Some(DatedBy { date: date?, span: Some(span), place: Place::Told })
    })
}

/// Most blocks of a summary in which a day is looked for.
const MOST_BLOCKS: usize = 12;
/// Most words of a block before the day's name.
const MOST_WORDS: usize = 60;

/// The token that names a day, and how many days before `written` it was.
fn days_back(report: &Report, words: &Words, written: PartialDate) -> Option<(usize, i64)> {
    let near = words.after(words.start(), MOST_WORDS);
    if let Some(at) = near.find(&YESTERDAY) {
        // "Last night between 01:10 and 02:00" was on the day of writing.
        let small_hours =
            near.goes_on_with(at, 2, &const { phrases("last night") }) && is_small_hour(report, at);
        return Some((at, i64::from(!small_hours)));
    }
    if let Some(at) = near.find(&TODAY) {
        return Some((at, 0));
    }
    if let Some(found) = (near.start()..near.end()).find_map(|at| day_of_month(report, at, written)) {
        return Some(found);
    }
    let own = i64::from(written.weekday()?);
    (near.start()..near.end()).find_map(|at| {
        let named = i64::from(weekday(&mut Cursor::new(report.tokens, at))?);
        let other = words.has_before(at, 1, &OTHERS);
        let on = words.has_before(at, 2, &const { phrases("on|last|this|past") });
        let own_part = words.goes_on_with(at + 1, 3, &PARTS);
        ((on || own_part) && !other).then(|| (at, (own - named).rem_euclid(7)))
    })
}

/// Whether the first clock time behind token `at` lies before dawn.
fn is_small_hour(report: &Report, at: usize) -> bool {
    const DAWN: u8 = 6;
    let stamps = &report.mentions.stamps;
    let behind = report.mentions.stamp_index_at_token(at);
    let time = stamps[behind..].iter().take(2).find_map(|stamp| stamp.time);
    time.is_some_and(|clock| clock.time.hour < DAWN)
}

/// "On the 4th": the last such day up to that of writing, where no month stands beside it.
fn day_of_month(report: &Report, at: usize, written: PartialDate) -> Option<(usize, i64)> {
    let day = ordinal(report, at)?;
    let back = |days: &i64| written.plus_days(-days).is_some_and(|date| u32::from(date.day) == day);
    (0..31).find(back).map(|days| (at, days))
}

/// The number of "on the 4th" at token `at`, where no month stands behind it.
fn ordinal(report: &Report, at: usize) -> Option<u32> {
    let mut cursor = Cursor::new(report.tokens, at);
    (cursor.eat_word("on|of") && cursor.eat_word("the")).then_some(())?;
    let (day, _) = cursor.number(1..=2)?;
    cursor.peek_glued()?;
    let is_ordinal = cursor.eat_word("st|nd|rd|th");
    let of_a_month = cursor.at_word("of") || crate::mention::month(&mut cursor).is_some();
    (is_ordinal && !of_a_month).then_some(day)
}

/// The day that a sentence gives a time in it by its number alone, the nearest such to that of the incident: "on the 28th
/// at 22:40", "22:40 on the 28th".
pub(super) fn beside(report: &Report, stamp: &Stamp, base: DatedBy) -> Option<DatedBy> {
    const BEFORE: usize = 24;
    if is_of_next_day(report, stamp) {
        return Some(DatedBy { date: base.date.plus_days(1)?, ..base });
    }
    let sentence = report.sentence(stamp.tokens.0);
    let before = sentence.before(stamp.tokens.0, BEFORE);
    let (start, end) = (before.start(), before.end());
    let places = std::iter::once(stamp.tokens.1).chain((start..end).rev());
    // "On the 2nd server" counts servers.
    let counts = |at: usize| {
        let next = report.tokens.get(at + 4).filter(|token| token.kind == TokenKind::Word);
        next.is_some() && !Words::new(report.tokens, at + 4..at + 5).has(&AROUND)
    };
    let (at, day) = places.filter(|at| !counts(*at)).find_map(|at| Some((at, ordinal(report, at)?)))?;
    let near = |days: i64| base.date.plus_days(days).filter(|date| u32::from(date.day) == day);
    let date = (0..=NEAREST).find_map(|days| near(days).or_else(|| near(-days)))?;
    let span = sentence_span(report, at);
    Some(DatedBy { date, span, place: Place::Told })
}

/// Words right around a time that put it on the day after.
const NEXT_DAY: Phrases = phrases(
    "next day|next morning|next afternoon|following day|following morning|following afternoon|day after|morning after|\
     following night",
);

/// "At 02:15 the following morning", "by nine the next day", "the next morning at 02:15".
fn is_of_next_day(report: &Report, stamp: &Stamp) -> bool {
    let sentence = report.sentence(stamp.tokens.0);
    let own = Words::new(report.tokens, stamp.tokens.0..stamp.tokens.1);
    own.has(&NEXT_DAY)
        || sentence.goes_on_with(stamp.tokens.1, 4, &const { phrases("the|on the|of the|in the") })
            && sentence.has_after(stamp.tokens.1, 4, &NEXT_DAY)
        || sentence.has_before(stamp.tokens.0, 5, &NEXT_DAY)
}

/// Words behind a day's number that are nothing it could number.
const AROUND: Phrases =
    phrases("at|from|between|around|about|approximately|by|until|till|and|when|to|before|after|in|the|we|it");
/// Most days between the incident's day and another of the same incident.
const NEAREST: i64 = 14;

/// The words "the 4th" behind token `at`.
fn sentence_span(report: &Report, at: usize) -> Option<Span> {
    Some(report.tokens.get(at + 2)?.span.cover(report.tokens.get(at + 3)?.span))
}

/// The day on which the text says that it was written.
fn day_of_writing(report: &Report, dates: &Dates) -> Option<PartialDate> {
    let says_so = |stamp: &&Stamp| {
        report.sentence(stamp.tokens.0).has_before(stamp.tokens.0, 4, &WRITTEN)
            || incident_day::is_dateline(report, stamp)
            || incident_day::dates_the_page(report, stamp.span) && is_date_field(report, stamp.span)
    };
    let stamps = report.mentions.stamps.iter().take(MOST_WEIGHED).filter(|stamp| stamp.date.is_some());
    let stamp = stamps.take(MOST_BLOCKS).find(says_so)?;
    dates.day_of(stamp)
}

fn is_date_field(report: &Report, span: Span) -> bool {
    report.label_of(span).is_some_and(|label| is_one_of(&label, "date|published|pubdate"))
}
