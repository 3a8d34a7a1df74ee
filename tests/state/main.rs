//! What happens to the page, as sequences of actions and what the views then show.

mod comparing;
mod correcting;
mod library;
mod page;
mod sharing;

use std::rc::Rc;

use outage_lens::extract::{Extraction, Options, extract};
use outage_lens::state::{
    Action, Effect, FactId, FileInfo, ReportId, SAMPLES, Source, Step, Theme, View, action_for_key,
    open_page, timeline_rows,
};

use crate::page::{Page, entry};

#[test]
fn a_paste_makes_a_report_puts_it_on_view_and_has_it_read() {
    let mut page = Page::default();
    page.paste("The outage lasted 2 hours.");
    assert_eq!(page.texts(), ["The outage lasted 2 hours."]);
    assert_eq!(page.state.selected, Some(entry(0)));
    assert!(!page.state.reports[0].is_being_read());
}

#[test]
fn every_further_paste_is_a_report_of_its_own() {
    let mut page = Page::default();
    page.paste("one").paste("two").paste("two");
    assert_eq!(page.texts(), ["one", "two", "two"]);
    assert_eq!(page.state.selected, Some(entry(2)));
}

#[test]
fn a_blank_paste_says_so_and_changes_nothing_else() {
    let mut page = Page::default();
    page.paste("one").paste(" \n\t ");
    assert_eq!(page.texts(), ["one"]);
    assert_eq!(page.notice(), "The clipboard holds no text to read.");
}

#[test]
fn writing_begins_one_report_and_stays_in_it() {
    let mut page = Page::default();
    page.write("T").write("Th").write("The");
    assert_eq!(page.texts(), ["The"]);
    assert!(page.state.editing);
    assert_eq!(page.state.reports[0].revision, 2);
}

#[test]
fn a_paste_beside_a_text_that_is_being_written_leaves_it_alone() {
    let mut page = Page::default();
    page.write("half a sent").paste("another report");
    assert_eq!(page.texts(), ["half a sent", "another report"]);
    page.tell(Action::ReportSelected(entry(0))).write("half a sentence");
    assert_eq!(page.texts(), ["half a sentence", "another report"]);
}

#[test]
fn a_text_that_was_deleted_goes_when_another_report_comes_on_view() {
    let mut page = Page::default();
    page.paste("one").tell(Action::ReportBegun).write("x").write("");
    assert_eq!(page.texts(), ["one", ""]);
    page.tell(Action::ReportSelected(entry(0)));
    assert_eq!(page.texts(), ["one"]);
}

#[test]
fn an_answer_to_an_older_text_is_ignored() {
    let mut page = Page::default();
    page.write("a").write("ab");
    let before = Rc::clone(&page.state);
    let extraction = Rc::new(Extraction::default());
    page.tell(Action::Extracted { report: ReportId(0), revision: 0, text: "a".into(), extraction });
    assert!(Rc::ptr_eq(&before, &page.state));
}

#[test]
fn an_action_that_changes_nothing_keeps_the_very_same_state() {
    let mut page = Page::default();
    page.paste("one");
    let before = Rc::clone(&page.state);
    page.tell(Action::FactPointed(None)).write("one").tell(Action::ViewChosen(View::Compare));
    assert!(Rc::ptr_eq(&before, &page.state));
}

#[test]
fn the_comparison_opens_from_two_incidents_on_and_a_report_leads_back() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).paste("milk, eggs").tell(Action::ViewChosen(View::Compare));
    assert_eq!(page.state.view, View::Report);
    page.paste(SAMPLES[1].text).tell(Action::ViewChosen(View::Compare));
    assert_eq!(page.state.view, View::Compare);
    page.tell(Action::ReportSelected(entry(0)));
    assert_eq!(page.state.view, View::Report);
}

#[test]
fn a_removed_report_comes_back_where_it_stood() {
    let mut page = Page::default();
    page.paste("one").paste("two").paste("three").tell(Action::ReportRemoved(ReportId(1)));
    assert_eq!(page.texts(), ["one", "three"]);
    assert!(page.state.notice.as_ref().is_some_and(|notice| notice.offers_undo));
    page.tell(Action::ChangeUndone);
    assert_eq!(page.texts(), ["one", "two", "three"]);
    assert_eq!(page.state.selected, Some(entry(1)));
}

#[test]
fn emptying_the_list_asks_first_and_can_be_undone() {
    let mut page = Page::default();
    page.paste("one").paste("two").tell(Action::RemovalOfAllRequested);
    assert_eq!(page.effects.last(), Some(&Effect::AskToRemoveAll { count: 2 }));
    assert_eq!(page.texts(), ["one", "two"]);
    page.tell(Action::AllRemoved);
    assert!(page.texts().is_empty() && page.state.selected.is_none());
    page.tell(Action::ChangeUndone);
    assert_eq!(page.texts(), ["one", "two"]);
}

