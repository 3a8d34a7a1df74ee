//! What is kept from visit to visit, corrected, named, tagged, deleted and brought back.

use std::rc::Rc;

use outage_lens::document::Document;
use outage_lens::metrics::DurationDefinition;
use outage_lens::state::{
    Action, Correctable, Effect, FactId, Keep, Landing, NoteField, ReportId, SAMPLES, Setting, SortKey,
    Storage, View, fact_parts, fact_sheet, open_page, tags_in_use, typed,
};

use crate::page::{Page, entry};

const REPORT: &str =
    "# Checkout down\n\nOn 9 May 2024 from 14:00 UTC to 15:00 UTC checkout was down for 40% of users.\n";

fn correct(page: &mut Page, fact: Correctable, words: &str) {
    page.tell(Action::FactsCorrected(vec![(fact, words.to_owned())]));
}

fn minutes(page: &Page) -> Option<f64> {
    page.state.selected_incident()?.duration.as_ref()?.minutes
}

fn reopened(page: &Page) -> Page {
    Page::reopened(page.library.clone(), page.now_ms)
}

fn titles(page: &Page) -> Vec<String> {
    open_page(&page.state).entries.into_iter().map(|entry| entry.title).collect()
}

#[test]
fn what_was_pasted_is_there_after_a_reload_and_its_words_when_it_is_opened() {
    let mut page = Page::default();
    page.paste(REPORT);
    let mut again = reopened(&page);
    assert_eq!(again.state.storage, Storage::Kept);
    assert_eq!(open_page(&again.state).entries[0].duration, open_page(&page.state).entries[0].duration);
    assert_eq!(again.texts(), [""]);
    again.tell(Action::ReportSelected(entry(0)));
    assert_eq!(again.texts(), [REPORT]);
    let start = again.state.selected_incident().and_then(|incident| incident.start.as_ref());
    assert!(start.is_some_and(|start| !start.evidence.is_empty()));
    // Reading it again finds what is known already, and nothing is written anew.
    assert!(!again.effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
}

#[test]
fn every_sample_lists_the_same_from_the_library_as_from_its_text() {
    let mut page = Page::default();
    for place in 0..SAMPLES.len() {
        page.tell(Action::SampleOpened(place));
    }
    let again = reopened(&page);
    assert_eq!(open_page(&again.state).entries, open_page(&page.state).entries);
}

#[test]
fn a_text_that_is_being_written_is_kept_when_it_is_read() {
    let mut page = Page::default();
    page.write("The outage").write("The outage lasted 2 hours.");
    assert_eq!(&*page.library[&0].1, "The outage lasted 2 hours.");
    page.write("");
    assert_eq!(&*page.library[&0].1, "The outage lasted 2 hours.", "an emptied field keeps the last words");
}

#[test]
fn a_correction_takes_the_place_of_what_was_read_and_survives_a_reload() {
    let mut page = Page::default();
    page.paste(REPORT).tell(Action::CorrectionBegun(Correctable::Duration));
    assert!(page.state.correcting.is_some());
    correct(&mut page, Correctable::Duration, "1 h 20 min");
    assert_eq!((minutes(&page), page.state.correcting.clone()), (Some(80.0), None));
    let mut again = reopened(&page);
    assert!(open_page(&again.state).entries[0].is_corrected);
    again.tell(Action::ReportSelected(entry(0)));
    assert_eq!(minutes(&again), Some(80.0));
    let parts = fact_parts(&again.state.reports[0], 0, FactId::Duration);
    assert_eq!((parts[0].words.as_str(), parts[0].original.as_deref()), ("1 h 20 min", Some("1 h")));
    again.tell(Action::CorrectionWithdrawn(Correctable::Duration));
    assert_eq!(minutes(&again), Some(60.0));
}

#[test]
fn what_makes_no_sense_leaves_the_field_open_with_a_sentence() {
    let mut page = Page::default();
    page.paste(REPORT);
    correct(&mut page, Correctable::Impact, "lots");
    let problem = page.state.correcting.as_ref().and_then(|correcting| correcting.problem);
    assert!(problem.is_some_and(|sentence| sentence.contains("75 %")), "{problem:?}");
    assert_eq!(page.state.selected_incident().and_then(|it| it.impact.as_ref()?.percent), Some(40.0));
}

#[test]
fn changes_are_undone_one_after_the_other() {
    let mut page = Page::default();
    page.paste(REPORT);
    correct(&mut page, Correctable::Duration, "2 h");
    correct(&mut page, Correctable::Duration, "3 h");
    page.tell(Action::EntryRenamed(entry(0), "Card payments".to_owned()));
    page.tell(Action::TagsWritten(entry(0), "eu, cards".to_owned()));
    assert_eq!(titles(&page), ["Card payments"]);
    page.tell(Action::ChangeUndone).tell(Action::ChangeUndone);
    assert_eq!((titles(&page), minutes(&page)), (vec!["Checkout down".to_owned()], Some(180.0)));
    page.tell(Action::ChangeUndone);
    assert_eq!(minutes(&page), Some(120.0));
    page.tell(Action::ChangeUndone).tell(Action::ChangeUndone).tell(Action::ChangeUndone);
    assert_eq!((minutes(&page), page.texts()), (Some(60.0), vec![REPORT]));
}

#[test]
fn undoing_a_deletion_loses_nothing_that_came_meanwhile() {
    let mut page = Page::default();
    page.paste("It lasted 1 h.").tell(Action::ReportRemoved(ReportId(0))).paste("It lasted 2 h.");
    page.tell(Action::ChangeUndone);
    assert_eq!(page.texts(), ["It lasted 1 h.", "It lasted 2 h."]);
    assert!(
        page.state.deleted.is_empty() && page.library.values().all(|(record, _)| record.deleted_ms.is_none())
    );
}

#[test]
fn a_deleted_report_can_be_brought_back_after_a_reload_until_it_is_erased() {
    let mut page = Page::default();
    page.paste("It lasted 1 h.").paste("It lasted 2 h.").tell(Action::ReportRemoved(ReportId(0)));
    let mut again = reopened(&page);
    assert_eq!((again.state.reports.len(), again.state.deleted.len()), (1, 1));
    again.tell(Action::ViewChosen(View::Deleted)).tell(Action::ReportRestored(ReportId(0)));
    assert_eq!((again.state.reports.len(), again.state.view), (2, View::Report));
    again.tell(Action::ReportRemoved(ReportId(0))).tell(Action::ErasureRequested);
    assert_eq!(again.effects.last(), Some(&Effect::AskToErase { count: 1 }));
    again.tell(Action::DeletedErased);
    assert_eq!(again.library.len(), 1);
    again.tell(Action::ChangeUndone);
    assert_eq!(again.state.reports.len(), 1, "what is gone for good does not come back");
}

#[test]
fn what_was_deleted_thirty_days_ago_goes_for_good() {
    let mut page = Page::default();
    page.paste("It lasted 1 h.").tell(Action::ReportRemoved(ReportId(0)));
    let later = Page::reopened(page.library.clone(), page.now_ms + 31.0 * 86_400_000.0);
    assert!(later.state.deleted.is_empty() && later.library.is_empty());
}

#[test]
fn another_page_is_followed_and_the_later_change_wins() {
    let mut one = Page::default();
    one.paste(REPORT);
    let mut two = reopened(&one);
    two.now_ms += 100.0;
    two.tell(Action::ReportSelected(entry(0)));
    correct(&mut two, Correctable::Duration, "5 h");
    let saved = vec![two.library[&0].0.clone()];
    one.library.clone_from(&two.library);
    one.tell(Action::LibraryChanged { saved, erased: Vec::new() });
    assert_eq!((minutes(&one), one.texts()), (Some(300.0), vec![REPORT]));
    let mut stale = two.library[&0].0.clone();
    stale.changed_ms = 0.0;
    stale.incidents[0].corrections.clear();
    one.tell(Action::LibraryChanged { saved: vec![stale], erased: Vec::new() });
    assert_eq!(minutes(&one), Some(300.0));
    let kept = one.effects.iter().filter(|effect| matches!(effect, Effect::Keep(_))).count();
    one.tell(Action::LibraryChanged { saved: Vec::new(), erased: vec![ReportId(0)] });
    assert!(one.state.reports.is_empty() && one.state.selected.is_none());
    assert_eq!(one.effects.iter().filter(|effect| matches!(effect, Effect::Keep(_))).count(), kept);
}

#[test]
fn an_imported_library_is_merged_and_kept() {
    let mut page = Page::default();
    page.paste(REPORT);
    let (record, text) = page.library[&0].clone();
    let mut other = Page {
        state: Rc::new(outage_lens::state::State::numbered_from(70)),
        now_ms: 99.0,
        ..Page::default()
    };
    other.paste("It lasted 2 h.");
    let sentence = "1 report was added.".to_owned();
    other.tell(Action::LibraryImported { reports: vec![(record, Some(text))], sentence });
    assert_eq!(other.texts(), ["", "It lasted 2 h."], "its text is in the library until it is opened");
    other.tell(Action::ReportSelected(entry(0)));
    assert_eq!(other.texts()[0], REPORT);
    assert!(other.state.reports[0].reading.is_some());
    assert_eq!((other.library.len(), other.notice()), (2, "1 report was added."));
    let Some(Effect::Keep(kept)) = other.effects.iter().rfind(|effect| matches!(effect, Effect::Keep(_)))
    else {
        panic!("what is imported is kept");
    };
    assert!(matches!(&kept[..], [Keep { text: Some(_), .. }]));
}

#[test]
fn an_exported_library_is_told_from_a_report_by_its_beginning() {
    let mut page = Page::default();
    let library = "{\"schema\":\"outage-lens/library/1\",\"reports\":[]}".to_owned();
    page.tell(Action::FileRead { name: "outages.json".into(), text: library });
    assert!(matches!(page.effects.last(), Some(Effect::ReadLibrary { .. })) && page.state.reports.is_empty());
}

#[test]
fn without_storage_everything_goes_on_and_a_banner_says_so() {
    let mut page = Page::default();
    page.tell(Action::StorageFailed { sentence: "Storage is off.".to_owned() }).paste(REPORT);
    assert_eq!(page.state.storage, Storage::InMemory { sentence: "Storage is off.".to_owned() });
    assert_eq!(minutes(&page), Some(60.0));
}

#[test]
fn the_list_is_searched_and_sorted_and_the_unknown_stays_at_its_end() {
    let mut page = Page::default();
    page.paste("# B\n\nThe outage lasted 2 hours.").paste("# A\n\nThe outage lasted 30 minutes.");
    page.paste("# C\n\nOn 9 May 2024 at 14:00 UTC the site went down.");
    page.tell(Action::TagsWritten(entry(0), "EU-West".to_owned()));
    let set = |page: &mut Page, setting| {
        page.tell(Action::SettingChosen(setting));
    };
    set(&mut page, Setting::Sort(SortKey::Title));
    assert_eq!(titles(&page), ["A", "B", "C"]);
    set(&mut page, Setting::Sort(SortKey::Duration));
    assert_eq!(titles(&page)[..2], ["A", "B"]);
    set(&mut page, Setting::Sort(SortKey::Duration));
    assert_eq!(titles(&page)[..2], ["B", "A"]);
    set(&mut page, Setting::Search("eu-w".into()));
    assert_eq!(titles(&page), ["B"]);
    assert_eq!((open_page(&page.state).found, open_page(&page.state).all), (1, 3));
    set(&mut page, Setting::Search("nothing like it".into()));
    assert!(titles(&page).is_empty());
}

#[test]
fn the_address_brings_view_and_settings_back() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).paste(SAMPLES[1].text).tell(Action::ViewChosen(View::Compare));
    page.tell(Action::SettingChosen(Setting::Definition(DurationDefinition::Stated)));
    let Some(Effect::ShowAddress { words, is_step: false }) = page.effects.last().cloned() else {
        panic!("a setting shows in the address");
    };
    let mut again = Page { state: Rc::new(outage_lens::state::State::numbered_from(900)), ..Page::default() };
    again.library.clone_from(&page.library);
    again.tell(Action::AddressVisited(words));
    assert_eq!(again.state.view, View::Report, "before the library is open there is nothing to compare");
    let reports = again.library.values().map(|(record, _)| record.clone()).collect();
    again.tell(Action::LibraryLoaded { reports, damaged: 0 });
    assert_eq!(again.state.view, View::Compare);
    assert_eq!(again.state.settings.definition, DurationDefinition::Stated);
}

