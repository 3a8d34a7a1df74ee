//! The field that holds the report's raw text.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::state::{Action, Report};

use super::element::element;
use super::names::Name;
use super::told::Told;

/// What the field holds.
#[derive(Properties)]
pub(super) struct Props {
    /// The report whose text is edited; `None` for one that is about to be written.
    pub report: Option<Rc<Report>>,
    pub dispatch: Callback<Action>,
}

impl PartialEq for Props {
    /// Only another report changes the field: what is written in it comes from there.
    fn eq(&self, other: &Self) -> bool {
        let id = |props: &Self| props.report.as_ref().map(|report| report.id);
        id(self) == id(other) && self.dispatch == other.dispatch
    }
}

/// The field. Its text is set only when another report comes, so that writing, the caret and the
/// browser's own undo are left alone.
#[derive(Default)]
pub(super) struct TextField {
    node: NodeRef,
}

impl Component for TextField {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn view(&self, context: &Context<Self>) -> Html {
        element("textarea")
            .node(&self.node)
            .class("text")
            .attr(Name::DataTestid, "report-text")
            .attr(Name::AriaLabel, "Text of the report")
            .attr(Name::Placeholder, "Paste or write an outage report here")
            .attr(Name::Spellcheck, "false")
            .attr(Name::Autocomplete, "off")
            .on(&context.props().dispatch, Told::Written(written))
            .html()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        let Some(field) = self.node.cast::<HtmlTextAreaElement>() else { return };
        let text = context.props().report.as_ref().map_or("", |report| report.text());
        if field.value() != text {
            field.set_value(text);
        }
    }
}

// Listeners take their event as their own.
#[expect(clippy::needless_pass_by_value)]
fn written(event: Event) -> Action {
    Action::TextEdited(event.target_unchecked_into::<HtmlTextAreaElement>().value())
}
