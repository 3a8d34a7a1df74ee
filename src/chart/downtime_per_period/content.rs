//! What the bars of incidents and of downtime show, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::{ComparedIncident, Table};
use crate::incident::Incident;
use crate::metrics::{
    DurationDefinition, PerPeriod, Period, PeriodFigures, PeriodLength, count_per_period, format_duration,
};
use crate::text::{Gather, decimal};

/// Everything that is drawn: at least one period.
pub(super) struct Content(PerPeriod);

impl Content {
    /// What `incidents` have to show, or `None` where none has a date with a year.
    pub fn of(
        incidents: &[ComparedIncident],
        definition: DurationDefinition,
        wanted: PeriodLength,
    ) -> Option<Self> {
        let incidents: Vec<&Incident> = incidents.iter().map(|one| one.incident).gather();
        let counted = count_per_period(&incidents, definition, wanted);
        (!counted.periods.is_empty()).then_some(Self(counted))
    }

    pub fn figures(&self) -> &[PeriodFigures] {
        &self.0.periods
    }

    pub fn periods(&self) -> Vec<Period> {
        self.figures().iter().map(|figures| figures.period).gather()
    }

    /// How many columns there are, as the end of the axis across.
    pub fn columns(&self) -> f64 {
        as_float(self.figures().len())
    }

    pub fn most_incidents(&self) -> f64 {
        self.figures().iter().map(|figures| as_float(figures.incidents)).fold(1.0, f64::max)
    }

    /// Where the axis of downtime ends, in minutes.
    pub fn most_minutes(&self) -> f64 {
        let most = self.longest().and_then(PeriodFigures::downtime_minutes);
        most.filter(|minutes| *minutes > 0.0).unwrap_or(1.0)
    }

    /// The period with the most downtime, of equals the first.
    fn longest(&self) -> Option<&PeriodFigures> {
        let minutes = |figures: &PeriodFigures| figures.downtime_minutes().unwrap_or(0.0);
        self.figures().iter().reduce(|best, one| if minutes(one) > minutes(best) { one } else { best })
    }

    pub fn caption(&self) -> Vec<String> {
        self.0.notes()
    }

    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The finding.
    fn title(&self) -> String {
        let all = self.figures();
        let known: f64 = all.iter().filter_map(PeriodFigures::downtime_minutes).sum();
        let count = incidents(self.0.counted());
        let ends = all.first().zip(all.last()).map(|(a, b)| (a.period, b.period));
        let span = match ends {
            Some((first, last)) if first != last => format!("from {} to {}", first.label(), last.label()),
            Some((only, _)) => format!("in {}", only.label()),
            None => String::new(),
        };
        if all.iter().all(|figures| figures.without_duration == figures.incidents) {
            return format!("{count} {span}");
        }
        let most = self.longest().filter(|longest| all.len() > 1 && longest.downtime_minutes() > Some(0.0));
        let most = most.map(|longest| {
            let minutes = longest.downtime_minutes().unwrap_or(0.0);
            format!(", most in {}: {}", longest.period.label(), format_duration(minutes))
        });
        format!("{count} {span}, {} of downtime{}", format_duration(known), most.unwrap_or_default())
    }

    fn description(&self) -> String {
        let length = self.0.length.label();
        let reading = format!(
            "Upper bars count the incidents that started in each {length}, lower bars add up how long they were, also \
             where one reached into the next {length}; a question mark stands where no duration is known."
        );
        format!("{reading} {}.", self.caption().join(", "))
    }

    /// One row a period.
    fn table(&self) -> Table {
        let minutes = format!("Downtime in minutes ({})", self.0.definition.label());
        let header = vec![
            capitalized(self.0.length.label()),
            "Incidents".to_owned(),
            "Without a duration".to_owned(),
            "Downtime".to_owned(),
            minutes,
        ];
        let row = |figures: &PeriodFigures| {
            let downtime = figures.downtime_minutes();
            vec![
                figures.period.label(),
                figures.incidents.to_string(),
                figures.without_duration.to_string(),
                downtime.map(format_duration).unwrap_or_default(),
                downtime.map(|minutes| decimal(minutes, 2)).unwrap_or_default(),
            ]
        };
        Table { header, rows: self.figures().iter().map(row).gather() }
    }
}

/// What a bar says.
pub(super) fn bar_label(figures: &PeriodFigures) -> String {
    let downtime = match figures.downtime_minutes() {
        Some(minutes) => format!("{} of downtime", format_duration(minutes)),
        None => "downtime not known".to_owned(),
    };
    let missing = match figures.without_duration {
        0 => String::new(),
        n if n == figures.incidents => String::new(),
        n => format!(", {n} without a duration"),
    };
    format!("{}: {}, {downtime}{missing}", figures.period.label(), incidents(figures.incidents))
}

fn incidents(count: usize) -> String {
    if count == 1 { "1 incident".to_owned() } else { format!("{count} incidents") }
}

/// `word`, which is ASCII, with a capital letter.
fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1.min(word.len()));
    first.to_ascii_uppercase() + rest
}

fn as_float(count: usize) -> f64 {
    // OK because a count of incidents is far below 2^53.
    #[expect(clippy::cast_precision_loss)]
    {
        count as f64
    }
}
