//! The list of incidents as it is shown: found by words, sorted, one page at a time.

use std::rc::Rc;

use crate::incident::Incident;
use crate::metrics::{DurationDefinition, Length, MeasuredDuration, elapsed_minutes};
use crate::text::{Gather, float_key, folded, sorted_by_key, sorted_by_words};

use super::overview::{EntryView, entry_view, title_of};
use super::settings::SortKey;
use super::{EntryId, Report, State};

/// How many incidents one page of the list has.
pub const PAGE_LENGTH: usize = 100;

/// One incident of the list, or a report in which none was found.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Which entry it is.
    pub id: EntryId,
    /// Its report.
    pub report: &'a Rc<Report>,
    /// The incident.
    pub incident: Option<&'a Incident>,
}

/// Every entry that has the words that are searched for, in the chosen order.
#[must_use]
pub fn listed(state: &State) -> Vec<Listed<'_>> {
    sorted(state, found(state))
}

/// Every entry that has the words that are searched for, in the order in which the reports came.
pub(super) fn found(state: &State) -> Vec<Listed<'_>> {
    let all = state.entries().map(|(id, report, incident)| Listed { id, report, incident });
    let words: Vec<String> = state.settings.search.split_whitespace().map(folded).gather();
    all.filter(|entry| has_words(entry, &words)).gather()
}

/// Whether every word stands in what names the incident: title, tags, severity, service, file, day.
fn has_words(entry: &Listed, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let notes = entry.report.notes_of(entry.id.incident);
    let mut named = folded(&title_of(entry.report, entry.id.incident, entry.incident));
    let severity = entry.incident.and_then(|it| it.severity.as_ref()).map(|it| &*it.value);
    let service = entry.incident.and_then(|it| it.service.as_ref()).map(|it| &*it.value);
    let day = entry.incident.and_then(|it| it.start.as_ref()).map(|start| start.at.to_string());
    for name in notes.tags.iter().map(|tag| &**tag).chain(severity).chain(service).chain(day.as_deref()) {
        named.push('\n');
        named.push_str(&folded(name));
    }
    words.iter().all(|word| named.contains(&**word))
}

fn sorted<'a>(state: &State, found: Vec<Listed<'a>>) -> Vec<Listed<'a>> {
    let sort = state.settings.sort;
    let mut sorted = match sort.key {
        SortKey::Added => found,
        SortKey::Title => {
            by_words(&found, |entry| Some(folded(&title_of(entry.report, entry.id.incident, entry.incident))))
        }
        SortKey::Severity => {
            by_words(&found, |entry| Some(folded(&entry.incident?.severity.as_ref()?.value)))
        }
        SortKey::Day => by_words(&found, |entry| {
            let incident = entry.incident?;
            let moments = [&incident.start, &incident.detected, &incident.end];
            moments.into_iter().flatten().find(|moment| moment.at.date.is_some()).map(|it| it.at.to_string())
        }),
        SortKey::Duration => {
            let definition = state.settings.definition;
            by_number(found, |entry| sortable_minutes(entry.incident?, definition))
        }
        SortKey::Impact => by_number(found, |entry| {
            let impact = entry.incident?.impact.as_ref()?;
            impact.percent.or(impact.high).or(impact.low)
        }),
        SortKey::Detection => by_number(found, |entry| {
            let incident = entry.incident?;
            elapsed_minutes(incident.start.as_ref()?, incident.detected.as_ref()?)
        }),
    };
    if sort.descending {
        sorted.reverse();
        // What is not known stays at the end, whichever way the list is sorted.
        let unknown = sorted.iter().take_while(|entry| is_unknown(state, entry)).count();
        sorted.rotate_left(unknown);
    }
    sorted
}

fn sortable_minutes(incident: &Incident, definition: DurationDefinition) -> Option<f64> {
    match MeasuredDuration::of(incident, definition).ok()?.length {
        // Nothing but a start says nothing of the length.
        Length::AtLeast(0.0) => None,
        Length::Exact(minutes) | Length::Range(_, minutes) | Length::AtLeast(minutes) => Some(minutes),
    }
}

fn is_unknown(state: &State, entry: &Listed) -> bool {
    let Some(incident) = entry.incident else {
        return !matches!(state.settings.sort.key, SortKey::Added | SortKey::Title);
    };
    match state.settings.sort.key {
        SortKey::Added | SortKey::Title => false,
        SortKey::Severity => incident.severity.is_none(),
        SortKey::Day => [&incident.start, &incident.detected, &incident.end]
            .into_iter()
            .flatten()
            .all(|moment| moment.at.date.is_none()),
        SortKey::Duration => sortable_minutes(incident, state.settings.definition).is_none(),
        SortKey::Impact => incident.impact.is_none(),
        SortKey::Detection => incident
            .start
            .as_ref()
            .zip(incident.detected.as_ref())
            .is_none_or(|(start, detected)| elapsed_minutes(start, detected).is_none()),
    }
}

