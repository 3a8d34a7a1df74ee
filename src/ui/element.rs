//! Builds the page's elements: `element("p").class("soft").text("Nothing yet.").html()`.
//!
//! The page uses this in place of `html!`, which is left for components only. `html!` expands each
//! element where it stands, with its attributes, classes and children; here an element is a few calls
//! of functions that exist once, which keeps the page light (`./dev size`). For the same reason nothing
//! here is generic, and nothing is inlined: a call is smaller than what it does.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VTag, VText};

use crate::state::{Action, EntryId, FactId};

use super::names::{NAMES, Name};
use super::told::{Told, listener};

/// An element that is being built. It is a pointer, so that handing it on is cheap.
pub(super) struct Element(Box<Parts>);

struct Parts {
    tag: VTag,
    class: String,
    /// By the places of their names in [`NAMES`], up to the last one that the element has.
    attributes: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// An element without attributes or content.
#[inline(never)]
pub(super) fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag: VTag::new(AttrValue::Static(tag)),
        class: String::new(),
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

/// Several nodes that stand in no element of their own.
pub(super) fn group() -> Element {
    element("")
}

/// An element with a class and words: what most of them are.
#[inline(never)]
pub(super) fn words(tag: &'static str, class: &str, text: &str) -> Element {
    element(tag).class(class).text(text)
}

/// The name of a table's column.
#[inline(never)]
pub(super) fn column(name: &str) -> Element {
    words("th", "", name).attr(Name::Scope, "col")
}

/// A button that shows a sign, with its name for screen readers.
#[inline(never)]
pub(super) fn icon_button(sign: &str, name: &str) -> Element {
    words("button", "plain icon", sign).attr(Name::AriaLabel, name)
}

impl Element {
    /// Adds a class, or several with spaces between them; nothing where `name` is empty.
    #[inline(never)]
    pub(super) fn class(mut self, name: &str) -> Self {
        let class = &mut self.0.class;
        if !class.is_empty() && !name.is_empty() {
            class.push(' ');
        }
        class.push_str(name);
        self
    }

    /// Adds a class where it applies.
    #[inline(never)]
    pub(super) fn class_if(self, applies: bool, name: &str) -> Self {
        if applies { self.class(name) } else { self }
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(super) fn attr(self, name: Name, value: &str) -> Self {
        self.attr_if(name, Some(value))
    }

    /// Sets an attribute where it has a value.
    #[inline(never)]
    pub(super) fn attr_if(mut self, name: Name, value: Option<&str>) -> Self {
        let place = name as usize;
        let attributes = &mut self.0.attributes;
        if attributes.len() <= place {
            attributes.resize_with(place + 1, || None);
        }
        attributes[place] = value.map(|value| AttributeOrProperty::Attribute(AttrValue::from(value)));
        self
    }

    /// Sets what a field holds, now and whenever it is drawn again.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(AttrValue::from(value));
        self
    }

    /// Says that an option of a menu is the chosen one, or is not: also where the reader has chosen another since.
    #[inline(never)]
    pub(super) fn selected(mut self, is_selected: bool) -> Self {
        let place = Name::Selected as usize;
        self = self.attr_if(Name::Selected, None);
        self.0.attributes[place] = Some(AttributeOrProperty::Property(is_selected.into()));
        self
    }

    /// Sets an attribute to a number.
    #[inline(never)]
    pub(super) fn number(self, name: Name, value: i64) -> Self {
        self.attr(name, &value.to_string())
    }

    /// Says which fact the element stands for.
    #[inline(never)]
    pub(super) fn fact(self, fact: FactId) -> Self {
        self.attr(Name::DataFact, &fact.to_string())
    }

    /// Says which entry of the list the element stands for.
    #[inline(never)]
    pub(super) fn entry(self, entry: EntryId) -> Self {
        self.attr(Name::DataEntry, &entry.to_string())
    }

    /// Sets what tells the element from its neighbors when their order changes.
    pub(super) fn key(mut self, key: String) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Lets `node` lead to the element once it is drawn.
    #[inline(never)]
    pub(super) fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// Says `action` when the element is pressed.
    #[inline(never)]
    pub(super) fn press(self, dispatch: &Callback<Action>, action: Action) -> Self {
        self.on(dispatch, Told::Pressed(action))
    }

    /// Says something when something happens to the element.
    #[inline(never)]
    pub(super) fn on(mut self, dispatch: &Callback<Action>, told: Told) -> Self {
        self.0.tag.add_listener(listener(dispatch, told));
        self
    }

    /// Adds words. They are never read as markup.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        self.child(VText::new(AttrValue::from(text)).into())
    }

    /// Adds an element.
    #[inline(never)]
    pub(super) fn with(self, child: Element) -> Self {
        self.child(child.html())
    }

    /// Adds an element where there is one. Where there is none, its place stays, so that its neighbors
    /// are still recognized as what they were before.
    #[inline(never)]
    pub(super) fn with_if(self, child: Option<Element>) -> Self {
        self.child(child.map_or_else(Html::default, Element::html))
    }

    /// Adds a node that was drawn elsewhere.
    #[inline(never)]
    pub(super) fn child(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// The finished element.
    #[inline(never)]
    pub(super) fn html(mut self) -> Html {
        if !self.0.class.is_empty() {
            let class = std::mem::take(&mut self.0.class);
            self = self.attr(Name::Class, &class);
        }
        let Parts { mut tag, attributes, children, .. } = *self.0;
        let children = Html::from(VList::from(children));
        if tag.tag().is_empty() {
            return children;
        }
        let keys = &NAMES[..attributes.len()];
        tag.attributes = Attributes::Dynamic { keys, values: attributes.into_boxed_slice() };
        if let Some(place) = tag.children_mut() {
            *place = children;
        }
        tag.into()
    }
}