#[test]
fn a_sample_that_is_open_is_shown_again_rather_than_opened_twice() {
    let mut page = Page::default();
    page.tell(Action::SampleOpened(0)).tell(Action::SampleOpened(1)).tell(Action::SampleOpened(0));
    assert_eq!(page.texts(), [SAMPLES[0].text, SAMPLES[1].text]);
    assert_eq!(page.state.selected, Some(entry(0)));
    page.tell(Action::SampleOpened(SAMPLES.len()));
    assert_eq!(page.texts().len(), 2);
}

#[test]
fn files_are_read_except_the_ones_that_are_too_large() {
    let file = |key, name: &str, bytes| FileInfo { key, name: name.into(), bytes };
    let mut page = Page::default();
    page.tell(Action::FilesDropped(vec![file(0, "a.md", 900), file(1, "b.md", 20_000_001)]));
    let read = Effect::ReadFile { key: 0, name: "a.md".into() };
    assert_eq!(page.effects, [read, Effect::ForgetFile { key: 1 }]);
    assert_eq!(page.notice(), "b.md is larger than 20 MB and was not read.");
    page.tell(Action::FileRead { name: "a.md".into(), text: "one".to_owned() });
    assert_eq!(page.state.reports[0].source, Source::File("a.md".into()));
    page.tell(Action::FileRead { name: "c.md".into(), text: "\n".to_owned() });
    assert_eq!((page.texts().len(), page.notice()), (1, "c.md holds no text to read."));
}

#[test]
fn a_fact_is_lit_while_it_is_pointed_at_and_after_it_is_chosen() {
    let mut page = Page::default();
    page.paste("one").tell(Action::FactChosen(FactId::Duration));
    assert_eq!(page.state.lit(), Some(FactId::Duration));
    page.tell(Action::PhrasePointed(FactId::Impact));
    assert_eq!(page.state.lit(), Some(FactId::Impact));
    page.tell(Action::FactPointed(None));
    assert_eq!(page.state.lit(), Some(FactId::Duration));
    page.tell(Action::FactChosen(FactId::Duration));
    assert_eq!(page.state.lit(), None);
}

#[test]
fn a_phrase_shows_its_fact_and_a_fact_its_words() {
    let mut page = Page::default();
    page.paste("one").tell(Action::PhraseChosen(FactId::Window)).tell(Action::FactChosen(FactId::Impact));
    let expected = [Effect::ShowFact(FactId::Window), Effect::RevealEvidence(FactId::Impact)];
    let of_facts = |effect: &&Effect| matches!(effect, Effect::ShowFact(_) | Effect::RevealEvidence(_));
    let told: Vec<Effect> = page.effects.iter().filter(of_facts).cloned().collect();
    assert_eq!(told, expected);
}

#[test]
fn another_report_lets_go_of_the_chosen_fact() {
    let mut page = Page::default();
    page.paste("one").tell(Action::FactChosen(FactId::Duration)).paste("two");
    assert_eq!(page.state.chosen, None);
}

#[test]
fn neighbors_stop_at_both_ends() {
    let mut page = Page::default();
    page.paste("one").paste("two");
    page.tell(Action::NeighborSelected(Step::Next));
    assert_eq!(page.state.selected, Some(entry(1)));
    page.tell(Action::NeighborSelected(Step::Previous)).tell(Action::NeighborSelected(Step::Previous));
    assert_eq!(page.state.selected, Some(entry(0)));
}

#[test]
fn the_theme_goes_round_and_is_applied() {
    let mut page = Page::default();
    for theme in [Theme::Light, Theme::Dark, Theme::System] {
        let next = page.state.theme.next();
        page.tell(Action::ThemeChosen(next));
        assert_eq!(page.state.theme, theme);
        assert_eq!(page.effects.last(), Some(&Effect::ApplyTheme(theme)));
        assert_eq!(Theme::of_name(theme.as_str()), theme);
    }
}

#[test]
fn keys_do_nothing_while_a_dialog_is_open() {
    let mut page = Page::default();
    let open = action_for_key(&page.state, "?");
    page.tell(open.unwrap_or(Action::NoticeDismissed));
    assert!(page.state.dialog.is_some());
    assert!(action_for_key(&page.state, "n").is_none());
    page.tell(Action::DialogClosed);
    assert!(action_for_key(&page.state, "n").is_some());
    assert!(action_for_key(&page.state, "x").is_none());
}

#[test]
fn a_text_without_an_incident_stays_on_the_list() {
    let mut page = Page::default();
    page.paste("milk\neggs\nbread\n");
    let entries = open_page(&page.state).entries;
    assert_eq!(entries.len(), 1);
    assert!(!entries[0].found);
    assert_eq!(entries[0].title, "milk");
    assert_eq!(entries[0].duration, None);
}

#[test]
fn an_entry_of_which_only_the_day_is_known_says_so() {
    let text = "# Leaked token\n\n## Timeline\n\n- 2023-04-03: A user reports a leaked token\n\
                - 2023-04-07 14:20 UTC: Token revoked, incident resolved\n";
    let extraction = extract(text, &Options::default());
    let (rows, _) = timeline_rows(&extraction.incidents[0]);
    let times: Vec<_> = rows.iter().map(|row| row.time.as_deref()).collect();
    assert_eq!(times, [Some("that day"), Some("14:20")]);
}
