//! What the chart of an error budget shows, before anything has a place in pixels.

use crate::chart::canvas::Told;
use crate::chart::{ComparedIncident, Table};
use crate::incident::{ClockTime, Incident, PartialTime};
use crate::metrics::{
    Availability, DurationDefinition, NoAvailability, Objective, Weighting, format_availability, format_date,
    format_duration, measure_availability,
};
use crate::text::{Gather, decimal};

/// Everything that is drawn.
pub(super) struct Content(Availability);

impl Content {
    pub fn of(
        incidents: &[ComparedIncident],
        definition: DurationDefinition,
        objective: Objective,
        weighting: Weighting,
    ) -> Result<Self, NoAvailability> {
        let incidents: Vec<&Incident> = incidents.iter().map(|one| one.incident).gather();
        measure_availability(&incidents, definition, objective, weighting).map(Self)
    }

    /// Midnight of the first day.
    pub fn begin(&self) -> PartialTime {
        PartialTime::of(self.0.objective.first_day, ClockTime { hour: 0, minute: 0, second: None })
    }

    pub fn period_minutes(&self) -> f64 {
        self.0.period_minutes
    }

    pub fn budget_minutes(&self) -> f64 {
        self.0.budget_minutes
    }

    /// Where the vertical axis must reach, in minutes.
    pub fn most_minutes(&self) -> f64 {
        self.0.budget_minutes.max(self.0.downtime_minutes)
    }

    pub fn burn(&self) -> &[(f64, f64)] {
        &self.0.burn
    }

    pub fn budget_words(&self) -> String {
        format!("budget {}", format_duration(self.0.budget_minutes))
    }

    pub fn used_words(&self) -> String {
        let percent = decimal(self.0.used_share() * 100.0, 0);
        format!("used {} ({percent} %)", format_duration(self.0.downtime_minutes))
    }

    pub fn caption(&self) -> Vec<String> {
        let mut parts = self.0.notes();
        parts.insert(1, format!("objective {} %", decimal(self.0.objective.percent, 6)));
        parts
    }

    pub fn told(&self) -> Told {
        Told { title: self.0.finding(), description: self.description(), table: self.table() }
    }

    fn description(&self) -> String {
        let reading = "The line rises with every minute of outage from the begin of the period to its end; \
                       where it crosses the straight line, the error budget was used up.";
        format!("{reading} {}, {}.", self.period(), self.caption().join(", "))
    }

    /// `1 Apr 2024 to 30 Apr 2024`.
    fn period(&self) -> String {
        let Objective { first_day, last_day, .. } = self.0.objective;
        format!("{} to {}", format_date(first_day), format_date(last_day))
    }

    fn table(&self) -> Table {
        let found = &self.0;
        let rows = [
            ("Period", self.period()),
            ("Objective", format!("{} %", decimal(found.objective.percent, 6))),
            ("Availability", format_availability(found.percent())),
            ("Outages in the period", found.n.to_string()),
            ("Downtime", format_duration(found.downtime_minutes)),
            ("Error budget", format_duration(found.budget_minutes)),
            ("Part of the budget used", format!("{} %", decimal(found.used_share() * 100.0, 1))),
            ("Budget left", format_duration(found.remaining_minutes())),
            ("Duration", found.definition.label().to_owned()),
            ("Weighting", found.weighting.label().to_owned()),
        ];
        let header = ["Figure", "Value"].map(str::to_owned).to_vec();
        Table { header, rows: rows.into_iter().map(|(name, value)| vec![name.to_owned(), value]).gather() }
    }
}
