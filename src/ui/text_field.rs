//! The field that holds the report's raw text.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::state::{Action, Report};

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
#[component]
pub(super) fn TextField(props: &Props) -> Html {
    let node = use_node_ref();
    let id = props.report.as_ref().map(|report| report.id);
    use_effect_with((node.clone(), id), {
        let text = props.report.as_ref().map(|report| Rc::clone(&report.text));
        move |(node, _)| {
            if let Some(field) = node.cast::<HtmlTextAreaElement>() {
                fill(&field, text.as_deref().unwrap_or(""));
            }
        }
    });
    let write = props.dispatch.reform(|event: InputEvent| {
        Action::TextEdited(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <textarea ref={node} class="text" data-testid="report-text" aria-label="Text of the report"
            placeholder="Paste or write an outage report here" spellcheck="false" autocomplete="off"
            oninput={write} />
    }
}

fn fill(field: &HtmlTextAreaElement, text: &str) {
    if field.value() != text {
        field.set_value(text);
    }
}
