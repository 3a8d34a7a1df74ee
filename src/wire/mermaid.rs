//! An incident as a Gantt chart in Mermaid's language, which GitHub, GitLab, Gitea, Azure DevOps and Notion draw.

use std::fmt::Write as _;

use crate::incident::{ClockTime, Event, Incident, PartialDate, PartialTime, Phase};
use crate::metrics::{elapsed_minutes, event_moment, first_milestone, phase_spans};
use crate::text::Gather;

/// The most events that are drawn; with more the chart cannot be read.
const MOST_EVENTS: usize = 40;
/// The longest name of a bar, in characters.
const LONGEST_NAME: usize = 60;
/// Mermaid needs a date where the report gives none, and a year likewise. The axis shows only times.
const STAND_IN_YEAR: i32 = 2004;

/// The phases as bars, and the timeline entries that mean something for the incident as milestones.
///
/// `None` where no clock time of it is known.
#[must_use]
pub fn mermaid(incident: &Incident, name: &str) -> Option<String> {
    let origin = first_milestone(incident)?;
    let from = origin.at;
    let mut chart = ["gantt\n    title ", &plain(name), "\n"].concat();
    chart.push_str("    dateFormat YYYY-MM-DD HH:mm\n    axisFormat %H:%M\n    section Phases\n");
    for span in phase_spans(incident) {
        let ends = (moved(from, span.from_minutes)?, moved(from, span.to_minutes)?);
        // OK because writing to a string cannot fail.
        let _ = writeln!(chart, "    {} :{}, {}", span.kind.label(), ends.0, ends.1);
    }
    let telling = incident.timeline.iter().filter(|event| event.phase != Phase::Other);
    let place = |event: &Event| moved(from, elapsed_minutes(&origin, &event_moment(event)?)?);
    let mut placed = telling.filter_map(|event| Some((place(event)?, event))).take(MOST_EVENTS).peekable();
    if placed.peek().is_some() {
        chart.push_str("    section Events\n");
    }
    for (at, event) in placed {
        // OK because writing to a string cannot fail.
        let _ = writeln!(chart, "    {} :milestone, {at}, 0m", plain(&event.text));
    }
    Some(chart)
}

/// `2024-05-09 14:30`, some minutes after `from`.
fn moved(from: PartialTime, minutes: f64) -> Option<String> {
    let date = match from.date {
        Some(date) => date.with_year_or(Some(STAND_IN_YEAR)),
        None => PartialDate::new(Some(STAND_IN_YEAR), 1, 1)?,
    };
    // OK because minutes between two moments of the calendar are far below 2^53.
    #[expect(clippy::cast_possible_truncation)]
    let minutes = minutes.round() as i64;
    let time = from.time.map(|time| ClockTime { second: None, ..time });
    let at = PartialTime { date: Some(date), time }.plus_minutes(minutes)?;
    Some([at.date?.to_string(), at.time?.to_string()].join(" "))
}

/// Words without what Mermaid gives a meaning to, cut where they are long.
fn plain(words: &str) -> String {
    let spaced = words.replace(|c: char| c.is_control() || ":;#,%{}<>\"`\\".contains(c), " ");
    let line = spaced.split_whitespace().gather().join(" ");
    match line.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => [line[..end].trim_end(), "…"].concat(),
        None if line.is_empty() => "–".to_owned(),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Options, extract};

    fn chart(text: &str) -> Option<String> {
        let incident = extract(text, &Options::default()).incidents.into_iter().next()?;
        mermaid(&incident, incident.title.as_deref().unwrap_or_default())
    }

    #[test]
    fn phases_are_bars_and_telling_entries_are_milestones() {
        let text = "# Sale: carts; lost\n\n- 2024-05-09 23:50 UTC: the outage begins, carts #1 are lost\n\
                    - 2024-05-09 23:58 UTC: an alert fires\n- 2024-05-10 00:05 UTC: we look at a chart\n\
                    - 2024-05-10 00:20 UTC: service is fully restored\n";
        let expected = "gantt\n    title Sale carts lost\n    dateFormat YYYY-MM-DD HH:mm\n    axisFormat %H:%M\n\
                        \x20   section Phases\n    to detect :2024-05-09 23:50, 2024-05-09 23:58\n\
                        \x20   to recover :2024-05-09 23:58, 2024-05-10 00:20\n    section Events\n\
                        \x20   the outage begins carts 1 are lost :milestone, 2024-05-09 23:50, 0m\n\
                        \x20   an alert fires :milestone, 2024-05-09 23:58, 0m\n\
                        \x20   service is fully restored :milestone, 2024-05-10 00:20, 0m\n";
        assert_eq!(chart(text).as_deref(), Some(expected));
    }

    #[test]
    fn without_a_date_a_stand_in_serves_and_without_a_time_there_is_no_chart() {
        assert!(
            chart("The outage lasted from 14:00 to 15:00.").is_some_and(|it| it.contains("2004-01-01 14:00"))
        );
        assert_eq!(chart("The outage lasted 2 hours."), None);
    }
}
