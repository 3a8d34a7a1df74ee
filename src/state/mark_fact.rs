//! What a mark of a chart stands for.

use crate::chart::MarkKey;
use crate::metrics::{Milestone, SpanKind};

use super::FactId;

/// The fact that a mark of a single incident's chart stands for.
#[must_use]
pub fn fact_of_mark(key: MarkKey) -> Option<FactId> {
    match key {
        MarkKey::Incident { .. } => Some(FactId::Duration),
        MarkKey::Threshold => None,
        MarkKey::Event { event, .. } => Some(FactId::Entry(event)),
        MarkKey::Span { kind, .. } => match kind {
            SpanKind::Detect => Some(FactId::Detected),
            SpanKind::Acknowledge => Some(FactId::Acknowledged),
            SpanKind::Mitigate => Some(FactId::Mitigated),
            SpanKind::Recover | SpanKind::Outage => Some(FactId::Window),
            SpanKind::Identify => None,
        },
        MarkKey::Milestone { milestone, .. } => match milestone {
            Milestone::Began | Milestone::Resolved => Some(FactId::Window),
            Milestone::Detected => Some(FactId::Detected),
            Milestone::Acknowledged => Some(FactId::Acknowledged),
            Milestone::Mitigated => Some(FactId::Mitigated),
            Milestone::Identified => None,
        },
    }
}

/// The place of the incident that a mark stands for, in the list that the chart was given.
#[must_use]
pub const fn incident_of_mark(key: MarkKey) -> Option<usize> {
    match key {
        MarkKey::Threshold => None,
        MarkKey::Incident { incident }
        | MarkKey::Span { incident, .. }
        | MarkKey::Milestone { incident, .. }
        | MarkKey::Event { incident, .. } => Some(incident),
    }
}
