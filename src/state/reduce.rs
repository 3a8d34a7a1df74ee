//! From one state and something that happened to the next state and what is then to be done.

use std::rc::Rc;

use super::reach::too_long;
use super::{
    Action, Effect, EntryId, FactId, FileInfo, Notice, Reading, Removed, Report, ReportId, SAMPLES, Source,
    State, Step, View,
};

/// The largest file that is read. The whole text is held several times over while it is read.
pub const LARGEST_FILE_BYTES: u64 = 20_000_000;

/// The state after `action`, the very same one where nothing changes.
#[must_use]
pub fn reduce(state: &Rc<State>, action: Action) -> (Rc<State>, Vec<Effect>) {
    let mut next = State::clone(state);
    let effects = apply(&mut next, action);
    if next == **state { (Rc::clone(state), effects) } else { (Rc::new(next), effects) }
}

fn apply(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::ReportPasted(text) => add_pasted(state, text),
        Action::TextEdited(text) => edit(state, text),
        Action::SampleOpened(place) => open_sample(state, place),
        Action::FilesDropped(files) => take_files(state, files),
        Action::FileRead { name, text } => add_file(state, name, text),
        Action::FileFailed { name } => tell(state, format!("{name} could not be read.")),
        Action::Extracted { report, revision, text, extraction } => {
            settle(state, report, Reading { revision, text, extraction })
        }
        Action::ReportSelected(entry) => select(state, entry),
        Action::NeighborSelected(step) => select_neighbor(state, step),
        Action::ReportBegun => begin(state),
        Action::ReportRemoved(report) => remove(state, report),
        Action::RemovalOfAllRequested => ask_to_remove_all(state),
        Action::AllRemoved => remove_all(state),
        Action::RemovalUndone => undo_removal(state),
        Action::FactPointed(fact) => point(state, fact),
        Action::PhrasePointed(fact) => set(&mut state.pointed, Some(fact)),
        Action::FactChosen(fact) => choose(state, fact, Effect::RevealEvidence(fact)),
        Action::WordsRequested(fact) => vec![Effect::ShowEvidence(fact)],
        Action::PhraseChosen(fact) => choose(state, fact, Effect::ShowFact(fact)),
        Action::ChoiceCleared => clear_choice(state),
        Action::EditToggled => toggle_edit(state),
        Action::ViewChosen(view) => choose_view(state, view),
        Action::ThemeChosen(theme) | Action::ThemeRestored(theme) => {
            state.theme = theme;
            vec![Effect::ApplyTheme(theme)]
        }
        Action::DialogOpened(dialog) => set(&mut state.dialog, Some(dialog)),
        Action::DialogClosed => set(&mut state.dialog, None),
        Action::NoticeDismissed => set(&mut state.notice, None),
    }
}

fn set<T>(field: &mut T, value: T) -> Vec<Effect> {
    *field = value;
    Vec::new()
}

fn tell(state: &mut State, sentence: String) -> Vec<Effect> {
    set(&mut state.notice, Some(Notice { sentence, offers_undo: false }))
}

fn add_pasted(state: &mut State, text: String) -> Vec<Effect> {
    if text.trim().is_empty() {
        return tell(state, "The clipboard holds no text to read.".to_owned());
    }
    add(state, Source::Pasted, text.into())
}

fn open_sample(state: &mut State, place: usize) -> Vec<Effect> {
    let Some(sample) = SAMPLES.get(place) else { return Vec::new() };
    let opened = state.reports.iter().find(|report| &*report.text == sample.text);
    match opened.map(|report| report.id) {
        Some(report) => select(state, EntryId { report, incident: 0 }),
        None => add(state, Source::Sample, sample.text.into()),
    }
}

fn add_file(state: &mut State, name: Rc<str>, text: String) -> Vec<Effect> {
    if text.trim().is_empty() {
        return tell(state, format!("{name} holds no text to read."));
    }
    add(state, Source::File(name), text.into())
}

