//! Reports leave in a link and come in from one.

use outage_lens::state::{Action, Copied, Dialog, Effect, SAMPLES, Share, Source, digests, open_page};
use outage_lens::wire::Detail;
use outage_lens::wire::link::{Parcel, link};

use crate::page::{Page, entry};

/// The link of what is shared now, without compression.
fn packed(page: &mut Page) -> String {
    let Some(Effect::PackLink(text)) = page.effects.last().cloned() else { panic!("a link is to be made") };
    let words = link(&Parcel { bytes: text.as_bytes().to_vec(), is_compressed: false });
    let address = ["https://lens.example/#share=", &words].concat();
    page.tell(Action::LinkPacked { text, link: address.as_str().into() });
    words
}

fn unpacked(page: &mut Page) {
    let Some(Effect::UnpackLink(parcel)) = page.effects.last().cloned() else {
        panic!("a link is to be read")
    };
    let text = String::from_utf8(parcel.bytes).unwrap_or_default();
    let texts = outage_lens::wire::link::parted(&text);
    page.tell(Action::SharedOpened { texts });
}

#[test]
fn a_link_brings_the_figures_to_another_page_and_not_the_text() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).paste(SAMPLES[1].text);
    page.tell(Action::ShareOpened(vec![entry(0), entry(1)]));
    assert_eq!(page.state.dialog, Some(Dialog::Share));
    let words = packed(&mut page);
    let mut other = Page::default();
    other.tell(Action::AddressVisited(["share=", &words].concat()));
    unpacked(&mut other);
    let of = |page: &Page| -> Vec<_> {
        open_page(&page.state)
            .entries
            .into_iter()
            .map(|it| (it.title, it.day, it.duration, it.impact))
            .collect()
    };
    assert_eq!(of(&other), of(&page));
    assert!(other.state.reports.iter().all(|report| report.source == Source::Link));
    let again = other.state.reports.len();
    other.tell(Action::AddressVisited(["share=", &words].concat()));
    unpacked(&mut other);
    assert_eq!(other.state.reports.len(), again, "the same link once more brings nothing new");
}

#[test]
fn a_picture_that_was_saved_opens_what_it_shows() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).paste(SAMPLES[1].text);
    let text = outage_lens::state::carried_text(&page.state, &[entry(0), entry(1)]);
    let svg = outage_lens::wire::carried::into_svg("<svg></svg>", &text);
    let mut other = Page::default();
    other.tell(Action::FileRead { name: "chart.svg".into(), text: svg });
    let minutes = |page: &Page| -> Vec<_> {
        open_page(&page.state).entries.into_iter().map(|it| (it.title, it.duration)).collect()
    };
    assert_eq!(minutes(&other), minutes(&page));
}

#[test]
fn a_cut_link_says_so_and_changes_nothing_else() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).tell(Action::ShareOpened(vec![entry(0)]));
    let words = packed(&mut page);
    let mut other = Page::default();
    other.tell(Action::AddressVisited(["share=", &words[..words.len() - 40]].concat()));
    assert!(other.notice().contains("was cut"), "{}", other.notice());
    assert!(other.state.reports.is_empty());
}

#[test]
fn a_link_that_comes_after_another_choice_is_not_shown() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).tell(Action::ShareOpened(vec![entry(0)]));
    let Some(Effect::PackLink(before)) = page.effects.last().cloned() else { panic!("a link is to be made") };
    page.tell(Action::ShareDetailChosen(Detail::Figures));
    page.tell(Action::LinkPacked { text: before, link: "old".into() });
    assert_eq!(page.state.share.as_ref().and_then(|share| share.link.clone()), None);
    packed(&mut page);
    assert!(page.state.share.as_ref().is_some_and(|share| share.link.is_some()));
}

#[test]
fn facts_are_copied_as_markdown_and_as_a_chart() {
    let mut page = Page::default();
    page.paste(SAMPLES[0].text).tell(Action::ShareOpened(vec![entry(0)]));
    page.tell(Action::CopyRequested(Copied::Markdown));
    let Some(Effect::CopyText { text, .. }) = page.effects.last().cloned() else {
        panic!("a text is copied")
    };
    let share = Share { entries: vec![entry(0)], detail: Detail::Whole, link: None };
    assert_eq!(text, digests(&page.state, &share).concat());
    page.tell(Action::CopyRequested(Copied::Mermaid));
    let Some(Effect::CopyText { text, .. }) = page.effects.last().cloned() else {
        panic!("a text is copied")
    };
    assert!(text.starts_with("```mermaid\ngantt\n") && text.ends_with("```\n"), "{text}");
    page.tell(Action::ReportBegun)
        .paste("The outage lasted 2 hours.")
        .tell(Action::ShareOpened(vec![entry(1)]));
    page.tell(Action::CopyRequested(Copied::Mermaid));
    assert!(page.notice().contains("no clock time"));
}
