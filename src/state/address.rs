//! What is on view, as the fragment of the page's address: back, reload and a bookmark keep it.
//!
//! `compare&definition=stated&search=eu%20west`: the view, then what differs from the usual settings. Nothing of a
//! report is in it but the number that it has on this device.

use std::fmt::Write as _;
use std::rc::Rc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::settings::{Grouping, Origin, Settings, Sort, SortKey, is_objective, is_threshold};
use super::{Effect, EntryId, State, View};
use crate::incident::PartialDate;
use crate::metrics::{DurationDefinition, PeriodLength, Weighting};
use crate::text::{decimal, parse_decimal};

/// What needs no escape besides letters and digits.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b':');

/// What an address names.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Visited {
    pub view: View,
    pub entry: Option<EntryId>,
    pub settings: Settings,
}

/// The address of what is on view, without `#`; empty for a page that just opened.
#[must_use]
pub fn address(state: &State) -> String {
    let mut address = match state.view {
        View::Report => state.selected.map(|entry| entry.to_string()).unwrap_or_default(),
        View::Compare => "compare".to_owned(),
        View::Deleted => "deleted".to_owned(),
    };
    for (name, value) in pairs(&state.settings) {
        // OK because writing to a string cannot fail.
        let _ = write!(address, "&{name}={}", utf8_percent_encode(&value, ESCAPED));
    }
    address
}

/// Shows the address of the state after a change: another view is a step to go back from, a setting is not.
pub(super) fn change(before: &State, after: &State) -> Option<Effect> {
    let words = address(after);
    if words == address(before) || after.wanted.is_some() {
        return None;
    }
    let is_step =
        before.view != after.view || (after.view == View::Report && before.selected != after.selected);
    Some(Effect::ShowAddress { words, is_step })
}

/// What differs from the usual settings, by name.
fn pairs(settings: &Settings) -> Vec<(&'static str, String)> {
    let usual = Settings::default();
    let mut pairs = Vec::new();
    let mut add = |differs: bool, name: &'static str, value: String| {
        if differs {
            pairs.push((name, value));
        }
    };
    add(settings.search != usual.search, "search", settings.search.to_string());
    add(settings.sort != usual.sort, "sort", sort_words(settings.sort));
    add(settings.page != usual.page, "page", (settings.page + 1).to_string());
    add(settings.definition != usual.definition, "definition", settings.definition.as_str().to_owned());
    add(settings.origin != usual.origin, "origin", "detection".to_owned());
    let threshold = decimal(settings.threshold_minutes, 2);
    add(threshold != decimal(usual.threshold_minutes, 2), "threshold", threshold);
    add(settings.per != usual.per, "per", settings.per.label().to_owned());
    add(settings.grouping != usual.grouping, "group", grouping_words(&settings.grouping));
    for (name, place) in [("a", 0), ("b", 1)] {
        let chosen = settings.pair.as_ref().and_then(|pair| pair.get(place));
        add(chosen.is_some(), name, chosen.map(Rc::to_string).unwrap_or_default());
    }
    for (name, date) in [("from", settings.from), ("to", settings.to)] {
        add(date.is_some(), name, date.map(|date| date.to_string()).unwrap_or_default());
    }
    let objective = decimal(settings.objective_percent, 4);
    add(objective != decimal(usual.objective_percent, 4), "slo", objective);
    add(settings.weighting != usual.weighting, "weighting", settings.weighting.as_str().to_owned());
    pairs
}

fn sort_words(sort: Sort) -> String {
    let word = sort.key.as_str();
    if sort.descending { ["-", word].concat() } else { word.to_owned() }
}

fn grouping_words(grouping: &Grouping) -> String {
    match grouping {
        Grouping::Severity => "severity".to_owned(),
        Grouping::Service => "service".to_owned(),
        Grouping::Quarter => "quarter".to_owned(),
        Grouping::Tag(tag) => ["tag:", tag].concat(),
    }
}

