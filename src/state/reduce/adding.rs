//! Texts come in: pasted, typed, from files and samples; and what was read from them.

use std::rc::Rc;

use super::selecting::{drop_blank, put_on_view, select};
use super::sharing::take_reports;
use super::tell;
use crate::state::reach::too_long;
use crate::state::{Effect, EntryId, FileInfo, Reading, Report, ReportId, SAMPLES, Source, State};
use crate::text::Gather;
use crate::wire::carried::from_svg;
use crate::wire::link::parted;

/// The largest file that is read. The whole text is held several times over while it is read.
pub const LARGEST_FILE_BYTES: u64 = 20_000_000;
/// The largest exported library that is read: ten thousand long reports.
const LARGEST_LIBRARY_BYTES: u64 = 500_000_000;

pub(super) fn paste(state: &mut State, text: String, now_ms: f64) -> Vec<Effect> {
    if text.trim().is_empty() {
        return tell(state, "The clipboard holds no text to read.".to_owned());
    }
    add(state, Source::Pasted, text.into(), now_ms)
}

pub(super) fn open_sample(state: &mut State, place: usize, now_ms: f64) -> Vec<Effect> {
    let Some(sample) = SAMPLES.get(place) else { return Vec::new() };
    let is_sample = |report: &&Rc<Report>| match &report.text {
        Some(text) => **text == *sample.text,
        // The text of a sample from an earlier visit is in the library; its title is here.
        None => report.source == Source::Sample && has_title(report, sample.text),
    };
    match state.reports.iter().find(is_sample).map(|report| report.id) {
        Some(report) => select(state, EntryId { report, incident: 0 }),
        None => add(state, Source::Sample, sample.text.into(), now_ms),
    }
}

fn has_title(report: &Report, text: &str) -> bool {
    let title = report.original_incidents().first().and_then(|incident| incident.title.as_deref());
    title.is_some_and(|title| text.lines().any(|line| line.trim_start_matches(['#', ' ']) == title))
}

pub(super) fn add_file(state: &mut State, name: Rc<str>, text: String, now_ms: f64) -> Vec<Effect> {
    if text.trim().is_empty() {
        return tell(state, format!("{name} holds no text to read."));
    }
    if is_library(&text) {
        return vec![Effect::ReadLibrary { name, text: text.into() }];
    }
    if let Some(carried) = from_svg(&text) {
        return take_reports(state, parted(&carried), now_ms);
    }
    add(state, Source::File(name), text.into(), now_ms)
}

/// Whether the text is an exported library: its schema stands at its beginning.
fn is_library(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(200)];
    head.trim_start_matches('\u{feff}').trim_start().starts_with('{') && head.contains("outage-lens/library/")
}

/// Puts a new report at the end of the list and on view. Other reports stay as they are.
pub(super) fn add(state: &mut State, source: Source, text: Rc<str>, now_ms: f64) -> Vec<Effect> {
    let id = ReportId(state.next_report);
    state.next_report += 1;
    let report = Report::new(id, source, text, now_ms);
    let extract = extract_effect(&report);
    state.editing = report.source == Source::Typed;
    Rc::make_mut(&mut state.reports).push(Rc::new(report));
    put_on_view(state, EntryId { report: id, incident: 0 });
    drop_blank(state);
    state.notice = None;
    extract.into_iter().gather()
}

/// Reads the report's text, where it is here.
pub(super) fn extract_effect(report: &Report) -> Option<Effect> {
    let file_name = match &report.source {
        Source::File(name) => Some(Rc::clone(name)),
        Source::Pasted | Source::Typed | Source::Sample | Source::Link | Source::Imported => None,
    };
    let text = report.text.clone()?;
    Some(Effect::Extract { report: report.id, revision: report.revision, text, file_name })
}

/// Writing into the empty field begins a report; later changes stay in that report.
pub(super) fn edit(state: &mut State, text: String, now_ms: f64) -> Vec<Effect> {
    let Some(id) = state.selected_report().map(|report| report.id) else {
        return if text.is_empty() { Vec::new() } else { add(state, Source::Typed, text.into(), now_ms) };
    };
    let Some(report) = state.report_mut(id).filter(|report| report.text.is_some() && report.text() != text)
    else {
        return Vec::new();
    };
    report.text = Some(text.into());
    report.revision += 1;
    report.changed_ms = now_ms;
    let extract = extract_effect(report);
    state.pointed = None;
    extract.into_iter().gather()
}

pub(super) fn take_files(state: &mut State, files: Vec<FileInfo>) -> Vec<Effect> {
    if files.is_empty() {
        return tell(state, "Nothing was dropped that can be read as text.".to_owned());
    }
    files.into_iter().map(|file| take_file(state, file)).gather()
}

fn take_file(state: &mut State, file: FileInfo) -> Effect {
    let FileInfo { key, name, bytes } = file;
    let may_be_library = name.ends_with(".json");
    let (largest, size) =
        if may_be_library { (LARGEST_LIBRARY_BYTES, "500 MB") } else { (LARGEST_FILE_BYTES, "20 MB") };
    if bytes <= largest {
        return Effect::ReadFile { key, name };
    }
    let _ = tell(state, format!("{name} is larger than {size} and was not read."));
    Effect::ForgetFile { key }
}

/// Takes in what was read from a text, unless the text has changed meanwhile.
pub(super) fn settle(state: &mut State, id: ReportId, reading: Reading) -> Vec<Effect> {
    let Some(report) = state.report_mut(id).filter(|report| report.revision == reading.revision) else {
        return Vec::new();
    };
    let notice = too_long(&reading.text);
    report.take_reading(reading);
    let last = report.incidents().len().saturating_sub(1);
    if let Some(entry) = state.selected.as_mut().filter(|entry| entry.report == id) {
        entry.incident = entry.incident.min(last);
    }
    notice.map_or_else(Vec::new, |sentence| tell(state, sentence))
}
