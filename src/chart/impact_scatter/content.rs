//! Which incidents have a duration and a share, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Role, Table};
use crate::metrics::{
    DurationDefinition, Length, MeasuredDuration, ShareAffected, fewest_for_half, format_duration,
};
use crate::text::{Gather, float_key, sorted_by_key};

/// More rows than this are no table that anybody reads. The heaviest are kept.
const MOST_ROWS: usize = 200;

/// One incident in the plot.
pub(super) struct Place {
    /// Its place in the list of incidents.
    pub incident: usize,
    /// Its duration in minutes, or the ends of its range.
    pub from: f64,
    pub to: f64,
    pub share: ShareAffected,
    pub role: Role,
    measured: MeasuredDuration,
    /// Duration times share, where both are one value.
    weighted: Option<f64>,
}

impl Place {
    fn of(place: usize, one: &ComparedIncident, definition: DurationDefinition) -> Option<Self> {
        let measured = MeasuredDuration::of(one.incident, definition).ok()?;
        let share = ShareAffected::of(one.incident)?;
        let (from, to) = match measured.length {
            Length::Exact(minutes) | Length::AtLeast(minutes) => (minutes, minutes),
            // A range from zero has no place for its start on this axis.
            Length::Range(low, high) => (low.max(high / 100.0), high),
        };
        let is_hedged = measured.approximate || share.approximate || share.bound.is_some();
        let role = match measured.length {
            Length::AtLeast(_) => Role::OpenEnd,
            Length::Range(..) => Role::Interval,
            Length::Exact(_) if share.exact().is_none() => Role::Interval,
            Length::Exact(_) if is_hedged => Role::HollowDot,
            Length::Exact(_) => Role::Dot,
        };
        let weighted = measured.minutes().zip(share.exact()).map(|(minutes, share)| minutes * share);
        Some(Self { incident: place, from, to, share, role, measured, weighted })
    }
}

/// Everything that is drawn.
pub(super) struct Content<'a> {
    incidents: &'a [ComparedIncident<'a>],
    /// Those that have a place in the plot, or where they are binned, those of them with one value for both.
    pub places: Vec<Place>,
    is_binned: bool,
    definition: DurationDefinition,
    /// How many have one value for both.
    n: usize,
    unsettled: usize,
    zero: usize,
    without: usize,
}

impl<'a> Content<'a> {
    /// What `incidents` have to show, counted in cells where more than `most` have one value for both, or `None`
    /// where none has a place.
    pub fn of(
        incidents: &'a [ComparedIncident<'a>],
        definition: DurationDefinition,
        most: usize,
    ) -> Option<Self> {
        let place = |(place, one): (usize, &ComparedIncident)| Place::of(place, one, definition);
        let known: Vec<Place> = incidents.iter().enumerate().filter_map(place).gather();
        let without = incidents.len() - known.len();
        let (places, zeros): (Vec<Place>, Vec<Place>) =
            known.into_iter().partition(|place| place.from >= LEAST_MINUTES);
        let exact = |place: &&Place| place.weighted.is_some();
        let n = places.iter().filter(exact).count();
        let unsettled = places.len() - n;
        let is_binned = n > most;
        let places: Vec<Place> =
            places.into_iter().filter(|place| !is_binned || place.weighted.is_some()).gather();
        let content =
            Self { incidents, places, is_binned, definition, n, unsettled, zero: zeros.len(), without };
        (!content.places.is_empty()).then_some(content)
    }

    /// Whether the places are counted in cells.
    pub const fn is_binned(&self) -> bool {
        self.is_binned
    }

    /// The shortest and the longest duration that is drawn.
    pub fn extent(&self) -> (f64, f64) {
        let shortest = self.places.iter().map(|place| place.from).fold(f64::INFINITY, f64::min);
        let longest = self.places.iter().map(|place| place.to).fold(0.0, f64::max);
        (shortest, longest)
    }

    /// What a place says.
    pub fn label(&self, place: &Place) -> String {
        let [name, duration, share, _] = self.words(place);
        [&name, ": ", &duration, ", ", &share].concat()
    }

    /// The incident's name, duration, share, and their product.
    fn words(&self, place: &Place) -> [String; 4] {
        let name = self.incidents.get(place.incident).map(ComparedIncident::name).unwrap_or_default();
        let product = place.weighted.map(format_duration).unwrap_or_default();
        [name, place.measured.words(), place.share.words(), product]
    }

    /// What the numbers are, which stands in the picture itself.
    pub fn caption(&self) -> Vec<String> {
        let mut parts = vec![
            format!("n = {}", self.n),
            format!("across: {}", self.definition.label()),
            "up: share affected".to_owned(),
            "dashed: equal duration × share".to_owned(),
        ];
        let unsettled = if self.is_binned {
            "as a range or without an end, not drawn"
        } else {
            "as a range or without an end"
        };
        let counts = [
            (self.unsettled, unsettled),
            (self.zero, "of zero length, not drawn"),
            (self.without, "without a duration or a share"),
        ];
        parts.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        if self.is_binned {
            parts.push("circles count incidents by their area".to_owned());
        }
        parts
    }

    /// What stands beside the picture.
    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The finding: from how few incidents half of the harm came.
    fn title(&self) -> String {
        let weighted = || self.places.iter().filter_map(|place| place.weighted);
        match (self.n, fewest_for_half(weighted())) {
            (0, _) => "No report gives one duration and one share".to_owned(),
            (1, Some((_, total))) => format!("One incident: duration × share is {}", format_duration(total)),
            (n, Some((fewest, total))) => {
                let total = format_duration(total);
                format!("{fewest} of {n} made half of the share-weighted downtime, {total} in all")
            }
            (_, None) => "No share-weighted downtime: every share is 0 %".to_owned(),
        }
    }

    fn description(&self) -> String {
        let reading = "Every incident stands at its duration, on a logarithmic time axis, and its share affected, of \
                       whatever its report counts. Dashed lines join places of equal duration times share; their \
                       words above the plot give that product. Hollow dots are hedged or limits, bars are ranges, \
                       arrows have no end told.";
        [&self.caption().join(", "), ". ", reading].concat()
    }

    /// One row an incident that is drawn, the heaviest first.
    fn table(&self) -> Table {
        let header = [
            "Incident".to_owned(),
            format!("Duration ({})", self.definition.label()),
            "Share affected".to_owned(),
            "Duration × share".to_owned(),
        ];
        let heaviest =
            sorted_by_key(self.places.iter().gather(), |place| !float_key(place.weighted.unwrap_or(-1.0)));
        let rows = heaviest.into_iter().take(MOST_ROWS).map(|place| self.words(place).to_vec()).gather();
        Table { header: header.to_vec(), rows }
    }
}
