//! Two passages of one report that contradict each other.

use crate::text::Span;

/// One contradiction, in a plain sentence and with the passages that prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// What disagrees.
    pub kind: DiscrepancyKind,
    /// A sentence for people, with both readings in it.
    pub message: String,
    /// The passages that disagree, at least two unless one passage contradicts itself.
    pub evidence: Vec<Span>,
}

/// What kind of facts disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiscrepancyKind {
    /// Two readings of the outage's duration.
    DurationDiffers,
    /// Two statements of the outage's start or end.
    WindowDiffers,
    /// A window that ends before it starts.
    EndBeforeStart,
    /// A timeline entry out of order.
    OutOfOrder,
    /// A weekday that does not fall on its date.
    WeekdayDiffers,
    /// Two zones for the same moments.
    ZoneDiffers,
    /// A zone name beside an offset that it never has, as in "PST (UTC-7)".
    ZoneContradictsOffset,
    /// A percentage that its own counts disprove.
    ImpactDiffers,
    /// Two dates for the same incident.
    DateDiffers,
    /// One event at two clock times.
    TimeDiffers,
    /// A clock time or a day that does not exist, such as 13:29 PM, 24:73 or 31 June.
    ImpossibleTime,
}

impl DiscrepancyKind {
    /// The stable kebab-case name that the data format uses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DurationDiffers => "duration-differs",
            Self::WindowDiffers => "window-differs",
            Self::EndBeforeStart => "end-before-start",
            Self::OutOfOrder => "out-of-order",
            Self::WeekdayDiffers => "weekday-differs",
            Self::ZoneDiffers => "zone-differs",
            Self::ZoneContradictsOffset => "zone-contradicts-offset",
            Self::ImpactDiffers => "impact-differs",
            Self::DateDiffers => "date-differs",
            Self::TimeDiffers => "time-differs",
            Self::ImpossibleTime => "impossible-time",
        }
    }
}
