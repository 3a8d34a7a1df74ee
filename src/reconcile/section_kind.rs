//! What a section of a report is about, by the words of its title.

use crate::document::{Document, Section};

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionKind {
    /// The report's beginning, a summary, or what its impact was.
    Summary,
    /// The timeline.
    Timeline,
    /// What is to be done next, and what was learnt: its figures are plans.
    Plans,
    /// Anything else.
    Other,
}

const TIMELINE: &[&str] = &[
    "timeline", "time line", "chronology", "sequence of events", "chain of events", "event log",
    "order of events", "schedule of events",
];

const PLANS: &[&str] = &[
    "action item", "actions", "actionable", "follow-up", "follow up", "next step", "corrective", "preventat",
    "preventive", "prevention", "lessons", "lesson", "what went well", "what went wrong",
    "where we got lucky", "improvement", "to do", "todo", "remediation items", "future", "recommendation",
    "moving forward", "how are we making", "tasks to address",
];

const SUMMARY: &[&str] = &[
    "summary", "overview", "impact", "what happened", "abstract", "tl;dr", "tldr", "introduction",
    "description", "incident", "outage", "postmortem", "post-mortem",
];

/// The kind of each section; a section within another takes its kind where its own title says nothing.
pub(super) fn of_sections(document: &Document) -> Vec<SectionKind> {
    let mut kinds: Vec<SectionKind> = Vec::with_capacity(document.sections().len());
    for section in document.sections() {
        let own = section.title.and_then(|title| of_title(&document.words(title)));
        let inherited = || section.parent.and_then(|parent| kinds.get(parent).copied());
        kinds.push(own.or_else(inherited).unwrap_or_else(|| without_title(section)));
    }
    kinds
}

fn without_title(section: &Section) -> SectionKind {
    if section.title.is_none() { SectionKind::Summary } else { SectionKind::Other }
}

/// What the words of a title name by themselves.
pub(super) fn of_title(title: &str) -> Option<SectionKind> {
    let title = title.to_ascii_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if holds(TIMELINE) {
        Some(SectionKind::Timeline)
    } else if holds(PLANS) {
        Some(SectionKind::Plans)
    } else if holds(SUMMARY) {
        Some(SectionKind::Summary)
    } else if holds(&[
        "cause", "resolution", "background", "detection", "response", "recovery", "trigger", "contributing",
        "analysis", "details",
    ]) {
        Some(SectionKind::Other)
    } else {
        None
    }
}