#[test]
fn what_stands_as_it_was_is_no_correction_and_what_the_report_says_takes_one_back() {
    let mut page = Page::default();
    page.paste(REPORT);
    let words =
        |page: &Page, fact| page.state.selected_incident().map(|it| typed(it, fact)).unwrap_or_default();
    let shown = words(&page, Correctable::Duration);
    correct(&mut page, Correctable::Duration, &shown);
    assert!(!open_page(&page.state).entries[0].is_corrected && page.state.notice.is_none());
    correct(&mut page, Correctable::Duration, "2 h");
    assert!(open_page(&page.state).entries[0].is_corrected);
    correct(&mut page, Correctable::Duration, &shown);
    assert!(!open_page(&page.state).entries[0].is_corrected);
    assert_eq!(minutes(&page), Some(60.0));
}

#[test]
fn both_ends_of_a_window_are_one_change_and_neither_is_taken_where_one_makes_no_sense() {
    let mut page = Page::default();
    page.paste(REPORT);
    let ends = |end: &str| {
        let start = (Correctable::Start, "2024-05-09 13:00".to_owned());
        Action::FactsCorrected(vec![start, (Correctable::End, end.to_owned())])
    };
    page.tell(ends("later"));
    let problem = page.state.correcting.as_ref().map(|correcting| correcting.fact);
    assert_eq!((problem, minutes(&page)), (Some(Correctable::End), Some(60.0)));
    page.tell(ends("2024-05-09 16:00"));
    assert_eq!((page.state.correcting.clone(), minutes(&page)), (None, Some(180.0)));
    page.tell(Action::ChangeUndone);
    assert_eq!(minutes(&page), Some(60.0));
}