/// Puts a new report at the end of the list and on view. Other reports stay as they are.
fn add(state: &mut State, source: Source, text: Rc<str>) -> Vec<Effect> {
    let id = ReportId(state.next_report);
    state.next_report += 1;
    let report = Report { id, source, text, revision: 0, reading: None };
    let extract = extract_effect(&report);
    state.editing = report.source == Source::Typed;
    state.reports.push(Rc::new(report));
    put_on_view(state, EntryId { report: id, incident: 0 });
    drop_blank(state);
    state.notice = None;
    vec![extract]
}

fn extract_effect(report: &Report) -> Effect {
    let file_name = match &report.source {
        Source::File(name) => Some(Rc::clone(name)),
        Source::Pasted | Source::Typed | Source::Sample => None,
    };
    let text = Rc::clone(&report.text);
    Effect::Extract { report: report.id, revision: report.revision, text, file_name }
}

fn put_on_view(state: &mut State, entry: EntryId) {
    if state.selected != Some(entry) {
        state.pointed = None;
        state.chosen = None;
    }
    state.selected = Some(entry);
    state.view = View::Report;
}

/// Writing into the empty field begins a report; later changes stay in that report.
fn edit(state: &mut State, text: String) -> Vec<Effect> {
    let Some(id) = state.selected_report().map(|report| report.id) else {
        return if text.is_empty() { Vec::new() } else { add(state, Source::Typed, text.into()) };
    };
    let Some(place) = state.reports.iter().position(|report| report.id == id) else {
        return Vec::new();
    };
    if *state.reports[place].text == *text {
        return Vec::new();
    }
    let report = Rc::make_mut(&mut state.reports[place]);
    report.text = text.into();
    report.revision += 1;
    state.pointed = None;
    vec![extract_effect(report)]
}

fn take_files(state: &mut State, files: Vec<FileInfo>) -> Vec<Effect> {
    if files.is_empty() {
        return tell(state, "Nothing was dropped that can be read as text.".to_owned());
    }
    files.into_iter().map(|file| take_file(state, file)).collect()
}

fn take_file(state: &mut State, file: FileInfo) -> Effect {
    let FileInfo { key, name, bytes } = file;
    if bytes <= LARGEST_FILE_BYTES {
        return Effect::ReadFile { key, name };
    }
    let sentence = format!("{name} is larger than 20 MB and was not read.");
    tell(state, sentence);
    Effect::ForgetFile { key }
}

fn settle(state: &mut State, id: ReportId, reading: Reading) -> Vec<Effect> {
    let Some(report) = state.reports.iter_mut().find(|report| report.id == id) else {
        return Vec::new();
    };
    if report.revision != reading.revision {
        return Vec::new();
    }
    let report = Rc::make_mut(report);
    let notice = too_long(&reading.text);
    report.reading = Some(reading);
    let last = report.incidents().len().saturating_sub(1);
    if let Some(entry) = state.selected.as_mut().filter(|entry| entry.report == id) {
        entry.incident = entry.incident.min(last);
    }
    notice.map_or_else(Vec::new, |sentence| tell(state, sentence))
}

fn select(state: &mut State, entry: EntryId) -> Vec<Effect> {
    if state.report(entry.report).is_none() {
        return Vec::new();
    }
    if state.selected.map(|selected| selected.report) != Some(entry.report) {
        state.editing = false;
    }
    put_on_view(state, entry);
    drop_blank(state);
    Vec::new()
}

fn select_neighbor(state: &mut State, step: Step) -> Vec<Effect> {
    let entries: Vec<EntryId> = state.entries().map(|(id, ..)| id).collect();
    let here = state.selected.and_then(|selected| entries.iter().position(|id| *id == selected));
    let there = match (here, step) {
        (Some(place), Step::Next) => place + 1,
        (Some(place), Step::Previous) => place.saturating_sub(1),
        (None, Step::Next) => 0,
        (None, Step::Previous) => entries.len().saturating_sub(1),
    };
    match entries.get(there) {
        Some(entry) => select(state, *entry),
        None => Vec::new(),
    }
}

