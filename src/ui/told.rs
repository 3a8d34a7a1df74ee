//! What the page's elements say when something happens to them.

use std::rc::Rc;

use web_sys::Event;
use yew::Callback;
use yew::virtual_dom::{Listener, ListenerKind};

use crate::platform;
use crate::state::{Action, EntryId};

/// What happens to an element, and what it then says.
pub(super) enum Told {
    /// It is pressed.
    Pressed(Action),
    /// It is a dialog and is closed.
    Closed(Action),
    /// Another choice is made in it; the event holds which.
    Changed(fn(Event) -> Action),
    /// It is written in; the event holds what.
    Written(fn(Event) -> Action),
    /// It is a form that is sent: its fields by their names, and the incident they are of.
    Sent(fn(EntryId, Fields) -> Action, EntryId),
    /// It is a form: Escape is pressed in it; Return sends it.
    Left(Action),
    /// It is pressed, which only the component that holds it must know.
    PressedHere(Callback<Event>),
    /// It is a disclosure and is opened or closed, which only the component that holds it must know.
    ToggledHere(Callback<Event>),
}

/// The fields of a form: their names and what is in them.
pub(super) type Fields = Vec<(String, String)>;

struct Teller {
    dispatch: Callback<Action>,
    told: Told,
}

/// Dispatches what an event says. One type of listener serves the whole page, where `html!` and
/// closures would make another one for each button.
pub(super) fn listener(dispatch: &Callback<Action>, told: Told) -> Rc<dyn Listener> {
    Rc::new(Teller { dispatch: dispatch.clone(), told })
}

impl Listener for Teller {
    fn kind(&self) -> ListenerKind {
        match self.told {
            Told::Pressed(_) | Told::PressedHere(_) => ListenerKind::onclick,
            Told::ToggledHere(_) => ListenerKind::ontoggle,
            Told::Closed(_) => ListenerKind::onclose,
            Told::Changed(_) => ListenerKind::onchange,
            Told::Written(_) => ListenerKind::oninput,
            Told::Sent(..) => ListenerKind::onsubmit,
            Told::Left(_) => ListenerKind::onkeydown,
        }
    }

    fn handle(&self, event: Event) {
        self.dispatch.emit(match &self.told {
            Told::Pressed(action) | Told::Closed(action) => action.clone(),
            Told::Changed(read) | Told::Written(read) => read(event),
            Told::Sent(read, entry) => {
                // A form of this page goes nowhere.
                event.prevent_default();
                read(*entry, platform::fields_of(&event))
            }
            Told::Left(action) if platform::is_escape(&event) => {
                event.prevent_default();
                action.clone()
            }
            Told::Left(_) => return platform::send_by_return(&event),
            Told::PressedHere(tell) | Told::ToggledHere(tell) => return tell.emit(event),
        });
    }

    fn passive(&self) -> bool {
        false
    }
}
