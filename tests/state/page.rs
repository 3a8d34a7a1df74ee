//! A page whose effects are carried out at once, with a library that a second page can open.

use std::collections::BTreeMap;
use std::rc::Rc;

use outage_lens::extract::{Options, extract};
use outage_lens::state::{Action, Effect, EntryId, ReportId, State, reduce};
use outage_lens::wire::stored::StoredReport;

/// The moment at which everything happens, in milliseconds.
pub const NOW_MS: f64 = 1_000_000.0;

/// A page, its effects, and what it kept.
#[derive(Default)]
pub struct Page {
    pub state: Rc<State>,
    pub effects: Vec<Effect>,
    pub library: BTreeMap<u64, (StoredReport, Rc<str>)>,
    pub now_ms: f64,
}

impl Page {
    /// A page that opens the library which another one left behind.
    pub fn reopened(library: BTreeMap<u64, (StoredReport, Rc<str>)>, now_ms: f64) -> Self {
        let mut page = Self { state: Rc::new(State::numbered_from(500)), library, now_ms, ..Self::default() };
        let mut reports: Vec<StoredReport> =
            page.library.values().map(|(record, _)| record.clone()).collect();
        reports.sort_by(|a, b| a.added_ms.total_cmp(&b.added_ms));
        page.tell(Action::LibraryLoaded { reports, damaged: 0 });
        page
    }

    pub fn tell(&mut self, action: Action) -> &mut Self {
        self.now_ms += 1.0;
        let (state, effects) = reduce(&self.state, action, NOW_MS + self.now_ms);
        self.state = state;
        for effect in effects {
            self.carry_out(&effect);
            self.effects.push(effect);
        }
        self
    }

    fn carry_out(&mut self, effect: &Effect) {
        match effect {
            Effect::Extract { report, revision, text, file_name } => {
                let options = Options { file_name: file_name.as_deref() };
                let extraction = Rc::new(extract(text, &options));
                let text = Rc::clone(text);
                self.tell(Action::Extracted { report: *report, revision: *revision, text, extraction });
            }
            Effect::Keep(kept) => {
                for keep in kept {
                    let id = number(&keep.record);
                    let text =
                        keep.text.clone().or_else(|| self.library.get(&id).map(|(_, text)| Rc::clone(text)));
                    let text =
                        text.unwrap_or_else(|| panic!("the first record of a report comes with its text"));
                    self.library.insert(id, (keep.record.clone(), text));
                }
            }
            Effect::Erase(ids) => {
                for id in ids {
                    self.library.remove(&id.0);
                }
            }
            Effect::LoadText(report) => {
                let text = self.library.get(&report.0).map(|(_, text)| Rc::clone(text));
                self.tell(Action::TextLoaded { report: *report, text });
            }
            _ => {}
        }
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.tell(Action::ReportPasted(text.to_owned()))
    }

    pub fn write(&mut self, text: &str) -> &mut Self {
        self.tell(Action::TextEdited(text.to_owned()))
    }

    pub fn texts(&self) -> Vec<&str> {
        self.state.reports.iter().map(|report| report.text()).collect()
    }

    pub fn notice(&self) -> &str {
        self.state.notice.as_ref().map_or("", |notice| &notice.sentence)
    }
}

/// The first incident of a report.
pub fn entry(report: u64) -> EntryId {
    EntryId { report: ReportId(report), incident: 0 }
}

// OK because numbers of records are whole and below 2^53.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(record: &StoredReport) -> u64 {
    record.id as u64
}
