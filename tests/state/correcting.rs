//! The zone and single timeline entries, corrected in place.

use outage_lens::document::Document;
use outage_lens::incident::{Incident, Phase};
use outage_lens::metrics::{PhaseSpan, SpanKind, phase_spans};
use outage_lens::state::{
    Action, Correctable, EntryPart, FactId, SheetRow, fact_parts, fact_sheet, incident_of_words, marks,
    timeline_sheet,
};

use crate::page::{Page, entry};

const REPORT: &str = "# Checkout down

Date: 9 May 2024, all times UTC

## Timeline

- 14:00 Outage begins: checkout fails for everyone
- 14:07 An alert fires and pages the on-call engineer
- 14:20 The root cause is found: a full disk
- 14:31 Somebody orders pizza
- 15:00 Service is fully restored
";

fn pasted() -> Page {
    let mut page = Page::default();
    page.paste(REPORT);
    page
}

fn reopened(page: &Page) -> Page {
    Page::reopened(page.library.clone(), page.now_ms)
}

fn shown(page: &Page) -> &Incident {
    &page.state.reports[0].incidents()[0]
}

fn correct(page: &mut Page, place: usize, part: EntryPart, words: &str) {
    page.tell(Action::FactsCorrected(vec![(Correctable::Entry(place, part), words.to_owned())]));
}

fn rows(page: &Page) -> Vec<SheetRow> {
    timeline_sheet(&page.state.reports[0], 0, shown(page)).0
}

fn at(page: &Page, place: usize) -> String {
    shown(page).timeline[place].at.map(|at| at.to_string()).unwrap_or_default()
}

fn detected(page: &Page) -> Option<String> {
    shown(page).detected.as_ref().map(|it| it.at.to_string())
}

fn minutes(page: &Page) -> Option<f64> {
    shown(page).duration.as_ref()?.minutes
}

/// The figures of the comparison, from the page as it is and from the library alone.
fn assert_kept(page: &Page) {
    let again = reopened(page);
    assert!(again.state.reports[0].reading.is_none());
    let facts = |page: &Page| {
        let incident = shown(page);
        let at =
            [&incident.start, &incident.detected, &incident.acknowledged, &incident.mitigated, &incident.end]
                .map(|moment| moment.as_ref().map(|it| (it.at, it.offset_minutes)));
        (
            at,
            minutes(page),
            phase_spans(incident),
            incident.zone.as_ref().map(|it| (it.name.clone(), it.offset_minutes)),
        )
    };
    assert_eq!(facts(&again), facts(page));
    // Opening the report finds what is known already, and nothing is written anew.
    let mut again = again;
    again.effects.clear();
    again.tell(Action::ReportSelected(entry(0)));
    assert!(again.state.reports[0].reading.is_some());
    assert_eq!(facts(&again), facts(page));
    assert_eq!(rows(&again), rows(page));
    let kept = again.effects.iter().any(|effect| matches!(effect, outage_lens::state::Effect::Keep(_)));
    assert!(!kept, "reading again changes nothing");
}

#[test]
fn the_report_reads_as_expected() {
    let page = pasted();
    assert_eq!(rows(&page).len(), 5);
    assert_eq!(detected(&page).as_deref(), Some("2024-05-09T14:07"));
    assert_eq!(minutes(&page), Some(60.0));
    assert_eq!(shown(&page).timeline[2].phase, Phase::Identified);
    assert!(rows(&page).iter().all(|row| row.is_there && !row.is_corrected() && row.parts.len() == 3));
    assert_kept(&page);
}