/// Reads an address. What it does not know is left as usual: addresses are typed and cut.
pub(super) fn read(words: &str) -> Visited {
    let mut parts = words.trim_start_matches('#').split('&');
    let mut visited = Visited::default();
    match parts.next() {
        Some("compare") => visited.view = View::Compare,
        Some("deleted") => visited.view = View::Deleted,
        Some(entry) => visited.entry = entry.parse().ok(),
        None => {}
    }
    let mut pair = [None, None];
    for (name, value) in parts.filter_map(|part| part.split_once('=')) {
        let value = percent_decode_str(value).decode_utf8_lossy();
        match name {
            "a" => pair[0] = Some(Rc::from(&*value)),
            "b" => pair[1] = Some(Rc::from(&*value)),
            _ => put(&mut visited.settings, name, &value),
        }
    }
    if let [Some(a), Some(b)] = pair {
        visited.settings.pair = Some([a, b]);
    }
    visited
}

fn put(settings: &mut Settings, name: &str, value: &str) {
    match name {
        "search" => settings.search = value.into(),
        "sort" => settings.sort = sort_of(value),
        "page" => settings.page = value.parse().unwrap_or(1_usize).saturating_sub(1),
        "definition" => settings.definition = DurationDefinition::from_name(value).unwrap_or_default(),
        "origin" if value == "detection" => settings.origin = Origin::Detection,
        "threshold" => put_number(&mut settings.threshold_minutes, value, is_threshold),
        "per" => {
            settings.per = PeriodLength::ALL.into_iter().find(|per| per.label() == value).unwrap_or_default();
        }
        "group" => settings.grouping = grouping_of(value),
        "from" => settings.from = date_of(value),
        "to" => settings.to = date_of(value),
        "slo" => put_number(&mut settings.objective_percent, value, is_objective),
        "weighting" => settings.weighting = Weighting::from_name(value).unwrap_or_default(),
        _ => {}
    }
}

fn put_number(field: &mut f64, value: &str, makes_sense: fn(f64) -> bool) {
    *field = parse_decimal(value).filter(|number| makes_sense(*number)).unwrap_or(*field);
}

fn sort_of(word: &str) -> Sort {
    let name = word.strip_prefix('-');
    let key = SortKey::from_name(name.unwrap_or(word));
    key.map_or_else(Sort::default, |key| Sort { key, descending: name.is_some() })
}

fn grouping_of(word: &str) -> Grouping {
    match word {
        "service" => Grouping::Service,
        "quarter" => Grouping::Quarter,
        _ => word.strip_prefix("tag:").map_or(Grouping::Severity, |tag| Grouping::Tag(tag.into())),
    }
}

/// The day of a date as fields for dates write it: `2024-05-09`.
#[must_use]
pub fn date_of(words: &str) -> Option<PartialDate> {
    let mut parts = words.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    PartialDate::new(Some(year), parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::ReportId;

    fn state(view: View, settings: Settings) -> State {
        State { view, settings: Rc::new(settings), ..State::default() }
    }

    #[test]
    fn every_setting_comes_back_from_the_address() {
        let settings = Settings {
            search: "eu & west = 100 % ö".into(),
            sort: Sort { key: SortKey::Impact, descending: true },
            page: 3,
            definition: DurationDefinition::Stated,
            origin: Origin::Detection,
            threshold_minutes: 7.5,
            per: PeriodLength::Quarter,
            grouping: Grouping::Tag("a&b".into()),
            pair: Some(["with a&b".into(), "without".into()]),
            from: PartialDate::new(Some(2024), 1, 1),
            to: PartialDate::new(Some(2024), 12, 31),
            objective_percent: 99.95,
            weighting: Weighting::ALL[1],
        };
        let words = address(&state(View::Compare, settings.clone()));
        assert!(words.is_ascii() && !words.contains(' '), "{words}");
        assert_eq!(read(&words), Visited { view: View::Compare, entry: None, settings });
    }

    #[test]
    fn usual_settings_leave_the_address_short() {
        assert_eq!(address(&state(View::Compare, Settings::default())), "compare");
        assert_eq!(address(&State::default()), "");
        let entry = EntryId { report: ReportId(7), incident: 2 };
        let on_view = State { selected: Some(entry), ..State::default() };
        assert_eq!(read(&address(&on_view)).entry, Some(entry));
    }

    #[test]
    fn a_damaged_address_is_the_usual_page() {
        for words in [
            "",
            "#",
            "&&&=",
            "x-y",
            "compare&page=0&slo=100&threshold=NaN&from=2024-13-99&per=eon&sort=-",
            "%ff&%=",
        ] {
            assert_eq!(read(words).settings, Settings::default(), "{words}");
        }
    }
}
