//! What holds for every text, however strange.
//!
//! Texts are put together from pieces of reports and from odd characters, so that the recognizers
//! have something to find, and from arbitrary bytes, so that they have something to trip over.

#[path = "support/incident_lines.rs"]
mod incident_lines;

use proptest::prelude::*;

use outage_lens::extract::{Extraction, Options, extract};
use outage_lens::incident::Incident;
use outage_lens::text::Span;
use outage_lens::wire;

use incident_lines::incident_lines;

/// Lines that reports are made of, whole and broken.
const LINES: &[&str] = &[
    "# Search outage",
    "## Timeline",
    "### Timeline (all times UTC)",
    "Date: 14 October 2025",
    "**Duration:** 2 hours 5 minutes (Start: 2022-06-09 13:20 UTC, End: 2022-06-09 15:25 UTC)",
    "- 14:02: Thumbnails stop to load",
    "- 2:30 PM: The team is paged",
    "- [12:20am]: Disk replaced",
    "* **16:58 UTC** – Service restored",
    "- 14:?? Somebody restarts the web tier",
    "| Time (CET) | Event |",
    "|---|---|",
    "| 10:14 | Certificate expires |",
    "| 11:06 | 100% of traffic restored |",
    "Between 09:12 and 11:47 UTC on 14 October 2025, 18% of requests failed.",
    "The outage lasted about 3 hours and affected 75% of our users.",
    "On Monday, March 3rd at 8pm the stack was down for 12 hrs.",
    "<b>Impact</b>: up to 10&nbsp;% of <a href='x'>calls</a>",
    "<table><tr><td>10:00<td>Outage begins</table>",
    "> > quoted 10:00 PST (UTC-7)",
    "```",
    "---",
    "~~~",
    "1. 24:00 the end",
    "\u{feff}été 10:00 — 10:30 ½ hour",
    "🔥 09:00\u{202e}UTC 50٪ of ユーザー for 5分",
    "a\u{301}\u{200b}12:00\u{0}pm",
    "    - 13:75 indented",
    "",
];

fn report() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        8 => proptest::sample::select(LINES).prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[-*|#:0-9apm% \\[\\]>`~<&;]{0,30}",
    ];
    proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

fn read(text: &str) -> Extraction {
    extract(text, &Options::default())
}

/// Every span of an extraction.
fn spans(extraction: &Extraction) -> Vec<Span> {
    let mut spans = Vec::new();
    for block in extraction.document.blocks() {
        spans.push(block.span);
        spans.extend(&block.cells);
        spans.extend(block.label.iter().flat_map(|label| [label.name, label.value]));
    }
    spans.extend(extraction.incidents.iter().flat_map(incident_spans));
    spans
}

fn incident_spans(incident: &Incident) -> Vec<Span> {
    let moments =
        [&incident.start, &incident.detected, &incident.acknowledged, &incident.mitigated, &incident.end];
    let mut spans = Vec::new();
    spans.extend(incident.severity.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.zone.iter().flat_map(|found| &found.evidence));
    spans.extend(moments.into_iter().flatten().flat_map(|found| &found.evidence));
    spans.extend(incident.duration.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.durations.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.impact.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.impacts.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.timeline.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.discrepancies.iter().flat_map(|found| &found.evidence));
    spans
}

fn wire_spans(incident: &wire::Incident) -> Vec<&wire::Span> {
    let moments = [&incident.start, &incident.detected, &incident.mitigated, &incident.end];
    let mut spans: Vec<&wire::Span> = Vec::new();
    spans.extend(moments.into_iter().flatten().flat_map(|found| &found.evidence));
    spans.extend(incident.durations.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.impacts.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.timeline.iter().flat_map(|found| &found.evidence));
    spans.extend(incident.discrepancies.iter().flat_map(|found| &found.evidence));
    spans
}

/// The incidents of a text as lines, without positions.
fn lines(text: &str) -> Vec<Vec<String>> {
    let extraction = read(text);
    extraction.incidents.iter().map(|incident| incident_lines(text, &extraction.document, incident)).collect()
}

