//! Layer 5: figures over incidents, and their phases.
//!
//! In come [incidents](crate::incident::Incident), out come numbers. Nothing here draws, parses or
//! knows a clock. Durations and times in words are the incident's own, and are named here again for
//! those who show the numbers.
//!
//! ```
//! use outage_lens::metrics::{DurationDefinition, format_duration, summarize_incidents};
//!
//! let nothing = summarize_incidents(&[], DurationDefinition::default());
//! assert_eq!((nothing.n, nothing.duration_minutes), (0, None));
//! assert_eq!(format_duration(90.0), "1 h 30 min");
//! ```

mod availability;
mod bootstrap;
mod coverage;
mod definition;
mod detectable;
mod distribution;
mod ecdf;
mod group_difference;
mod grouping;
mod measure;
mod median_interval;
mod per_period;
mod period;
mod phase_split;
mod phases;
mod random;
mod rank_sum;
mod shift;
mod summary;
mod weight;

pub use availability::{
    Availability, NoAvailability, Objective, Weighting, format_availability, measure_availability,
};
pub use bootstrap::{Bootstrap, CONFIDENCE, Interval, interval_withheld, least_for_interval};
pub use definition::{DurationDefinition, elapsed_minutes};
pub use detectable::{detectable_ratio, pooled_log_sigma};
pub use distribution::{Distribution, ascending, quantile};
pub use ecdf::{Ecdf, ShareWithin, Step, share_interval};
pub use group_difference::{GroupDifference, GroupSize, TooFew, compare_each_with_others, compare_groups};
pub use grouping::{Group, Groups, group_durations};
pub use measure::{DurationCounts, Durations, Length, MeasuredDuration, Unmeasured, duration_minutes};
pub use median_interval::median_interval;
pub use per_period::{PerPeriod, PeriodFigures, count_per_period};
pub use period::{Period, PeriodLength};
pub use phase_split::{PhaseFigures, PhaseSplit, split_into_phases};
pub use phases::{
    Milestone, PhaseSpan, SpanKind, event_moment, first_milestone, milestones, minutes_to_detect, phase_spans,
};
pub use random::{DEFAULT_SEED, Random};
pub use rank_sum::{PValue, Splits, interval_rank, rank_sum_test};
pub use shift::{Shift, shift_between};
pub use summary::{Summary, summarize_incidents};
pub use weight::{ShareAffected, fewest_for_half, weighted_minutes};

pub use crate::incident::{format_after_start, format_date, format_duration, format_time, format_window};
