//! Facts in plain words: what they are, where they come from, and how sure they are.

use crate::document::{BlockKind, Document};
use crate::incident::{
    Basis, Bound, Certainty, Impact, Incident, Moment, OutageDuration, PartialTime, ZoneFact,
};
use crate::metrics::{elapsed_minutes, format_date, format_duration, format_time, format_window};
use crate::text::{Gather, Span, decimal};

use super::correction::{CORRECTED, CORRECTED_ENTRY};
use crate::wire::stored::is_of_entry;

/// The longest quotation that a caption repeats, in characters.
const SHORT_QUOTE: usize = 28;
/// Where a value comes from that the user put in the place of the report's.
const BY_USER: &str = "corrected by you";
/// The longest one that stands alone.
const LONG_QUOTE: usize = 160;

/// The value of a duration: `2 h`, `about 2 h`, `3 h 19 min to 4 h 25 min`.
pub(super) fn duration_words(duration: &OutageDuration) -> String {
    let value = match (duration.minutes, duration.low, duration.high) {
        (Some(minutes), ..) => format_duration(minutes),
        (None, Some(low), Some(high)) => [format_duration(low), format_duration(high)].join(" to "),
        (None, Some(low), None) => ["over ", &format_duration(low)].concat(),
        (None, None, Some(high)) => ["up to ", &format_duration(high)].concat(),
        (None, None, None) => "not settled".to_owned(),
    };
    hedged(value, duration.approximate)
}

/// The value of a duration for programs: `120`, `199..265`.
pub(super) fn duration_value(duration: &OutageDuration) -> String {
    value_or_range(duration.minutes, duration.low, duration.high)
}

/// The value of a share: `75 %`, `over 40 %`, `10 to 15 %`.
pub(super) fn impact_words(impact: &Impact) -> String {
    let value = match (impact.percent, impact.low, impact.high) {
        (Some(percent), ..) => percent_words(percent),
        (None, Some(low), Some(high)) => [&number(low), " to ", &percent_words(high)].concat(),
        (None, Some(low), None) => ["over ", &percent_words(low)].concat(),
        (None, None, Some(high)) => ["up to ", &percent_words(high)].concat(),
        (None, None, None) => "not settled".to_owned(),
    };
    match impact.bound {
        Some(Bound::AtLeast) => ["at least ", &value].concat(),
        Some(Bound::AtMost) => ["at most ", &value].concat(),
        None => hedged(value, impact.approximate),
    }
}

/// The value of a share for programs: `75`, `10..15`.
pub(super) fn impact_value(impact: &Impact) -> String {
    value_or_range(impact.percent, impact.low, impact.high)
}

/// What the share is of: `of users`, `of requests, at the peak`.
pub(super) fn impact_detail(impact: &Impact) -> String {
    let of = match &impact.of {
        Some(of) => ["of ", of].concat(),
        None => "of what is left open".to_owned(),
    };
    if impact.peak { [&of, ", at the peak"].concat() } else { of }
}

fn percent_words(percent: f64) -> String {
    [&number(percent), " %"].concat()
}

/// At most two decimals, and none that are zero.
fn number(value: f64) -> String {
    decimal(value, 2)
}

fn value_or_range(value: Option<f64>, low: Option<f64>, high: Option<f64>) -> String {
    let written = |value: Option<f64>| value.map(number).unwrap_or_default();
    match value {
        Some(_) => written(value),
        None if low.is_none() && high.is_none() => String::new(),
        None => [&written(low), "..", &written(high)].concat(),
    }
}

fn hedged(value: String, approximate: bool) -> String {
    if approximate { ["about ", &value].concat() } else { value }
}

/// The clock time of a moment, or its date where it has no time.
pub(super) fn moment_words(moment: &Moment) -> String {
    hedged(format_time(moment.at), moment.approximate)
}

/// The clock time alone where there is one.
pub(super) fn clock_words(moment: &Moment) -> String {
    let at = match moment.at.time {
        Some(_) => PartialTime { date: None, ..moment.at },
        None => moment.at,
    };
    hedged(format_time(at), moment.approximate)
}

/// When it was noticed, seen from the start: `at once`, `after 12 min`; the clock time without a start.
pub(super) fn detection_words(incident: &Incident, detected: &Moment) -> String {
    let since_start = incident.start.as_ref().and_then(|start| elapsed_minutes(start, detected));
    match since_start {
        None => moment_words(detected),
        Some(0.0) => "at once".to_owned(),
        Some(minutes) if minutes < 0.0 => [&format_duration(-minutes), " before"].concat(),
        Some(minutes) => hedged(["after ", &format_duration(minutes)].concat(), detected.approximate),
    }
}

/// The window: `14:30 to 16:00`, `14:30, no end found`.
pub(super) fn window_words(start: Option<&Moment>, end: Option<&Moment>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start.at.date == end.at.date && end.at.time.is_some() => {
            [clock_words(start), clock_words(end)].join("–")
        }
        (Some(start), Some(end)) => [boundary_words(start, end), boundary_words(end, start)].join(" – "),
        (Some(start), None) => ["from ", &clock_words(start)].concat(),
        (None, Some(end)) => ["until ", &clock_words(end)].concat(),
        (None, None) => String::new(),
    }
}

