//! Layer 5: incidents become pictures.
//!
//! In come incidents and a [`Size`], out comes a [`Scene`]: marks with a place, a [`Role`] and a
//! label, a finding in one sentence, and the same numbers as a table. A scene is written as SVG by
//! [`Scene::to_svg`], and the page draws its own nodes from the same marks.
//!
//! `plotters` lays out axes and meshes and turns values into pixels; `canvas` collects what is drawn
//! there. Roles become colors in style sheets only: nothing here knows a theme.
//!
//! ```
//! use outage_lens::chart::{Size, render_incident_timeline};
//! use outage_lens::incident::{Certainty, ClockTime, Incident, Moment, PartialTime, RuleId};
//!
//! let at = |hour| Moment {
//!     at: PartialTime { date: None, time: ClockTime::new(hour, 0, None) },
//!     offset_minutes: None,
//!     certainty: Certainty::Stated,
//!     rule: RuleId::new("example"),
//!     approximate: false,
//!     evidence: Vec::new(),
//! };
//! let incident = Incident { start: Some(at(14)), end: Some(at(16)), ..Incident::default() };
//! let scene = render_incident_timeline(&incident, Size::new(720)).expect("it has two times");
//! assert_eq!(scene.title, "14:00 to 16:00");
//! assert!(scene.to_svg().starts_with("<svg"));
//! ```

mod advance;
mod aligned_timelines;
mod axis;
mod canvas;
mod caption;
mod clean_text;
mod clock_ticks;
mod column_labels;
mod count_ticks;
mod downtime_per_period;
mod duration_dots;
mod ecdf;
mod error_budget;
mod group_dots;
mod impact_scatter;
mod incident_timeline;
mod ink;
mod label_rows;
mod lanes;
mod legend;
mod linear_ticks;
mod log_ticks;
mod phase_split;
mod prelude;
mod scene;
mod share_plot;
mod svg;

pub use advance::{fit_text, text_width_px};
pub use aligned_timelines::{AlignedAt, render_aligned_timelines};
pub use downtime_per_period::render_downtime_per_period;
pub use duration_dots::{render_duration_dots, render_measured_dots};
pub use ecdf::render_ecdf;
pub use error_budget::render_error_budget;
pub use group_dots::render_group_dots;
pub use impact_scatter::render_impact_scatter;
pub use incident_timeline::render_incident_timeline;
pub use phase_split::render_phase_split;
pub use scene::{Anchor, Mark, MarkKey, Point, Role, Scene, Shape, Slider, Table, two_digits};

use self::clean_text::{clean_text, isolate_direction};
use crate::incident::Incident;

/// Height of the charts' text, in pixels.
pub const FONT_SIZE_PX: u32 = 12;

/// How wide a chart may be. Its height follows from what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width in CSS pixels.
    pub width_px: u32,
}

impl Size {
    /// Below this no axis is legible, and above it no screen is: charts stay between.
    const LIMITS_PX: (u32, u32) = (240, 4000);
    /// Under this width a chart is laid out for a phone.
    const NARROW_PX: u32 = 480;

    /// A width in CSS pixels, held between 240 and 4,000.
    #[must_use]
    pub fn new(width_px: u32) -> Self {
        Self { width_px: width_px.clamp(Self::LIMITS_PX.0, Self::LIMITS_PX.1) }
    }

    /// The same width within the limits, for a value that was built by hand.
    fn legible(self) -> Self {
        Self::new(self.width_px)
    }

    const fn is_narrow(self) -> bool {
        self.width_px < Self::NARROW_PX
    }
}

/// One incident of a comparison, under the name that the reader knows it by.
#[derive(Clone, Debug)]
pub struct ComparedIncident<'a> {
    /// The incident's name; any text.
    pub title: String,
    /// What is known of it.
    pub incident: &'a Incident,
}

impl ComparedIncident<'_> {
    /// The name as it stands in pictures and tables.
    fn name(&self) -> String {
        isolate_direction(clean_text(&self.title).trim())
    }
}