fn begin(state: &mut State) -> Vec<Effect> {
    state.selected = None;
    state.pointed = None;
    state.chosen = None;
    state.editing = true;
    state.view = View::Report;
    drop_blank(state);
    vec![Effect::FocusText]
}

/// Takes reports whose text was deleted off the list once they are not on view.
fn drop_blank(state: &mut State) {
    let on_view = state.selected.map(|entry| entry.report);
    state.reports.retain(|report| !report.text.trim().is_empty() || Some(report.id) == on_view);
}

fn remove(state: &mut State, id: ReportId) -> Vec<Effect> {
    let Some(place) = state.reports.iter().position(|report| report.id == id) else {
        return Vec::new();
    };
    let report = state.reports.remove(place);
    state.removed = vec![Removed { place, report }];
    offer_undo(state, "The report was removed.".to_owned());
    if state.selected.is_some_and(|entry| entry.report == id) {
        select_near(state, place);
    }
    Vec::new()
}

fn offer_undo(state: &mut State, sentence: String) {
    state.notice = Some(Notice { sentence, offers_undo: true });
    if state.incident_count() < 2 {
        state.view = View::Report;
    }
}

/// Puts the report that moved into a removed one's place on view, or else the last one.
fn select_near(state: &mut State, place: usize) {
    let near = state.reports.get(place).or(state.reports.last()).map(|report| report.id);
    let view = state.view;
    state.selected = None;
    state.editing = false;
    if let Some(report) = near {
        put_on_view(state, EntryId { report, incident: 0 });
        state.view = view;
    }
}

fn ask_to_remove_all(state: &State) -> Vec<Effect> {
    match state.reports.len() {
        0 => Vec::new(),
        count => vec![Effect::AskToRemoveAll { count }],
    }
}

fn remove_all(state: &mut State) -> Vec<Effect> {
    let reports = std::mem::take(&mut state.reports);
    let count = reports.len();
    let removed = reports.into_iter().enumerate();
    state.removed = removed.map(|(place, report)| Removed { place, report }).collect();
    select_near(state, 0);
    offer_undo(state, format!("All {count} reports were removed."));
    Vec::new()
}

fn undo_removal(state: &mut State) -> Vec<Effect> {
    let removed = std::mem::take(&mut state.removed);
    state.notice = None;
    let Some(first) = removed.first().map(|removed| removed.report.id) else { return Vec::new() };
    for Removed { place, report } in removed {
        let place = place.min(state.reports.len());
        state.reports.insert(place, report);
    }
    select(state, EntryId { report: first, incident: 0 })
}

fn point(state: &mut State, fact: Option<FactId>) -> Vec<Effect> {
    let is_new = state.pointed != fact;
    state.pointed = fact;
    fact.filter(|_| is_new).map(Effect::RevealEvidence).into_iter().collect()
}

/// A second click on the chosen fact gives the choice up.
fn choose(state: &mut State, fact: FactId, then: Effect) -> Vec<Effect> {
    if state.chosen == Some(fact) {
        state.chosen = None;
        return Vec::new();
    }
    state.chosen = Some(fact);
    vec![then]
}

fn clear_choice(state: &mut State) -> Vec<Effect> {
    state.chosen = None;
    state.pointed = None;
    Vec::new()
}

fn toggle_edit(state: &mut State) -> Vec<Effect> {
    state.editing = !state.editing;
    if state.editing { vec![Effect::FocusText] } else { Vec::new() }
}

fn choose_view(state: &mut State, view: View) -> Vec<Effect> {
    let may = view == View::Report || state.incident_count() >= 2;
    if may {
        state.view = view;
        state.pointed = None;
    }
    Vec::new()
}
