//! What is computed of the whole list, once for each change of it.

use std::rc::Rc;

use crate::state::{Page, Report, Settings, State, open_page, tags_in_use};

/// What the page shows of all reports.
pub(super) struct Listing {
    /// The page of the list that is open.
    pub page: Rc<Page>,
    /// The tags of all incidents.
    pub tags: Rc<Vec<Rc<str>>>,
    /// How many incidents were found in all reports.
    pub incident_count: usize,
    /// How many were found but are not listed.
    pub left_out: usize,
    reports: Rc<Vec<Rc<Report>>>,
    settings: Rc<Settings>,
}

impl Listing {
    /// What there is to show of `state`.
    pub(super) fn of(state: &State) -> Self {
        Self {
            page: Rc::new(open_page(state)),
            tags: Rc::new(tags_in_use(state)),
            incident_count: state.incident_count(),
            left_out: state.reports.iter().map(|report| report.left_out()).sum(),
            reports: Rc::clone(&state.reports),
            settings: Rc::clone(&state.settings),
        }
    }

    /// Whether it is still what `state` has.
    pub(super) fn is_of(&self, state: &State) -> bool {
        Rc::ptr_eq(&self.reports, &state.reports) && Rc::ptr_eq(&self.settings, &state.settings)
    }
}
