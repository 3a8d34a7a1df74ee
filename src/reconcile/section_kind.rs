//! What a section of a report is about, by the words of its title.

use super::phrases::{Phrases, phrases};
use crate::document::{Document, Section};
use crate::mention::{Mentions, Stamp};
use crate::text::{Span, Tokens};

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

const TIMELINE: Phrases = phrases(
    "timeline|time line|chronolog|sequence of events|chain of events|event log|order of events|\
     schedule of events|course of events|history of events|list of events|key event|key moment|\
     key times|key dates|milestone|blow-by-blow|blow by blow|play-by-play|play by play",
);

/// Titles that mean a timeline where they are all of the title.
const TIMELINE_ALONE: Phrases = phrases("events|incident events|log|event history");

const PLANS: Phrases = phrases(
    "action item|actions|actionable|follow-up|follow up|next step|corrective|preventat|preventive|\
     prevention|lessons|lesson|what went well|what went wrong|where we got lucky|improvement|to do|\
     todo|remediation items|future|recommendation|moving forward|how are we making|tasks to address",
);

const SUMMARY: Phrases =
    phrases("summary|overview|impact|what happened|abstract|tl;dr|tldr|introduction|description");

/// Topics whose figures and times are no more than what they say.
const OTHER_TOPICS: Phrases =
    phrases("cause|resolution|background|detection|response|recovery|trigger|contributing|analysis|details");

/// What the whole report is about. Within a timeline, "How the incident was resolved" opens no other topic.
const SUBJECT: Phrases = phrases("incident|outage|postmortem|post-mortem");

/// The kind of each section; a section within another takes its kind where its own title says nothing.
///
/// A title that is a time or a day opens no topic of its own: what stands under `## 13:20` goes on
/// with the timeline before it, and a short line under it is an entry, not a title.
pub(super) fn of_sections(document: &Document, tokens: &Tokens, mentions: &Mentions) -> Vec<SectionKind> {
    let mut kinds: Vec<SectionKind> = Vec::with_capacity(document.sections().len());
    let mut timed: Vec<bool> = Vec::with_capacity(document.sections().len());
    for section in document.sections() {
        let parent = section.parent.and_then(|parent| Some((*kinds.get(parent)?, *timed.get(parent)?)));
        let stamp = section.title.and_then(|title| leading_stamp(tokens, mentions, title));
        let before = kinds.last().copied();
        let kind = match parent {
            _ if stamp.is_some() && before == Some(SectionKind::Timeline) => SectionKind::Timeline,
            Some((kind, true)) if section.level > LEVELS => kind,
            _ => {
                let in_timeline = parent.is_some_and(|(kind, _)| kind == SectionKind::Timeline);
                let own = section.title.and_then(|title| of_title(&document.words(title), in_timeline));
                own.or(parent.map(|(kind, _)| kind)).unwrap_or_else(|| without_title(section))
            }
        };
        kinds.push(kind);
        timed.push(stamp.is_some_and(|stamp| stamp.time.is_some()));
    }
    kinds
}

/// Levels of headings that are marked as such.
const LEVELS: u8 = 6;

/// Most tokens before the time in a title, such as "~".
const LEAD: usize = 1;

/// The time or day that a title begins with.
fn leading_stamp<'s>(tokens: &Tokens, mentions: &'s Mentions, title: Span) -> Option<&'s Stamp> {
    let first = tokens.index_at(title.start);
    let stamp = mentions.stamps_in(title).first();
    stamp.filter(|stamp| title.contains(stamp.span) && stamp.tokens.0 <= first + LEAD)
}

fn without_title(section: &Section) -> SectionKind {
    if section.title.is_none() { SectionKind::Summary } else { SectionKind::Other }
}

/// What the words of a title name by themselves, or within a timeline.
pub(super) fn of_title(title: &str, in_timeline: bool) -> Option<SectionKind> {
    let title = title.to_ascii_lowercase();
    let holds = |words: &Phrases| words.are_in(&title);
    let bare = title.trim_matches(|c: char| !c.is_ascii_alphabetic());
    if holds(&TIMELINE) || TIMELINE_ALONE.lists(bare) {
        Some(SectionKind::Timeline)
    } else if holds(&PLANS) {
        Some(SectionKind::Plans)
    } else if holds(&SUMMARY) || holds(&SUBJECT) && !in_timeline {
        Some(SectionKind::Summary)
    } else if holds(&OTHER_TOPICS) {
        Some(SectionKind::Other)
    } else {
        None
    }
}