#[test]
fn a_corrected_zone_is_the_zone_of_every_time_that_was_told_in_it() {
    let mut page = pasted();
    let zone = |words: &str| Action::FactsCorrected(vec![(Correctable::Zone, words.to_owned())]);
    page.tell(zone("the moon"));
    let problem = page.state.correcting.as_ref().and_then(|it| it.problem);
    assert!(problem.is_some_and(|sentence| sentence.contains("Europe/Paris")));
    page.tell(zone("Europe/Paris"));
    let offsets = |page: &Page| {
        let incident = shown(page);
        let entries = incident.timeline.iter().map(|event| event.offset_minutes);
        entries.chain([incident.start.as_ref().and_then(|start| start.offset_minutes)]).collect::<Vec<_>>()
    };
    assert_eq!(offsets(&page), [Some(120); 6]);
    assert_eq!((minutes(&page), detected(&page).as_deref()), (Some(60.0), Some("2024-05-09T14:07")));
    let sheet = fact_sheet(&Document::default(), &page.state.reports[0], 0, shown(&page));
    let window = &sheet.headline[2].view;
    assert!(window.detail.contains("Europe/Paris (UTC+2)"), "{}", window.detail);
    let parts = fact_parts(&page.state.reports[0], 0, FactId::Zone);
    assert_eq!((parts[0].words.as_str(), parts[0].original.as_deref()), ("Europe/Paris", Some("UTC")));
    assert_kept(&page);
    for words in ["UTC+5:30", "+05:30"] {
        page.tell(zone(words));
        assert_eq!(offsets(&page), [Some(330); 6], "{words}");
    }
    page.tell(zone("CST"));
    assert_eq!(offsets(&page), [None; 6], "nobody knows which CST");
    page.tell(Action::CorrectionWithdrawn(Correctable::Zone));
    assert_eq!(offsets(&page), [Some(0); 6]);
    for offset in [None, Some(330), Some(330), Some(120), Some(0)] {
        page.tell(Action::ChangeUndone);
        assert_eq!(offsets(&page), [offset; 6], "each change is undone alone");
    }
}

#[test]
fn a_time_without_a_zone_is_in_the_zone_that_the_report_has_whenever_that_is_corrected() {
    let mut page = pasted();
    page.tell(Action::FactsCorrected(vec![(Correctable::Detected, "14:10".to_owned())]));
    page.tell(Action::FactsCorrected(vec![(Correctable::Zone, "EST".to_owned())]));
    let offset = |page: &Page| shown(page).detected.as_ref().and_then(|it| it.offset_minutes);
    assert_eq!(offset(&page), Some(-300));
    page.tell(Action::FactsCorrected(vec![(Correctable::Detected, "19:10 UTC".to_owned())]));
    assert_eq!(offset(&page), Some(0));
    assert_kept(&page);
}

#[test]
fn a_corrected_time_moves_the_entry_and_the_fact_that_was_read_from_it() {
    let mut page = pasted();
    correct(&mut page, 1, EntryPart::Time, "14:12");
    assert_eq!(
        (at(&page, 1).as_str(), detected(&page).as_deref()),
        ("2024-05-09T14:12", Some("2024-05-09T14:12"))
    );
    let row = &rows(&page)[1];
    assert!(row.is_corrected());
    assert_eq!(row.parts[0].original.as_deref(), Some("2024-05-09 14:07"));
    assert_kept(&page);
    correct(&mut page, 4, EntryPart::Time, "15:30");
    assert_eq!(minutes(&page), Some(90.0));
    assert_kept(&page);
    page.tell(Action::CorrectionWithdrawn(Correctable::Entry(1, EntryPart::Time)));
    assert_eq!((detected(&page).as_deref(), minutes(&page)), (Some("2024-05-09T14:07"), Some(90.0)));
    page.tell(Action::ChangeUndone).tell(Action::ChangeUndone);
    assert_eq!((detected(&page).as_deref(), minutes(&page)), (Some("2024-05-09T14:12"), Some(60.0)));
}

#[test]
fn a_fact_that_the_user_settled_does_not_follow_its_entry() {
    let mut page = pasted();
    page.tell(Action::FactsCorrected(vec![(Correctable::Detected, "14:09".to_owned())]));
    correct(&mut page, 1, EntryPart::Time, "14:12");
    assert_eq!(detected(&page).as_deref(), Some("2024-05-09T14:09"));
    assert_kept(&page);
}