#[test]
fn a_fact_that_was_taken_out_says_so_and_one_that_nobody_told_can_be_added() {
    let mut page = Page::default();
    page.paste(REPORT);
    correct(&mut page, Correctable::Impact, "");
    correct(&mut page, Correctable::Severity, "SEV-2");
    let report = &page.state.reports[0];
    let sheet = fact_sheet(&Document::default(), report, 0, &report.incidents()[0]);
    let impact = &sheet.headline[1];
    assert_eq!(impact.view.caption, "corrected by you: not told");
    assert_eq!(impact.parts[0].original.as_deref(), Some("40 % of users"));
    assert_eq!(sheet.further[0].view.headline.as_deref(), Some("SEV-2"));
    let absent: Vec<FactId> = sheet.absent.iter().map(|fact| fact.view.id).collect();
    assert_eq!(absent, [FactId::Service, FactId::Acknowledged, FactId::Mitigated]);
}

#[test]
fn a_key_corrects_the_chosen_fact_and_the_focus_returns_to_it() {
    let mut page = Page::default();
    page.paste(REPORT).tell(Action::CorrectionRequested);
    assert!(page.state.correcting.is_none() && page.notice().contains("Choose"));
    page.tell(Action::FactChosen(FactId::Window)).tell(Action::CorrectionRequested);
    assert_eq!(page.state.correcting.as_ref().map(|it| it.fact), Some(Correctable::Start));
    page.tell(Action::FieldGivenUp);
    assert_eq!(page.effects.last(), Some(&Effect::ReturnFocus(Landing::Fact(FactId::Window))));
}

