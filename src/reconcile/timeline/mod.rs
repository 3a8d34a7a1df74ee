//! The timeline: which places of the text are its entries, when each happened, and what it means.
//!
//! Every block is asked how it gives a time ([`opening`]), then what it says ([`saying`]); of the
//! candidates those are taken that form a timeline ([`choice`]), and dated together.

mod choice;
mod entry;
mod in_time;
mod offset;
mod opening;
mod row;
mod saying;
mod sentences;
mod story;
mod told;

pub(super) use entry::Entry;
pub(super) use in_time::{earliest, latest};
pub(super) use story::story;

use super::clock_half;
use super::dates::Dates;
use super::day_marks;
use super::phase;
use super::report::{MOST_WEIGHED, Report};
use super::roll_over;
use super::window;
use super::zone;
use crate::incident::PartialTime;
use crate::mention::{Stamp, ZoneValue};
use crate::text::Gather;
use opening::Opening;

/// The timeline's entries in document order, dated and with their phases.
pub(super) fn entries(report: &Report, dates: &Dates, main_zone: Option<&ZoneValue>) -> Vec<Entry> {
    let openings = opening::of_blocks(report);
    let mut entries = choice::choose(report, candidates(report, &openings));
    clock_half::settle(report, &mut entries);
    let origin = origin(report, dates, &entries);
    roll_over::settle(&mut entries, &day_marks::find(report, dates), dates, origin);
    for entry in &mut entries {
        let zone = zone::of_stamp(&entry.stamp, main_zone);
        entry.offset_minutes = zone.and_then(|zone| zone.minutes_on(entry.at.date));
        entry.phase = phase::of(&entry.words(report));
    }
    told::mark(report, &mut entries);
    entries
}

/// The time that entries such as `T+5m` count from: the one that the text names so, or else that of the field
/// which gives the start.
fn origin(report: &Report, dates: &Dates, entries: &[Entry]) -> Option<PartialTime> {
    entries.iter().find(|entry| entry.offset.is_some())?;
    let begins = |stamp: &&Stamp| stamp.time.is_some() && window::is_labelled_start(report, stamp);
    let stamp =
        offset::origin(report).or_else(|| report.mentions.stamps.iter().take(MOST_WEIGHED).find(begins))?;
    let own = dates.day_of(stamp);
    let date = own.or(dates.base.map(|base| base.date));
    Some(PartialTime { date, time: stamp.time.map(|time| time.time) })
}

/// Whether `stamp`, in the block at index `block`, is the time of an entry rather than one that an
/// entry speaks of.
pub(super) fn gives_time(entries: &[Entry], block: usize, stamp: &Stamp) -> bool {
    let first = entries.partition_point(|entry| entry.block < block);
    entries
        .get(first)
        .is_some_and(|entry| entry.block == block && entry.form.leads() && !entry.says(stamp.span))
}

fn candidates(report: &Report, openings: &[Option<Opening>]) -> Vec<Entry> {
    let columns = row::description_columns(report);
    let led = openings.iter().enumerate().filter_map(|(index, opening)| {
        let opening = opening.as_ref()?;
        let said = saying::of(report, openings, &columns, index)?;
        Some(Entry::new(index, opening, said))
    });
    sentences::add(report, openings, led.gather())
}
