//! Zones that contradict each other, the offset beside them or the season.

use super::discrepancy;
use crate::incident::{
    Discrepancy, DiscrepancyKind, PartialDate, Season, format_date, is_half_hours, minutes_of_day, offset_on,
};
use crate::mention::{Mention, Stamp, ZoneName, ZoneOffset, ZoneValue};
use crate::reconcile::dates::Dates;
use crate::reconcile::report::Report;
use crate::reconcile::zone;
use crate::text::{Gap, group_of, is_one_of};

/// A zone in the title of a timeline and another one for all of its times below.
pub(super) fn declared_twice(report: &Report, dates: &Dates) -> Option<Discrepancy> {
    let (title, line) = zone::declared_twice(report, dates)?;
    let words = |mention: &Mention| report.document.words(mention.span);
    let message = format!("The timeline's title says {}, the line below it {}.", words(title), words(line));
    Some(discrepancy(DiscrepancyKind::ZoneDiffers, message, &[title.span, line.span]))
}

/// The first pair of a name and an offset that it never has: `PST (UTC-7)`.
pub(super) fn name_against_offset(report: &Report) -> Option<Discrepancy> {
    let mut before: Option<(&ZoneValue, &Mention)> = None;
    zone::mentions(report).find_map(|(explicit, offset)| {
        let (named, name) = before.replace((explicit, offset))?;
        let is_offset = matches!(explicit.name, ZoneName::Abbreviation(name) if is_one_of(name, "utc|gmt"));
        let ZoneOffset::Fixed(given) = explicit.offset else { return None };
        let fits = || possible(named).is_none_or(|offsets| offsets.contains(&given));
        if !is_offset || named.name == explicit.name || !explains(report, name, offset) || fits() {
            return None;
        }
        let words = |mention: &Mention| report.document.words(mention.span);
        let message = format!("{} is never {}.", words(name), words(offset));
        Some(discrepancy(DiscrepancyKind::ZoneContradictsOffset, message, &[name.span, offset.span]))
    })
}

/// Whether `offset` is all that stands in brackets behind `name`, or follows it with its sign.
fn explains(report: &Report, name: &Mention, offset: &Mention) -> bool {
    let (from, to) = (name.tokens.1, offset.tokens.0);
    match to.checked_sub(from) {
        Some(0) => {
            offset.tokens.1 > to + 1 && report.tokens.get(to).is_some_and(|token| token.gap <= Gap::Space)
        }
        Some(1) => is_in_brackets(report, from, offset.tokens.1),
        _ => false,
    }
}

/// One moment in two zones whose clocks are never so far apart: `13:14 EDT (18:14 UTC)`, `2 PM EST/5 PM UTC`.
pub(super) fn moment_against_moment(report: &Report) -> Option<Discrepancy> {
    report.mentions.stamps.windows(2).find_map(|pair| {
        let [first, second] = pair else { return None };
        let (one, two) = (first.zone.as_ref()?, second.zone.as_ref()?);
        let clocks = second.time?.time.minutes() - first.time?.time.minutes();
        // Zones differ by whole half hours; anything else is another moment.
        let restates = is_half_hours(clocks) && second.date.is_none() && in_brackets(report, first, second);
        if !restates || one == two {
            return None;
        }
        let (one, two) = (possible(one)?, possible(two)?);
        let mut apart = two.iter().flat_map(|later| one.iter().map(move |earlier| later - earlier));
        if apart.any(|minutes| minutes_of_day(f64::from(minutes) - clocks) == 0.0) {
            return None;
        }
        let words = |stamp: &Stamp| report.document.words(stamp.span);
        let message = format!("{} is not {}.", words(first), words(second));
        Some(discrepancy(DiscrepancyKind::ZoneContradictsOffset, message, &[first.span, second.span]))
    })
}

/// Whether the second stamp is all that stands in brackets behind the first, or follows it behind a slash.
fn in_brackets(report: &Report, first: &Stamp, second: &Stamp) -> bool {
    let (from, to) = (first.tokens.1, second.tokens.0);
    to == from + 1 && (report.tokens.mark_at(from, "/") || is_in_brackets(report, from, second.tokens.1))
}

/// Whether a bracket opens at one token and closes at the other.
fn is_in_brackets(report: &Report, open: usize, close: usize) -> bool {
    report.tokens.mark_at(open, "(") && report.tokens.mark_at(close, ")")
}

/// A name of summer time beside a winter's date, or the other way around. Only names that no place
/// keeps all the year are held to it.
pub(super) fn out_of_season(report: &Report, dates: &Dates) -> Option<Discrepancy> {
    report.mentions.stamps.iter().find_map(|stamp| {
        let zone = stamp.zone.as_ref()?;
        let (season, in_summer) = season_of(zone.name)?;
        let date = dates.day_of(stamp).filter(|date| date.year.is_some())?;
        // Around the change itself either name is understood.
        let summer_on =
            |days| Some(offset_on(season, 0, PartialDate::plus_days(date, days)?.calendar()?) == 60);
        if summer_on(-2)? == in_summer || summer_on(2)? == in_summer {
            return None;
        }
        let (name, kept) = if in_summer { ("summer", "winter") } else { ("winter", "summer") };
        let message = format!("{} is {name} time, but {} was in {kept}.", zone.name, format_date(date));
        Some(discrepancy(DiscrepancyKind::ZoneDiffers, message, &[stamp.span]))
    })
}

fn season_of(name: ZoneName) -> Option<(Season, bool)> {
    const SEASONS: [(Season, bool); 5] = [
        (Season::American, false),
        (Season::American, true),
        (Season::European, true),
        (Season::Australian, true),
        (Season::NewZealand, true),
    ];
    let ZoneName::Abbreviation(name) = name else { return None };
    SEASONS.get(group_of(name, "pst|pdt mdt edt akdt|cest eest|aedt acdt|nzdt")?).copied()
}

/// The offsets that a zone can have; `None` where its name stands for several zones.
fn possible(zone: &ZoneValue) -> Option<[i32; 2]> {
    match zone.offset {
        ZoneOffset::Fixed(minutes) => Some([minutes; 2]),
        ZoneOffset::Seasonal(winter, _) => Some([winter, winter + 60]),
        ZoneOffset::Summer(..) | ZoneOffset::Ambiguous => None,
    }
}
