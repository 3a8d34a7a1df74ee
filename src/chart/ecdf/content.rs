//! What the curve shows, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::caption::duration_caption;
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Table};
use crate::metrics::{
    DurationDefinition, Durations, Ecdf, Interval, MeasuredDuration, ShareWithin, Step, format_duration,
};
use crate::text::{Gather, decimal, float_key, sorted_by_key};

/// More dots than this hide the curve.
const MOST_DOTS: usize = 100;
/// More steps than this make a table that nobody reads; it then has a row for each percent.
const MOST_ROWS: usize = 200;
/// A line may be moved from a second to ten years.
const THRESHOLDS: (f64, f64) = (1.0 / 60.0, 5_256_000.0);

/// One incident on the curve.
pub(super) struct Dot {
    /// Its place in the list of incidents.
    pub incident: usize,
    pub minutes: f64,
    /// Which share of the incidents was over by then, itself among them.
    pub share: f64,
    pub approximate: bool,
    pub label: String,
}

/// Everything that is drawn.
pub(super) struct Content {
    pub ecdf: Ecdf,
    pub steps: Vec<Step>,
    pub within: ShareWithin,
    pub caption: Vec<String>,
    pub dots: Vec<Dot>,
    definition: DurationDefinition,
}

impl Content {
    /// What `incidents` have to show, or `None` where no duration can stand on the axis.
    pub fn of(
        incidents: &[ComparedIncident],
        definition: DurationDefinition,
        threshold: f64,
    ) -> Option<Self> {
        let durations = Durations::of(incidents.iter().map(|one| one.incident), definition);
        durations.sorted.last().filter(|longest| **longest >= LEAST_MINUTES)?;
        let ecdf = Ecdf::of(&durations);
        let threshold = if threshold.is_nan() { THRESHOLDS.0 } else { threshold };
        let mut caption = duration_caption(&durations);
        caption.extend(zeros(&durations));
        Some(Self {
            steps: ecdf.steps(),
            within: ecdf.share_within(threshold.clamp(THRESHOLDS.0, THRESHOLDS.1)),
            caption,
            dots: dots(incidents, &durations, &ecdf),
            ecdf,
            definition,
        })
    }

    /// The ends of what must have a place on the axis, the line among it.
    pub fn extent(&self) -> (f64, f64) {
        let drawn = self.steps.iter().map(|step| step.minutes).filter(|minutes| *minutes >= LEAST_MINUTES);
        let line = self.within.minutes;
        drawn.fold((line, line), |(low, high), minutes| (low.min(minutes), high.max(minutes)))
    }

    /// The share that was over by the line.
    pub fn share(&self) -> f64 {
        self.ecdf.share(self.within.count)
    }

    /// How far that share could lie elsewhere; one incident says nothing of that.
    pub fn interval(&self) -> Option<Interval> {
        self.within.interval.filter(|_| self.ecdf.n() > 1)
    }

    /// What stands at the line: `73 % within 1 h`.
    pub fn threshold_words(&self) -> String {
        format!("{} within {}", self.within.percent(), format_duration(self.within.minutes))
    }

    /// What stands beside the picture.
    pub fn told(&self) -> Told {
        Told { title: self.within.finding(), description: self.description(), table: self.table() }
    }

    fn description(&self) -> String {
        let reading = "The curve rises at every duration by its share of the incidents, on a logarithmic time axis. \
                       The line is the time that was asked for.";
        let bar = self.interval().map(|_| " The bar on it is the 95 % interval of the share.".to_owned());
        let doubts = self.within.doubts().join(" ");
        let caption = self.caption.join(", ");
        [caption, ". ".to_owned(), reading.to_owned(), bar.unwrap_or_default(), " ".to_owned(), doubts]
            .concat()
    }

    /// One row a step, or where those are many, the shortest time within which each percent was over.
    fn table(&self) -> Table {
        let header =
            [format!("Within ({})", self.definition.label()), "Incidents".to_owned(), "Share".to_owned()];
        let n = self.ecdf.n();
        let row = |step: &Step| {
            let share = [&decimal(self.ecdf.share(step.count) * 100.0, 1), " %"].concat();
            vec![format_duration(step.minutes), format!("{} of {n}", step.count), share]
        };
        let rows = if self.steps.len() <= MOST_ROWS {
            self.steps.iter().map(row).gather()
        } else {
            let reaching = |percent: usize| self.steps.iter().find(|step| step.count * 100 >= percent * n);
            (1..=100).filter_map(|percent| reaching(percent).map(row)).gather()
        };
        Table { header: header.to_vec(), rows }
    }
}

fn zeros(durations: &Durations) -> Option<String> {
    let count = durations.counts().zero;
    (count > 0).then(|| format!("{count} of zero length, at the left end"))
}

/// The incidents in ascending order of their duration, each one step higher than the one before.
fn dots(incidents: &[ComparedIncident], durations: &Durations, ecdf: &Ecdf) -> Vec<Dot> {
    let n = ecdf.n();
    if n > MOST_DOTS {
        return Vec::new();
    }
    let exact = |(place, measured): (usize, &Result<MeasuredDuration, _>)| {
        let measured: MeasuredDuration = measured.ok()?;
        measured.minutes().map(|minutes| (place, measured, minutes))
    };
    let known = durations.each.iter().enumerate().filter_map(exact).gather();
    let known = sorted_by_key(known, |(_, _, minutes)| float_key(*minutes));
    let dot = |(count, (incident, measured, minutes)): (usize, (usize, MeasuredDuration, f64))| {
        let name = incidents.get(incident).map(ComparedIncident::name).unwrap_or_default();
        let label = format!("{name}: {}, {count} of {n}", measured.words());
        Dot { incident, minutes, share: ecdf.share(count), approximate: measured.approximate, label }
    };
    (1..).zip(known).map(dot).gather()
}