/// What must hold for the extraction of any text at all.
fn hold_basics(text: &str) -> Result<(), TestCaseError> {
    let extraction = read(text);
    let visible = extraction.document.visible();
    prop_assert_eq!(visible.len(), text.len());
    for span in spans(&extraction) {
        prop_assert!(text.get(span.start..span.end).is_some(), "{:?} does not fit {:?}", span, text);
    }
    for incident in &extraction.incidents {
        hold_values(incident)?;
    }
    prop_assert_eq!(read(text), extraction);
    Ok(())
}

/// Values are finite and in their range, and every value shows its words.
fn hold_values(incident: &Incident) -> Result<(), TestCaseError> {
    for duration in incident.duration.iter().chain(&incident.durations) {
        for minutes in [duration.minutes, duration.low, duration.high].into_iter().flatten() {
            prop_assert!(minutes.is_finite() && minutes >= 0.0, "{} minutes", minutes);
        }
        prop_assert_eq!(duration.minutes.is_some(), duration.low.is_none());
        prop_assert_eq!(duration.low.is_some(), duration.high.is_some());
        prop_assert!(!duration.evidence.is_empty());
    }
    for impact in incident.impact.iter().chain(&incident.impacts) {
        for percent in [impact.percent, impact.low, impact.high].into_iter().flatten() {
            prop_assert!((0.0..=100.0).contains(&percent), "{} %", percent);
        }
        prop_assert!(!impact.evidence.is_empty());
    }
    for discrepancy in &incident.discrepancies {
        prop_assert!(!discrepancy.message.is_empty());
        prop_assert!(!discrepancy.evidence.is_empty());
    }
    for event in &incident.timeline {
        prop_assert!(!event.evidence.is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_in_the_text_and_values_in_their_range(text in report()) {
        hold_basics(&text)?;
    }

    #[test]
    fn arbitrary_bytes_are_read_calmly(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        hold_basics(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn arbitrary_characters_are_read_calmly(text in any::<String>()) {
        hold_basics(&text)?;
    }

    #[test]
    fn line_ends_of_windows_change_no_value(text in report()) {
        let unix = text.replace('\r', " ");
        let windows = unix.replace('\n', "\r\n");
        prop_assert_eq!(lines(&unix), lines(&windows));
    }

    #[test]
    fn a_paragraph_of_no_concern_changes_no_value(text in report()) {
        // What is open at the end of a text, such as a comment of HTML, may swallow a paragraph.
        let closed = format!("{text}\n\n?>\n]]>\n-->\n\n# Thanks\n");
        let longer = format!("{closed}\nWe thank our neighbors for the coffee and the patience.\n");
        prop_assert_eq!(lines(&closed), lines(&longer));
    }

    #[test]
    fn spans_of_the_data_format_quote_the_text_in_javascript_units(text in report()) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let report = wire::report(&text, &read(&text));
        for incident in &report.incidents {
            for span in wire_spans(incident) {
                let quote = units.get(span.start..span.end).map(String::from_utf16_lossy);
                prop_assert_eq!(quote.as_deref(), Some(span.text.as_str()));
            }
        }
    }

    #[test]
    fn a_report_that_is_cut_anywhere_is_read(text in report(), at in any::<prop::sample::Index>()) {
        let cut = at.index(text.len() + 1);
        let cut = (0..=cut).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        hold_basics(&text[..cut])?;
    }
}

#[test]
fn deep_nesting_ends_no_stack() {
    for piece in [">", "> ", "- ", "[", "(", "<b>", "**", "`", "1. ", "| ", "  - ", "\t", "# "] {
        let text = piece.repeat(100_000);
        assert_eq!(read(&text).document.visible().len(), text.len(), "{piece:?}");
    }
}

#[test]
fn texts_of_control_characters_hold_no_incident() {
    for text in ["\0", "\0\0\0\n\0", "\u{1e}\u{1f}\u{0}", "\r\r\r", "\u{feff}", "\u{fffd}"] {
        assert!(read(text).incidents.is_empty(), "{text:?}");
    }
}
