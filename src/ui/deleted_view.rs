//! The reports that were deleted and can still be brought back.

use yew::Callback;

use crate::state::{Action, Deleted, PAGE_LENGTH, grouped};

use super::element::{Element, element, words};
use super::names::Name;

/// The deleted reports, each with a way back. `count` is how many there are altogether.
pub(super) fn deleted_view(deleted: &[Deleted], count: usize, dispatch: &Callback<Action>) -> Element {
    let explained = "A report that was deleted is kept for 30 days and then goes for good.";
    let for_good = words("button", "button", "Delete all for good").attr(Name::DataTestid, "erase");
    let mut list = element("ul").class("bin").attr(Name::DataTestid, "deleted-list");
    for report in deleted {
        list = list.with(line(report, dispatch));
    }
    let rest = count.saturating_sub(deleted.len());
    let rest = (count > PAGE_LENGTH).then(|| {
        let sentence = " more were deleted before these. They are shown once these are restored.";
        words("p", "soft", &[&grouped(rest), sentence].concat())
    });
    element("main")
        .class("deleted")
        .attr(Name::DataTestid, "deleted-view")
        .with(words("h1", "", "Recently deleted"))
        .with(words("p", "sub", explained))
        .with(for_good.press(dispatch, Action::ErasureRequested))
        .with(list)
        .with_if(rest)
}

fn line(report: &Deleted, dispatch: &Callback<Action>) -> Element {
    let restore = words("button", "button", "Restore")
        .attr(Name::DataTestid, "restore")
        .attr(Name::AriaLabel, &["Restore ", &report.title].concat())
        .press(dispatch, Action::ReportRestored(report.id));
    let about = element("div").with(words("b", "", &report.title)).with(words("small", "", &report.when));
    element("li").key(report.id.to_string()).attr(Name::DataTestid, "deleted-item").with(about).with(restore)
}
