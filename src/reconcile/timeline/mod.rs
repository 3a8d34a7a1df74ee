//! The timeline: which places of the text are its entries, when each happened, and what it means.
//!
//! Every block is asked how it gives a time ([`opening`]), then what it says ([`saying`]); of the
//! candidates those are taken that form a timeline ([`choice`]), and dated together.

mod choice;
mod entry;
mod offset;
mod opening;
mod row;
mod saying;
mod sentences;

pub(super) use entry::Entry;

use super::dates::Dates;
use super::day_marks;
use super::phase;
use super::report::Report;
use super::roll_over;
use super::zone;
use crate::incident::Phase;
use crate::mention::{Stamp, ZoneValue};
use opening::Opening;

/// The timeline's entries in document order, dated and with their phases.
pub(super) fn entries(report: &Report, dates: &Dates, main_zone: Option<&ZoneValue>) -> Vec<Entry> {
    let openings = opening::of_blocks(report);
    let mut entries = choice::choose(report, candidates(report, &openings));
    roll_over::settle(&mut entries, &day_marks::find(report, dates), dates);
    for entry in &mut entries {
        let zone = zone::of_stamp(&entry.stamp, main_zone);
        entry.offset_minutes = zone.and_then(|zone| zone.minutes_on(entry.at.date));
        entry.phase = phase::of(&entry.words(report));
    }
    mark_first_told(report, &mut entries);
    entries
}

/// Where nothing before says that the problem was noticed, it was when responders were told of it.
fn mark_first_told(report: &Report, entries: &mut [Entry]) {
    for entry in entries {
        match entry.phase {
            Phase::Detected | Phase::Acknowledged => return,
            Phase::Escalated | Phase::Other if phase::tells_responders(&entry.words(report)) => {
                entry.phase = Phase::Detected;
                return;
            }
            _ => {}
        }
    }
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
    sentences::add(report, openings, led.collect())
}