#[test]
fn a_corrected_phase_changes_what_the_entry_tells() {
    let mut page = pasted();
    correct(&mut page, 3, EntryPart::Phase, "mitigated");
    assert_eq!(
        shown(&page).mitigated.as_ref().map(|it| it.at.to_string()).as_deref(),
        Some("2024-05-09T14:31")
    );
    let mitigating = |page: &Page| {
        phase_spans(shown(page))
            .into_iter()
            .find(|span| span.kind == SpanKind::Mitigate)
            .map(PhaseSpan::minutes)
    };
    assert_eq!(mitigating(&page), Some(11.0));
    assert_kept(&page);
    correct(&mut page, 1, EntryPart::Phase, "other");
    assert_eq!(detected(&page), None, "the entry no longer tells of it");
    correct(&mut page, 2, EntryPart::Phase, "other");
    correct(&mut page, 1, EntryPart::Phase, "identified");
    assert_kept(&page);
    page.tell(Action::ChangeUndone).tell(Action::ChangeUndone).tell(Action::ChangeUndone);
    assert_eq!(detected(&page).as_deref(), Some("2024-05-09T14:07"));
    correct(&mut page, 1, EntryPart::Phase, "noticed");
    assert!(
        page.state.correcting.as_ref().and_then(|it| it.problem).is_some_and(|it| it.contains("detected"))
    );
}

#[test]
fn a_removed_entry_is_gone_from_everything_but_its_row() {
    let mut page = pasted();
    correct(&mut page, 1, EntryPart::Removed, "removed");
    assert_eq!((shown(&page).timeline.len(), detected(&page)), (4, None));
    let rows = rows(&page);
    assert_eq!((rows.len(), rows[1].is_there, rows[1].parts[2].original.as_deref()), (5, false, Some("")));
    // What stands for entries is numbered alike in the table, the text and the chart.
    assert_eq!((rows[2].place, rows[2].row.id), (2, FactId::Entry(1)));
    let words = incident_of_words(&page.state.reports[0], 0).unwrap_or_default();
    assert_eq!(words.timeline[1].text, shown(&page).timeline[1].text);
    assert!(marks(&words).iter().any(|mark| mark.facts.contains(&FactId::Entry(3))));
    assert_kept(&page);
    page.tell(Action::FactChosen(FactId::Entry(1))).tell(Action::CorrectionRequested);
    let correcting = page.state.correcting.as_ref().map(|it| it.fact);
    assert_eq!(correcting, Some(Correctable::Entry(2, EntryPart::Time)));
    page.tell(Action::CorrectionWithdrawn(Correctable::Entry(1, EntryPart::Removed)));
    assert_eq!((shown(&page).timeline.len(), detected(&page).is_some()), (5, true));
    page.tell(Action::ChangeUndone);
    assert_eq!(shown(&page).timeline.len(), 4);
}

#[test]
fn a_correction_stays_with_its_entry_where_the_text_is_edited() {
    let mut page = pasted();
    correct(&mut page, 3, EntryPart::Phase, "mitigated");
    page.write(&REPORT.replace("- 14:07", "- 14:03 A customer calls\n- 14:07"));
    assert_eq!((shown(&page).timeline.len(), shown(&page).timeline[4].phase), (6, Phase::Mitigated));
    assert!(rows(&page)[4].is_corrected() && !rows(&page)[3].is_corrected());
    assert_kept(&page);
    // Where its words are gone, it says so and can be taken back.
    page.write(&REPORT.replace("- 14:31 Somebody orders pizza\n", ""));
    assert!(shown(&page).mitigated.is_none());
    let rows = rows(&page);
    assert_eq!((rows.len(), rows[4].is_there), (5, false));
    assert!(rows[4].row.text.contains("Somebody orders pizza (no longer in the text)"));
    page.write(REPORT);
    assert_eq!(shown(&page).timeline[3].phase, Phase::Mitigated);
}

#[test]
fn what_stands_in_the_fields_of_an_entry_changes_nothing() {
    let mut page = pasted();
    for row in rows(&page) {
        let typed: Vec<_> = row.parts.iter().map(|part| (part.fact, part.words.clone())).collect();
        page.tell(Action::FactsCorrected(typed));
    }
    assert!(page.state.reports[0].notes().is_empty());
    correct(&mut page, 1, EntryPart::Time, "25:99");
    assert!(page.state.correcting.as_ref().is_some_and(|it| it.problem.is_some()));
    correct(&mut page, 1, EntryPart::Time, "");
    assert_eq!((rows(&page)[1].row.time.clone(), detected(&page)), (None, None));
    assert_kept(&page);
    correct(&mut page, 1, EntryPart::Time, "2024-05-09 14:07");
    assert!(page.state.reports[0].notes().is_empty(), "what the report says takes the correction back");
}
