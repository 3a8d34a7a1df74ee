//! The updates as a timeline, of a report that has no other.

use super::Standing;
use super::series::{Post, Series};
use crate::incident::{Event, Phase};
use crate::reconcile::phase;
use crate::reconcile::report::Report;
use crate::text::{Gather, Span};

/// Most lines of what an update says that its event shows.
const MOST_LINES: usize = 20;

impl Series<'_> {
    /// An event for each update, in document order.
    pub(in crate::reconcile) fn events(&self, report: &Report) -> Vec<Event> {
        self.posts.iter().map(|post| self.event(report, post)).gather()
    }

    fn event(&self, report: &Report, post: &Post) -> Event {
        let (at, offset_minutes) = self.local(post);
        let told = first_paragraph(report, post.body);
        Event {
            at: Some(at).filter(|at| at.time.is_some()),
            until: None,
            offset_minutes,
            text: report.document.words(told),
            phase: phase_of(report, post.standing, told),
            approximate: false,
            evidence: if told.is_empty() { vec![post.stamp] } else { vec![post.stamp, told] },
        }
    }
}

/// What an update means: only one that calls the trouble over restores anything.
fn phase_of(report: &Report, standing: Standing, told: Span) -> Phase {
    let by_words = || match phase::of(&report.words_in(told)) {
        Phase::Resolved | Phase::Began => Phase::Other,
        phase => phase,
    };
    if standing == Standing::Over { Phase::Resolved } else { by_words() }
}

fn first_paragraph(report: &Report, body: Span) -> Span {
    let blocks = report.blocks;
    let from = blocks.partition_point(|block| block.span.end <= body.start);
    let inside = blocks[from..].iter().take_while(|block| block.span.start < body.end);
    // A status of its own is only the title of what follows it.
    let titled = blocks.get(from).is_some_and(|block| report.words_in(block.span).iter().nth(2).is_none());
    let most_titles = usize::from(titled);
    let lines = inside
        .enumerate()
        .take(MOST_LINES)
        .take_while(|(number, block)| *number <= most_titles || block.continues);
    let span = lines.map(|(_, block)| block.span).reduce(Span::cover);
    span.map_or(Span::new(body.start, body.start), |span| {
        let end = if body.end > span.start { span.end.min(body.end) } else { span.end };
        Span::new(span.start.max(body.start), end)
    })
}