/// One end of a window over several days. The year stands beside the window where both ends share it.
fn boundary_words(moment: &Moment, other: &Moment) -> String {
    let year = |moment: &Moment| moment.at.date.map(|date| date.year);
    let mut at = moment.at;
    if year(moment) == year(other) {
        at.date = at.date.map(|date| crate::incident::PartialDate { year: None, ..date });
    }
    hedged(format_time(at), moment.approximate)
}

/// Day and zone of the window: `9 May 2023 · WAT (UTC+1)`.
pub(super) fn window_detail(incident: &Incident) -> String {
    let moments = [incident.start.as_ref(), incident.end.as_ref()];
    let date = moments.into_iter().flatten().find_map(|moment| moment.at.date);
    let day = match date {
        None => "no date".to_owned(),
        Some(date) if date.year.is_none() => [&format_date(date), ", no year"].concat(),
        Some(date) => format_date(date),
    };
    let zone = incident.zone.as_ref().map_or_else(|| "no zone".to_owned(), zone_words);
    let mut words = vec![day, zone];
    words.extend(single_windows(incident));
    words.join(" · ")
}

/// The single windows: `02:20 to 03:30 and 04:07 to 04:52`; only their number where they are many.
fn single_windows(incident: &Incident) -> Option<String> {
    const MOST: usize = 3;
    let windows = &incident.windows;
    match windows.len() {
        0 => None,
        1..=MOST => {
            let words = windows.iter().map(|window| format_window(window.start.at, window.end.at));
            Some(words.gather().join(" and "))
        }
        many => Some([&many.to_string(), " windows"].concat()),
    }
}

/// The zone with its offset: `WAT (UTC+1)`, `CST, offset open`.
pub(super) fn zone_words(zone: &ZoneFact) -> String {
    match zone.offset_minutes {
        None => [&zone.name, ", offset open"].concat(),
        Some(0) if matches!(&*zone.name, "UTC" | "GMT" | "Z") => zone.name.clone(),
        Some(offset) if zone.name.starts_with("UTC") => offset_words(offset),
        Some(offset) => [&zone.name, " (", &offset_words(offset), ")"].concat(),
    }
}

fn offset_words(minutes: i32) -> String {
    let sign = if minutes < 0 { "−" } else { "+" };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
}

/// Start and end for programs: `2023-05-09T14:30/2023-05-09T16:00`, with nothing for what is missing.
pub(super) fn window_value(start: Option<&Moment>, end: Option<&Moment>) -> String {
    let written = |moment: Option<&Moment>| moment.map(|it| it.at.to_string()).unwrap_or_default();
    if start.is_none() && end.is_none() {
        return String::new();
    }
    [written(start), written(end)].join("/")
}

/// Where a share comes from and how sure it is.
pub(super) fn impact_caption(document: &Document, impact: &Impact) -> String {
    if impact.rule == CORRECTED {
        return BY_USER.to_owned();
    }
    caption(document, impact.certainty, &impact.evidence)
}

/// Where a name comes from; the user's own has no words in the report.
pub(super) fn named_caption(document: &Document, evidence: &[Span]) -> String {
    match evidence {
        [] => BY_USER.to_owned(),
        evidence => caption(document, Certainty::Stated, evidence),
    }
}

/// Where a duration comes from and how sure it is.
pub(super) fn duration_caption(document: &Document, duration: &OutageDuration) -> String {
    if duration.rule == CORRECTED {
        return BY_USER.to_owned();
    }
    let basis = match duration.basis {
        Basis::Stated => return caption(document, duration.certainty, &duration.evidence),
        Basis::Window => "start and end",
        Basis::Timeline => "the timeline",
    };
    [certainty_verb(duration.certainty), " from ", basis].concat()
}

fn certainty_verb(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Stated => "read",
        Certainty::Derived => "worked out",
        Certainty::Assumed => "assumed",
    }
}

/// Where a value comes from and how sure it is: `stated under “Summary”`, `worked out from “all users”`.
pub(super) fn caption(document: &Document, certainty: Certainty, evidence: &[Span]) -> String {
    match certainty {
        Certainty::Stated => match evidence.first().and_then(|span| place_of(document, *span)) {
            Some(place) => ["stated ", &place].concat(),
            None => "stated in the text".to_owned(),
        },
        Certainty::Derived | Certainty::Assumed => {
            let quotes = quotes(document, evidence);
            let verb = certainty_verb(certainty);
            if quotes.is_empty() { verb.to_owned() } else { [verb, " from ", &quotes].concat() }
        }
    }
}

