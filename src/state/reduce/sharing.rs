//! Reports leave in a link and come in from one.

use std::rc::Rc;

use super::adding::add;
use super::selecting::select;
use super::{set, tell};
use crate::state::share::{Copied, Share, copied, shared_text};
use crate::state::{Dialog, Effect, EntryId, Source, State};
use crate::wire::Detail;
use crate::wire::link::read_link;

/// What stands before the link's own words in the fragment of an address.
const SHARE: &str = "share=";

pub(super) fn open(state: &mut State, entries: Vec<EntryId>) -> Vec<Effect> {
    state.dialog = Some(Dialog::Share);
    pack(state, Share { entries, detail: Detail::default(), link: None })
}

pub(super) fn choose_detail(state: &mut State, detail: Detail) -> Vec<Effect> {
    match state.share.take() {
        Some(share) => pack(state, Share { detail, link: None, ..share }),
        None => Vec::new(),
    }
}

fn pack(state: &mut State, share: Share) -> Vec<Effect> {
    let text = shared_text(state, &share);
    state.share = Some(share);
    vec![Effect::PackLink(text.into())]
}

/// The link is made. One that was asked for before another choice is of no use.
pub(super) fn take_link(state: &mut State, text: &str, link: Rc<str>) -> Vec<Effect> {
    let Some(mut share) = state.share.clone() else { return Vec::new() };
    if shared_text(state, &share) != text {
        return Vec::new();
    }
    share.link = Some(link);
    set(&mut state.share, Some(share))
}

pub(super) fn copy(state: &mut State, what: Copied) -> Vec<Effect> {
    let Some(share) = &state.share else { return Vec::new() };
    match copied(state, share, what) {
        Some((text, told)) => vec![Effect::CopyText { text, told }],
        None => tell(state, "There is no clock time in this incident to draw.".to_owned()),
    }
}

/// Whether an address brings reports, and what is then to be done.
pub(super) fn follow_link(state: &mut State, address: &str) -> Option<Vec<Effect>> {
    let words = address.trim_start_matches('#').strip_prefix(SHARE)?;
    Some(match read_link(words) {
        Ok(parcel) => vec![Effect::UnpackLink(parcel)],
        Err(fault) => tell(state, fault.sentence()),
    })
}

/// Puts the reports of a link on the list; one that is there already is shown again.
pub(super) fn take_reports(state: &mut State, texts: Vec<String>, now_ms: f64) -> Vec<Effect> {
    let mut effects = Vec::new();
    for text in texts {
        let known = state.reports.iter().find(|report| report.text() == text).map(|report| report.id);
        effects.extend(match known {
            Some(report) => select(state, EntryId { report, incident: 0 }),
            None => add(state, Source::Link, text.into(), now_ms),
        });
    }
    effects
}
