//! Layer 1: what is known of one incident, the words behind it, and what is doubtful about it.
//!
//! Nothing here parses, and nothing here knows how a value is written down elsewhere: the public
//! data format is [`crate::wire`].

mod civil;
mod discrepancy;
mod duration_words;
mod event;
mod facts;
mod rule;
mod season;
mod time_words;

pub use civil::{
    CivilDate, ClockTime, PartialDate, PartialTime, is_half_hours, minutes_between, minutes_of_day,
};
pub use discrepancy::{Discrepancy, DiscrepancyKind};
pub use duration_words::{format_after_start, format_duration};
pub use event::{Event, Phase};
pub use facts::{
    Basis, Bound, Certainty, Impact, Incident, Moment, OutageDuration, Service, Severity, Spell, ZoneFact,
};
pub use rule::RuleId;
pub use season::{Season, offset_near, offset_on};
pub use time_words::{format_date, format_time, format_window, month_name};