/// Where a moment comes from. A timeline entry is named by its place in the timeline.
pub(super) fn moment_caption(document: &Document, incident: &Incident, moment: &Moment) -> String {
    if moment.rule == CORRECTED {
        return BY_USER.to_owned();
    }
    if moment.rule == CORRECTED_ENTRY {
        return "from an entry that you corrected".to_owned();
    }
    let Some(entry) = entry_of(incident, moment) else {
        return caption(document, moment.certainty, &moment.evidence);
    };
    let last = incident.timeline.len() - 1;
    let place = match entry {
        0 => "first timeline entry".to_owned(),
        entry if entry == last => "last timeline entry".to_owned(),
        entry => format!("timeline entry {}", entry + 1),
    };
    match moment.certainty {
        Certainty::Stated => ["stated, ", &place].concat(),
        Certainty::Derived => ["worked out, ", &place].concat(),
        Certainty::Assumed => ["assumed: ", &place].concat(),
    }
}

fn entry_of(incident: &Incident, moment: &Moment) -> Option<usize> {
    moment.evidence.first()?;
    incident.timeline.iter().position(|event| is_of_entry(moment, event))
}

/// How sure start and end are, in one line where both have the same origin.
pub(super) fn window_caption(document: &Document, incident: &Incident) -> String {
    let of =
        |moment: &Option<Moment>| moment.as_ref().map(|moment| moment_caption(document, incident, moment));
    match (of(&incident.start), of(&incident.end)) {
        (Some(start), Some(end)) if start == end => start,
        (Some(start), Some(end)) => ["start ", &start, "; end ", &end].concat(),
        (Some(start), None) => [&start, "; no end in the text"].concat(),
        (None, Some(end)) => [&end, "; no start in the text"].concat(),
        (None, None) => String::new(),
    }
}

/// The heading above `span`, or that it stands in a heading itself.
fn place_of(document: &Document, span: Span) -> Option<String> {
    let blocks = document.blocks();
    let place = blocks.partition_point(|block| block.span.end <= span.start);
    let block = blocks.get(place).filter(|block| block.span.start <= span.start)?;
    if matches!(block.kind, BlockKind::Heading(_)) {
        return Some(if place == 0 { "in the title" } else { "in a heading" }.to_owned());
    }
    let section = document.sections().get(block.section)?;
    let title = section.title.filter(|_| section.level > 1)?;
    quote(document, title).map(|quote| ["under ", &quote].concat())
}

/// Up to two short quotations.
fn quotes(document: &Document, evidence: &[Span]) -> String {
    let quotes: Vec<String> = evidence.iter().filter_map(|span| quote(document, *span)).take(2).gather();
    quotes.join(" and ")
}

/// The words of `span` as they stand in a caption, cut where they are long.
fn quote(document: &Document, span: Span) -> Option<String> {
    let words = cut(document.words(span).trim_end_matches(':'), SHORT_QUOTE);
    (!words.is_empty()).then(|| ["“", &words, "”"].concat())
}

/// The words of `span`, cut only where they are very long.
pub(super) fn long_quote(document: &Document, span: Span) -> Option<String> {
    let words = cut(&document.words(span), LONG_QUOTE);
    (!words.is_empty()).then_some(words)
}

fn cut(words: &str, longest: usize) -> String {
    match words.char_indices().nth(longest) {
        Some((end, _)) => [words[..end].trim_end(), "…"].concat(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str, offset_minutes: Option<i32>) -> String {
        zone_words(&ZoneFact { name: name.to_owned(), offset_minutes, evidence: Vec::new() })
    }

    #[test]
    fn zones_are_named_with_their_offset() {
        assert_eq!(zone("WAT", Some(60)), "WAT (UTC+1)");
        assert_eq!(zone("UTC", Some(0)), "UTC");
        assert_eq!(zone("IST", Some(330)), "IST (UTC+5:30)");
        assert_eq!(zone("PST", Some(-480)), "PST (UTC−8)");
        assert_eq!(zone("CST", None), "CST, offset open");
    }

    #[test]
    fn single_windows_stand_behind_the_day_and_the_zone() {
        let text = "Between 08:10 to 08:30 UTC and 09:05 to 09:40 UTC on 9 May 2024 users saw errors.";
        let extraction = crate::extract::extract(text, &crate::extract::Options::default());
        let detail = extraction.incidents.first().map(window_detail);
        assert_eq!(detail.as_deref(), Some("9 May 2024 · UTC · 08:10 to 08:30 and 09:05 to 09:40"));
    }

    #[test]
    fn numbers_keep_two_decimals_at_most() {
        assert_eq!(number(75.0), "75");
        assert_eq!(number(0.5), "0.5");
        assert_eq!(number(33.333_333), "33.33");
    }

    #[test]
    fn a_heading_names_the_place_of_a_statement() {
        let text = "# Report\n\nIntro.\n\n## Impact:\n\nHalf of all users.";
        let document = Document::parse(text, None);
        let at = |words: &str| {
            let start = text.find(words).unwrap_or_default();
            place_of(&document, Span::new(start, start + words.len()))
        };
        assert_eq!(at("Half").as_deref(), Some("under “Impact”"));
        assert_eq!(at("Intro"), None);
        assert_eq!(at("Report").as_deref(), Some("in the title"));
    }
}
