//! How incidents are listed and compared. All of it stands in the address, so that back and reload keep it.

use std::rc::Rc;

use crate::incident::PartialDate;
use crate::metrics::{DurationDefinition, PeriodLength, Weighting};

/// The usual threshold: an outage that is over within the hour.
const USUAL_THRESHOLD_MINUTES: f64 = 60.0;
/// The usual objective, in percent of the time.
const USUAL_OBJECTIVE_PERCENT: f64 = 99.9;

/// How incidents are listed and compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Words that listed incidents must have.
    pub search: Rc<str>,
    /// By what the list is sorted.
    pub sort: Sort,
    /// Which page of the table is open, from 0.
    pub page: usize,
    /// What "duration" means.
    pub definition: DurationDefinition,
    /// At which moment timelines are aligned.
    pub origin: Origin,
    /// The movable line of the chart of shares, in minutes.
    pub threshold_minutes: f64,
    /// How long the periods are that incidents are counted in.
    pub per: PeriodLength,
    /// By what incidents are put into groups.
    pub grouping: Grouping,
    /// The two groups that are compared; the two largest where nothing is chosen.
    pub pair: Option<[Rc<str>; 2]>,
    /// The first and the last day of the period that availability is counted for; that of the incidents where
    /// nothing is chosen.
    pub from: Option<PartialDate>,
    /// The last day, likewise.
    pub to: Option<PartialDate>,
    /// The service level objective, in percent of the time.
    pub objective_percent: f64,
    /// How much of an outage counts as downtime.
    pub weighting: Weighting,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            search: "".into(),
            sort: Sort::default(),
            page: 0,
            definition: DurationDefinition::default(),
            origin: Origin::default(),
            threshold_minutes: USUAL_THRESHOLD_MINUTES,
            per: PeriodLength::Month,
            grouping: Grouping::default(),
            pair: None,
            from: None,
            to: None,
            objective_percent: USUAL_OBJECTIVE_PERCENT,
            weighting: Weighting::default(),
        }
    }
}

/// One setting, chosen anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Words that listed incidents must have.
    Search(Rc<str>),
    /// A column to sort by; the same one once more turns the order around.
    Sort(SortKey),
    /// A page of the table, from 0.
    Page(usize),
    /// What "duration" means.
    Definition(DurationDefinition),
    /// At which moment timelines are aligned.
    Origin(Origin),
    /// The threshold in minutes.
    Threshold(f64),
    /// How long the periods are.
    Per(PeriodLength),
    /// By what incidents are put into groups.
    Grouping(Grouping),
    /// One of the two groups that are compared, by its place, and its name.
    Pair([Rc<str>; 2]),
    /// The first day of the period.
    From(Option<PartialDate>),
    /// The last day of the period.
    To(Option<PartialDate>),
    /// The objective in percent.
    Objective(f64),
    /// How much of an outage counts as downtime.
    Weighting(Weighting),
}

impl Settings {
    /// Takes one setting in. Numbers that make no sense are left as they were.
    pub(super) fn take(&mut self, setting: Setting) {
        match setting {
            Setting::Search(words) => {
                self.search = words;
                self.page = 0;
            }
            Setting::Sort(key) => {
                self.sort = Sort { key, descending: self.sort.key == key && !self.sort.descending };
                self.page = 0;
            }
            Setting::Page(page) => self.page = page,
            Setting::Definition(definition) => self.definition = definition,
            Setting::Origin(origin) => self.origin = origin,
            Setting::Threshold(minutes) if is_threshold(minutes) => self.threshold_minutes = minutes,
            Setting::Per(per) => self.per = per,
            Setting::Grouping(grouping) => {
                self.grouping = grouping;
                self.pair = None;
            }
            Setting::Pair(pair) => self.pair = Some(pair),
            Setting::From(date) => self.from = date,
            Setting::To(date) => self.to = date,
            Setting::Objective(percent) if is_objective(percent) => self.objective_percent = percent,
            Setting::Threshold(_) | Setting::Objective(_) => {}
            Setting::Weighting(weighting) => self.weighting = weighting,
        }
    }
}

/// Between a second and ten years.
pub(super) fn is_threshold(minutes: f64) -> bool {
    (1.0 / 60.0..=5_260_000.0).contains(&minutes)
}

/// An objective of all the time has no budget, and one of none of it is none.
pub(super) fn is_objective(percent: f64) -> bool {
    percent > 0.0 && percent < 100.0
}

/// The order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// What the list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SortKey {
    /// The order in which the reports came.
    #[default]
    Added,
    /// The name.
    Title,
    /// The day of the incident.
    Day,
    /// The duration under the definition in use.
    Duration,
    /// The share affected.
    Impact,
    /// The time from start to detection.
    Detection,
    /// The severity.
    Severity,
}

impl SortKey {
    /// Each, with the word that the address has for it and the name it is shown under.
    const NAMES: [(Self, &'static str, &'static str); 7] = [
        (Self::Added, "added", "Added"),
        (Self::Title, "title", "Name"),
        (Self::Day, "day", "Day"),
        (Self::Duration, "duration", "Duration"),
        (Self::Impact, "impact", "Share affected"),
        (Self::Detection, "detection", "Time to detect"),
        (Self::Severity, "severity", "Severity"),
    ];

    /// Every one, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(key, ..)| key)
    }

    /// The word that the address has for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1 // OK because the names stand in the order of the variants.
    }

    /// The name it is shown under.
    #[must_use]
    pub fn label(self) -> &'static str {
        Self::NAMES[self as usize].2 // OK because the names stand in the order of the variants.
    }

    /// The key of a word of the address.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        Self::all().find(|key| key.as_str() == word)
    }
}

/// The moment at which aligned timelines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Origin {
    /// When users began to be affected.
    #[default]
    Start,
    /// When it was noticed.
    Detection,
}

/// By what incidents are put into groups.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Grouping {
    /// By severity.
    #[default]
    Severity,
    /// By service.
    Service,
    /// By the quarter of the year in which they began.
    Quarter,
    /// Those with a tag, and those without it.
    Tag(Rc<str>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_column_once_more_turns_the_order_around() {
        let mut settings = Settings::default();
        for descending in [false, true, false] {
            settings.take(Setting::Sort(SortKey::Duration));
            assert_eq!(settings.sort, Sort { key: SortKey::Duration, descending });
        }
        settings.take(Setting::Sort(SortKey::Title));
        assert_eq!(settings.sort, Sort { key: SortKey::Title, descending: false });
    }

    #[test]
    fn every_key_is_found_again_by_its_word() {
        for (place, key) in SortKey::all().enumerate() {
            assert_eq!((key as usize, SortKey::from_name(key.as_str())), (place, Some(key)));
        }
        assert_eq!(SortKey::from_name("length"), None);
    }

    #[test]
    fn numbers_without_sense_change_nothing() {
        let mut settings = Settings::default();
        for setting in [
            Setting::Threshold(f64::NAN),
            Setting::Threshold(0.0),
            Setting::Objective(100.0),
            Setting::Objective(-3.0),
        ] {
            settings.take(setting);
        }
        assert_eq!(settings, Settings::default());
    }
}