/// Ascending; what has no number at the end, in the order of the list.
fn by_number<'a>(found: Vec<Listed<'a>>, number: impl Fn(&Listed<'a>) -> Option<f64>) -> Vec<Listed<'a>> {
    sorted_by_key(found, |entry| number(entry).map_or(u64::MAX, float_key))
}

/// Ascending; what has no words at the end. Words are ranked first, so that one sort serves both.
fn by_words<'a>(found: &[Listed<'a>], words: impl Fn(&Listed<'a>) -> Option<String>) -> Vec<Listed<'a>> {
    let keys = found.iter().map(|entry| (words(entry), *entry)).gather();
    let keys =
        sorted_by_words(keys, |(words, _): &(Option<String>, Listed)| words.as_deref().unwrap_or_default());
    let (known, unknown): (Vec<_>, Vec<_>) = keys.into_iter().partition(|(words, _)| words.is_some());
    known.into_iter().chain(unknown).map(|(_, entry)| entry).gather()
}

/// The tags that incidents of the list have, each once, by the alphabet.
#[must_use]
pub fn tags_in_use(state: &State) -> Vec<Rc<str>> {
    let notes = state.reports.iter().flat_map(|report| report.notes());
    in_order(notes.flat_map(|notes| notes.tags.iter().cloned()).gather())
}

/// Tags by the alphabet, each once.
pub(super) fn in_order(tags: Vec<Rc<str>>) -> Vec<Rc<str>> {
    let mut tags = sorted_by_words(tags, |tag| tag);
    tags.dedup();
    tags
}

/// One page of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its entries.
    pub entries: Vec<EntryView>,
    /// Its number, from 0.
    pub number: usize,
    /// How many pages there are, at least one.
    pub count: usize,
    /// How many entries have the words that are searched for.
    pub found: usize,
    /// How many entries there are altogether.
    pub all: usize,
}

/// The page that is open, or the last one where there are fewer.
#[must_use]
pub fn open_page(state: &State) -> Page {
    let listed = listed(state);
    let count = listed.len().div_ceil(PAGE_LENGTH).max(1);
    let number = state.settings.page.min(count - 1);
    let shown = listed.iter().skip(number * PAGE_LENGTH).take(PAGE_LENGTH);
    let entries = shown.map(|entry| entry_view(state, entry)).gather();
    let all = state.entries().count();
    Page { entries, number, count, found: listed.len(), all }
}

/// What stands above the list: `12 incidents`, `1–100 of 10,000`, `3 of 12 found`.
#[must_use]
pub fn page_words(page: &Page) -> String {
    let is_searched = page.found < page.all;
    if page.count > 1 {
        let first = page.number * PAGE_LENGTH + 1;
        let last = first + page.entries.len().saturating_sub(1);
        let found = if is_searched { " found" } else { "" };
        return [&grouped(first), "–", &grouped(last), " of ", &grouped(page.found), found].concat();
    }
    match (is_searched, page.all) {
        (true, all) => [&grouped(page.found), " of ", &grouped(all), " found"].concat(),
        (false, 1) => "1 entry".to_owned(),
        (false, all) => [&grouped(all), " entries"].concat(),
    }
}

/// A count with commas between its thousands.
#[must_use]
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut words = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{ReportId, Source};

    #[test]
    fn counts_of_thousands_have_commas() {
        for (count, words) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(count), words);
        }
    }

    #[test]
    fn the_words_above_the_list_say_what_is_shown_of_how_many() {
        let page = |shown: usize, number, count, found, all| {
            let report = Rc::new(Report::of_library(ReportId(0), Source::Pasted, 0.0));
            let id = EntryId { report: ReportId(0), incident: 0 };
            let entry = entry_view(&State::default(), &Listed { id, report: &report, incident: None });
            page_words(&Page { entries: vec![entry; shown], number, count, found, all })
        };
        assert_eq!(page(1, 0, 1, 1, 1), "1 entry");
        assert_eq!(page(12, 0, 1, 12, 12), "12 entries");
        assert_eq!(page(0, 0, 1, 0, 12), "0 of 12 found");
        assert_eq!(page(100, 0, 100, 10_000, 10_000), "1–100 of 10,000");
        assert_eq!(page(37, 2, 3, 237, 10_000), "201–237 of 237 found");
    }
}
