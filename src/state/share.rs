//! Ways out of the page: a link that holds the figures, Markdown, a chart for wikis.

use std::rc::Rc;

use crate::wire::link::{CUTTERS, joined};
use crate::wire::{Detail, digest, mermaid};

use super::{EntryId, State, title_of};
use crate::text::Gather;

/// The longest link that is made, in characters: browsers cut what is longer.
const LONGEST_LINK: usize = 60_000;

/// What is about to be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The incidents.
    pub entries: Vec<EntryId>,
    /// How much of them is told.
    pub detail: Detail,
    /// The link, once it is made.
    pub link: Option<Rc<str>>,
}

/// What can be copied from the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// The link.
    Link,
    /// The facts as Markdown.
    Markdown,
    /// The first incident as a Gantt chart in Mermaid's language.
    Mermaid,
}

/// The digests of what is shared, in the order of the list.
#[must_use]
pub fn digests(state: &State, share: &Share) -> Vec<String> {
    let of = |entry: &EntryId| {
        let report = state.report(entry.report)?;
        let incident = report.incidents().get(entry.incident)?;
        Some(digest(incident, &title_of(report, entry.incident, Some(incident)), share.detail))
    };
    share.entries.iter().filter_map(of).gather()
}

/// What a picture of these incidents carries, so that dropping it on the page opens them again.
#[must_use]
pub fn carried_text(state: &State, entries: &[EntryId]) -> String {
    let share = Share { entries: entries.to_vec(), detail: Detail::Facts, link: None };
    shared_text(state, &share)
}

/// The text that goes into the link.
#[must_use]
pub(super) fn shared_text(state: &State, share: &Share) -> String {
    joined(&digests(state, share))
}

/// What is copied, and what is then said.
#[must_use]
pub(super) fn copied(state: &State, share: &Share, what: Copied) -> Option<(String, &'static str)> {
    match what {
        Copied::Link => share.link.as_ref().map(|link| (link.to_string(), "The link was copied.")),
        Copied::Markdown => Some((digests(state, share).join("\n"), "The facts were copied as Markdown.")),
        Copied::Mermaid => Some((shared_chart(state, share)?, "The chart was copied for Mermaid.")),
    }
}

fn shared_chart(state: &State, share: &Share) -> Option<String> {
    let entry = share.entries.first()?;
    let report = state.report(entry.report)?;
    let incident = report.incidents().get(entry.incident)?;
    let name = match share.detail {
        Detail::Figures => "Incident".to_owned(),
        Detail::Whole | Detail::Facts => title_of(report, entry.incident, Some(incident)),
    };
    let mut shown = incident.clone();
    if share.detail != Detail::Whole {
        shown.timeline.clear();
    }
    let chart = mermaid(&shown, &name)?;
    Some(["```mermaid\n", &chart, "```\n"].concat())
}

/// How long the link is and where it is too long, in a sentence.
#[must_use]
pub fn length_words(link: &str) -> String {
    let length = link.chars().count();
    let cut: Vec<String> = (CUTTERS.iter().filter(|(most, _)| length > *most))
        .map(|(most, place)| format!("{place} cuts it at {most}"))
        .gather();
    match cut.as_slice() {
        _ if length > LONGEST_LINK => {
            format!("{length} characters: too long for a link. Save it as a file instead.")
        }
        [] => format!("{length} characters, short enough for chats and mails."),
        cut => format!("{length} characters: {}. Share less, or send it another way.", cut.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_a_link_says_where_it_is_cut() {
        let words = |length: usize| length_words(&"x".repeat(length));
        assert_eq!(words(318), "318 characters, short enough for chats and mails.");
        assert!(words(2_500).contains("Discord cuts it at 2000.") && !words(2_500).contains("Slack"));
        assert!(words(5_000).contains("Discord cuts it at 2000, Slack cuts it at 4000"));
        assert!(words(70_000).contains("too long"));
    }
}
