//! Incidents and charts' tables as CSV, for spreadsheets. Nothing is read back from it.

use crate::chart::Table;
use crate::incident::{Impact, Incident, Moment, OutageDuration, PartialTime};
use crate::text::{decimal, push_csv_row};

/// One row: an incident as it is shown, corrections included.
#[derive(Clone, Copy, Debug)]
pub struct CsvIncident<'a> {
    /// Its title in the list.
    pub title: &'a str,
    /// Where its report came from: a file's name, or one of the words of `StoredReport::source`.
    pub source: &'a str,
    /// The user's tags.
    pub tags: &'a [String],
    /// The incident.
    pub incident: &'a Incident,
    /// How many entries its timeline has.
    pub events: u32,
    /// In how many places its report contradicts itself.
    pub discrepancies: u32,
    /// The facts that the user entered, by their names.
    pub corrected: &'a [&'a str],
}

const HEADER: [&str; 27] = [
    "title", "severity", "service", "zone", "utc_offset", "start", "detected", "acknowledged", "mitigated",
    "end", "duration_minutes", "duration_low_minutes", "duration_high_minutes", "duration_approximate",
    "duration_basis", "duration_certainty", "impact_percent", "impact_low_percent", "impact_high_percent",
    "impact_of", "impact_approximate", "impact_bound", "timeline_entries", "contradictions", "tags",
    "corrected", "source",
];

/// All incidents under a header, one row each. An empty cell is a value that is not known.
///
/// Times are civil times in the incident's own zone, as precise as they are known; durations are minutes.
#[must_use]
pub fn incidents_csv<'a>(incidents: impl Iterator<Item = CsvIncident<'a>>) -> String {
    let mut csv = String::new();
    push_csv_row(&mut csv, &HEADER);
    for incident in incidents {
        push_csv_row(&mut csv, &cells(&incident));
    }
    csv
}

/// A chart's table.
#[must_use]
pub fn table_csv(table: &Table) -> String {
    let mut csv = String::new();
    push_csv_row(&mut csv, &table.header);
    for row in &table.rows {
        push_csv_row(&mut csv, row);
    }
    csv
}

fn cells(row: &CsvIncident) -> Vec<String> {
    let incident = row.incident;
    let zone = incident.zone.as_ref();
    let mut cells = vec![
        row.title.to_owned(),
        incident.severity.as_ref().map(|severity| severity.value.clone()).unwrap_or_default(),
        incident.service.as_ref().map(|service| service.value.clone()).unwrap_or_default(),
        zone.map(|zone| zone.name.clone()).unwrap_or_default(),
        zone.and_then(|zone| zone.offset_minutes).map(utc_offset).unwrap_or_default(),
    ];
    let moments =
        [&incident.start, &incident.detected, &incident.acknowledged, &incident.mitigated, &incident.end];
    cells.extend(moments.map(|moment| moment.as_ref().map(time).unwrap_or_default()));
    cells.extend(incident.duration.as_ref().map(duration_cells).unwrap_or_default());
    cells.extend(incident.impact.as_ref().map(impact_cells).unwrap_or_default());
    cells.extend([
        row.events.to_string(),
        row.discrepancies.to_string(),
        row.tags.join("; "),
        row.corrected.join("; "),
        row.source.to_owned(),
    ]);
    cells
}

fn duration_cells(duration: &OutageDuration) -> [String; 6] {
    [
        number(duration.minutes),
        number(duration.low),
        number(duration.high),
        yes(duration.approximate),
        duration.basis.as_str().to_owned(),
        duration.certainty.as_str().to_owned(),
    ]
}

fn impact_cells(impact: &Impact) -> [String; 6] {
    [
        number(impact.percent),
        number(impact.low),
        number(impact.high),
        impact.of.clone().unwrap_or_default(),
        yes(impact.approximate),
        impact.bound.map(|bound| bound.as_str().to_owned()).unwrap_or_default(),
    ]
}

/// As spreadsheets read it: `2023-05-09 14:30`. A time without a year keeps the dashes that say so.
fn time(moment: &Moment) -> String {
    let PartialTime { date, time } = moment.at;
    match (date, time) {
        (Some(date), Some(time)) => format!("{date} {time}"),
        (Some(date), None) => date.to_string(),
        (None, Some(time)) => time.to_string(),
        (None, None) => String::new(),
    }
}

/// A bare `-03:30` would be taken for a formula.
fn utc_offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn number(value: Option<f64>) -> String {
    value.map(|value| decimal(value, 3)).unwrap_or_default()
}

fn yes(is_so: bool) -> String {
    (if is_so { "yes" } else { "" }).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};
    use crate::wire::stored::StoredFacts;

    const REPORT: &str = "# =cmd, \"down\"\n\nSeverity: SEV-1\nStart: 2023-05-09 14:30 UTC+1\nEnd: 2023-05-09 16:30\n\n\
                          About 40% of users were affected.";

    #[test]
    fn every_row_has_the_cells_of_the_header() {
        let read = extract(REPORT, &Options::default()).incidents;
        let stored: Vec<Incident> =
            read.iter().map(|incident| StoredFacts::of(incident).into_incident()).collect();
        let tags = ["payments".to_owned(), "q2".to_owned()];
        let row = |incident| CsvIncident {
            title: "=cmd, \"down\"",
            source: "a.md",
            tags: &tags,
            incident,
            events: 2,
            discrepancies: 0,
            corrected: &["end"],
        };
        let empty = Incident::default();
        let csv = incidents_csv([row(&stored[0]), row(&empty)].into_iter());
        let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
        assert_eq!(lines[0], HEADER.join(","));
        assert_eq!(
            lines[1],
            "\"'=cmd, \"\"down\"\"\",SEV-1,,UTC+1,UTC+01:00,2023-05-09 14:30,,,,2023-05-09 16:30,120,,,,window,derived,\
             40,,,users,yes,,2,0,payments; q2,end,a.md"
        );
        assert_eq!(lines[2], "\"'=cmd, \"\"down\"\"\",,,,,,,,,,,,,,,,,,,,,,2,0,payments; q2,end,a.md");
        let commas = |line: &str| line.matches(',').count();
        assert_eq!(commas(lines[2]), HEADER.len() - 1 + 1, "one comma stands in the title");
    }

    #[test]
    fn an_offset_is_no_formula() {
        assert_eq!([0, 330, -210].map(utc_offset), ["UTC+00:00", "UTC+05:30", "UTC-03:30"]);
    }

    #[test]
    fn a_table_is_its_header_and_its_rows() {
        let table =
            Table { header: vec!["a".into(), "b,c".into()], rows: vec![vec!["-1".into(), String::new()]] };
        assert_eq!(table_csv(&table), "a,\"b,c\"\r\n'-1,\r\n");
        assert_eq!(table_csv(&Table::default()), "\r\n");
    }
}