#[test]
fn the_focus_goes_to_the_neighbor_of_a_deleted_report_in_the_list_as_it_is_shown() {
    let mut page = Page::default();
    for title in ["B", "A", "C"] {
        page.paste(&format!("# {title}\n\nThe outage lasted 2 hours."));
    }
    page.tell(Action::SettingChosen(Setting::Sort(SortKey::Title)));
    page.tell(Action::ReportRemoved(ReportId(1)));
    assert!(page.effects.contains(&Effect::ReturnFocus(Landing::Entry(entry(0)))));
    page.tell(Action::ReportRemoved(ReportId(2)));
    assert!(page.effects.iter().rev().take(3).any(|it| *it == Effect::ReturnFocus(Landing::Entry(entry(0)))));
}

#[test]
fn tags_are_offered_once_each() {
    let mut page = Page::default();
    page.paste("It lasted 1 h.").paste("It lasted 2 h.");
    page.tell(Action::TagsWritten(entry(0), "eu, cards".to_owned()));
    page.tell(Action::TagsWritten(entry(1), "cards, apac".to_owned()));
    assert_eq!(
        tags_in_use(&page.state).iter().map(|tag| &**tag).collect::<Vec<_>>(),
        ["apac", "cards", "eu"]
    );
}

#[test]
fn the_banner_goes_once_everything_is_kept_again() {
    let mut page = Page::default();
    page.tell(Action::LibraryLoaded { reports: Vec::new(), damaged: 0 });
    page.tell(Action::StorageFailed { sentence: "There is no more room.".to_owned() });
    assert!(matches!(page.state.storage, Storage::InMemory { .. }));
    page.tell(Action::LibrarySaved);
    assert_eq!(page.state.storage, Storage::Kept);
}

#[test]
fn a_note_is_written_in_a_field_that_closes_with_it_and_undo_says_what_it_did() {
    let mut page = Page::default();
    page.paste(REPORT);
    for (field, written, undone) in [
        (NoteField::Name, Action::EntryRenamed(entry(0), "Shop".to_owned()), "The name is as it was."),
        (NoteField::Tags, Action::TagsWritten(entry(0), "eu".to_owned()), "The tags are as they were."),
    ] {
        page.tell(Action::NoteBegun(field));
        assert_eq!(page.state.writing, Some(field));
        page.tell(written);
        assert_eq!(page.state.writing, None);
        assert_eq!(
            page.effects.iter().rfind(|it| matches!(it, Effect::ReturnFocus(_))),
            Some(&Effect::ReturnFocus(Landing::Note(field)))
        );
        page.tell(Action::ChangeUndone);
        assert_eq!(page.notice(), undone);
    }
}
