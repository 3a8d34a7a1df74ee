//! Zones by the name of a place: `US/Pacific`, `Central European Summer Time`, `Paris time`.
//!
//! *Refuses* directions ("Eastern") that no clock time stands before, and places without "time".

use super::value::{ZoneName, ZoneOffset, ZoneValue};
use super::zone::follows_time;
use super::zone_names::{PLACES, REGIONS};
use crate::text::{Case, Cursor, Gap, group_of, is_one_of};

/// `US/Pacific`, `America/New_York`.
pub(super) fn place(cursor: &mut Cursor) -> Option<ZoneValue> {
    let start = cursor.word()?;
    cursor.eat_glued('/').then_some(())?;
    let mut path = format!("{start}/");
    cursor.peek_glued()?;
    path.push_str(cursor.word()?);
    while let Some(next) = cursor.attempt(|c| {
        c.eat_glued('_').then_some(())?;
        c.peek_glued()?;
        c.word()
    }) {
        path.push('_');
        path.push_str(next);
    }
    let (name, offset) = PLACES.find(&path)?;
    Some(ZoneValue { name: ZoneName::Place(name), offset })
}

/// `Pacific Time`, `Central European Summer Time`, `Paris time`, `US Pacific timezone`, `10 AM Eastern`.
pub(super) fn region(cursor: &mut Cursor) -> Option<ZoneValue> {
    let follows_time = follows_time(cursor);
    // Before the lists, because most of the words that get here are articles.
    let of_times = follows_times(cursor);
    (follows_time || of_times || speaks_of_time(cursor)).then_some(())?;
    let _ = cursor.attempt(|c| c.eat_word("us").then_some(()));
    let first = cursor.peek()?;
    let word = cursor.peek_word()?;
    // "UTC time" is an abbreviation's, not that of a city in the area "Etc".
    let cities = PLACES.iter().filter_map(|(path, offset)| {
        let (area, city) = path.split_once('/')?;
        (area != "etc").then_some((city, offset))
    });
    let names = REGIONS.iter().chain(cities);
    names.filter(|(name, _)| name.starts_with(word)).find_map(|(name, offset)| {
        cursor.attempt(|c| {
            name.split([' ', '_']).all(|word| c.eat_word(word)).then_some(())?;
            let is_american = is_one_of(name, US_REGIONS);
            if is_american && (follows_time || of_times) && first.case != Case::Lower && ends_name(c) {
                return Some(ZoneValue { name: ZoneName::Region(name), offset });
            }
            time_of(c, name, offset)
        })
    })
}

/// "All times Eastern", "times are Pacific".
fn follows_times(cursor: &Cursor) -> bool {
    let before = |by: usize, word| {
        cursor.index().checked_sub(by).is_some_and(|at| cursor.tokens().word_before_is(at, word))
    };
    before(0, "times") || before(0, "in|are") && before(1, "times")
}

/// Whether "time" or "zone" is one of the next words, as many as the longest name has and three more.
fn speaks_of_time(cursor: &Cursor) -> bool {
    const NEAR: usize = 7;
    let tokens = cursor.tokens();
    let mut near = tokens.list().iter().skip(cursor.index()).take(NEAR);
    near.any(|token| tokens.reads(token, "time|timezone|zone"))
}

/// Names that say no more than a direction, unless a clock time stands before and no noun behind them.
pub(super) const US_REGIONS: &str = "pacific|mountain|central|eastern";

fn ends_name(cursor: &Cursor) -> bool {
    let ends_line = cursor.peek().is_some_and(|token| token.gap >= Gap::Line);
    ends_line || cursor.peek_word().is_none() || cursor.at_word("on|and|to|until|through")
}

/// The words behind a region's name that make it a zone: `time`, `standard time`, `summer time`, `timezone`.
fn time_of(cursor: &mut Cursor, name: &'static str, offset: ZoneOffset) -> Option<ZoneValue> {
    let _ = cursor.eat_word("us");
    let season = cursor.attempt(|c| {
        let place = group_of(c.word()?, "standard|daylight summer saving savings")?;
        Some(if place == 0 { 0 } else { 60 })
    });
    let time = cursor.eat_word("time");
    let zone = cursor.eat_word("timezone|zone");
    (time || zone).then_some(())?;
    let offset = match (offset, season) {
        (ZoneOffset::Seasonal(usual, _) | ZoneOffset::Fixed(usual), Some(shift)) => {
            ZoneOffset::Fixed(usual + shift)
        }
        _ => offset,
    };
    let name = if zone && season.is_none() { ZoneName::Timezone(name) } else { ZoneName::Region(name) };
    Some(ZoneValue { name, offset })
}
