//! The incidents that are compared, and the figures over all of them.

use std::rc::Rc;

use crate::incident::Incident;
use crate::metrics::{
    Bootstrap, DEFAULT_SEED, DurationDefinition, Durations, Summary, format_duration, summarize_incidents,
};

use super::listing::{Listed, found};
use super::overview::title_of;
use super::{EntryId, Report, State};
use crate::text::Gather;

/// The incidents that are compared: those that the words searched for leave in the list.
///
/// It is made anew when the reports, the words or the definition of duration change; see [`Comparison::is_of`].
/// Sorting and paging the table leave it alone, and so do the settings of a single chart.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The incidents, in the order in which their reports came.
    pub incidents: Vec<Compared>,
    /// How many incidents there are, the ones that are searched away among them.
    pub all: usize,
    /// How many reports are left out because no incident was found in them.
    pub without_incident: usize,
    /// How long each was, in the order of `incidents`.
    pub durations: Durations,
    /// Their figures.
    pub summary: Summary,
    /// How far the quantiles could lie elsewhere by chance.
    pub bootstrap: Bootstrap,
    made_of: (Rc<Vec<Rc<Report>>>, Rc<str>),
}

/// One of the incidents.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Which entry of the list it is.
    pub id: EntryId,
    /// The title that it is shown under.
    pub title: String,
    report: Rc<Report>,
}

impl Compared {
    /// The incident; `None` never happens, as a report does not lose one while it is shared.
    #[must_use]
    pub fn incident(&self) -> Option<&Incident> {
        self.report.incidents().get(self.id.incident)
    }

    /// The user's tags.
    #[must_use]
    pub fn tags(&self) -> &[Rc<str>] {
        &self.report.notes_of(self.id.incident).tags
    }
}

impl Comparison {
    /// Whether it is what the state would have compared, so that nothing has to be made anew.
    #[must_use]
    pub fn is_of(&self, state: &State) -> bool {
        let (reports, search) = &self.made_of;
        Rc::ptr_eq(reports, &state.reports)
            && *search == state.settings.search
            && self.summary.definition == state.settings.definition
    }

    /// From when to when durations are counted.
    #[must_use]
    pub const fn definition(&self) -> DurationDefinition {
        self.summary.definition
    }

    /// Every incident, in the order of `incidents`.
    #[must_use]
    pub fn list(&self) -> Vec<&Incident> {
        self.incidents.iter().filter_map(Compared::incident).gather()
    }
}

/// Every incident that has the words that are searched for, with figures over all of them.
#[must_use]
pub fn comparison(state: &State) -> Comparison {
    let (with, without): (Vec<Listed>, Vec<Listed>) =
        found(state).into_iter().partition(|entry| entry.incident.is_some());
    let incidents: Vec<&Incident> = with.iter().filter_map(|entry| entry.incident).gather();
    let definition = state.settings.definition;
    let durations = Durations::of(incidents.iter().copied(), definition);
    let compared = |entry: &Listed| Compared {
        id: entry.id,
        title: title_of(entry.report, entry.id.incident, entry.incident),
        report: Rc::clone(entry.report),
    };
    Comparison {
        incidents: with.iter().map(compared).gather(),
        all: state.incident_count(),
        without_incident: without.len(),
        summary: summarize_incidents(&incidents, definition),
        bootstrap: Bootstrap::of(&durations.sorted, DEFAULT_SEED),
        durations,
        made_of: (Rc::clone(&state.reports), Rc::clone(&state.settings.search)),
    }
}

/// The figures in one line of words.
#[must_use]
pub fn summary_words(summary: &Summary) -> String {
    let mut parts = vec![["Duration counts ", summary.definition.label()].concat()];
    if let Some(figures) = summary.duration_minutes {
        parts.push(["median ", &format_duration(figures.median)].concat());
        let range = [format_duration(figures.min), format_duration(figures.max)];
        parts.push(range.join(" to "));
    }
    if let Some(total) = summary.downtime_minutes {
        parts.push(["total ", &format_duration(total)].concat());
    }
    for (count, of) in [(summary.n_with_duration, "duration"), (summary.n_with_impact, "share affected")] {
        if count < summary.n {
            parts.push(format!("{} without a {of}", summary.n - count));
        }
    }
    parts.join(" · ")
}
