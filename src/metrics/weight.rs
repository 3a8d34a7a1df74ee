//! Duration times share affected: minutes that a total outage would have had for the same harm.

use super::{DurationDefinition, duration_minutes};
use crate::incident::Incident;

/// The share that an incident affected, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShareAffected {
    /// The lower end; equal to `high` where the report gives one value.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Whether the report hedges it or gives it as a limit.
    pub approximate: bool,
}

impl ShareAffected {
    /// The incident's headline share, where the report gives one or a range of them.
    #[must_use]
    pub fn of(incident: &Incident) -> Option<Self> {
        let impact = incident.impact.as_ref()?;
        let known = |percent: Option<f64>| percent.filter(|percent| (0.0..=100.0).contains(percent));
        let (low, high) = match known(impact.percent) {
            Some(percent) => (percent, percent),
            None => (known(impact.low)?, known(impact.high)?),
        };
        let approximate = impact.approximate || impact.bound.is_some();
        (low <= high).then(|| Self { low: low / 100.0, high: high / 100.0, approximate })
    }

    /// Its one value; `None` where it is a range.
    #[must_use]
    pub fn exact(&self) -> Option<f64> {
        (self.low >= self.high).then_some(self.low)
    }
}

/// The incident's duration under `definition` in minutes, times the share affected. `None` where the report does not
/// give one value for both.
#[must_use]
pub fn weighted_minutes(incident: &Incident, definition: DurationDefinition) -> Option<f64> {
    Some(duration_minutes(incident, definition)? * ShareAffected::of(incident)?.exact()?)
}
