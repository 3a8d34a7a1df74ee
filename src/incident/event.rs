//! One entry of an incident's timeline.

use super::PartialTime;
use crate::text::Span;

/// One entry of the timeline, in document order.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it happened, in the report's zone; `None` for an undated token such as `14:??`.
    pub at: Option<PartialTime>,
    /// Where the entry gives a range, its end.
    pub until: Option<PartialTime>,
    /// Minutes east of UTC, where the report settles them.
    pub offset_minutes: Option<i32>,
    /// What happened, as the report words it, without its markup.
    pub text: String,
    /// What the words say the entry means for the incident.
    pub phase: Phase,
    /// Whether the time is hedged ("around", "~").
    pub approximate: bool,
    /// The words of the time, then of the description.
    pub evidence: Vec<Span>,
}

/// What a timeline entry means for the incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Users begin to be affected.
    Began,
    /// The problem is noticed.
    Detected,
    /// A responder takes it on.
    Acknowledged,
    /// More people are called in.
    Escalated,
    /// The cause is found.
    Identified,
    /// The harm is stopped or lessened, but service is not wholly back.
    Mitigated,
    /// Service is fully restored.
    Resolved,
    /// Anything else.
    Other,
}

impl Phase {
    /// Every phase, in the order in which incidents usually pass them.
    pub const ALL: [Self; 8] = [
        Self::Began,
        Self::Detected,
        Self::Acknowledged,
        Self::Escalated,
        Self::Identified,
        Self::Mitigated,
        Self::Resolved,
        Self::Other,
    ];

    /// The stable lower-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Detected => "detected",
            Self::Acknowledged => "acknowledged",
            Self::Escalated => "escalated",
            Self::Identified => "identified",
            Self::Mitigated => "mitigated",
            Self::Resolved => "resolved",
            Self::Other => "other",
        }
    }
}
