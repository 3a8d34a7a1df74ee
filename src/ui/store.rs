//! Holds the state for the components and runs the loop of actions and effects.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::platform::{Dispatch, Performer, first_number, now_ms};
use crate::state::{Action, State, action_for_key, reduce};

/// The state in use and what carries out its effects.
pub(super) struct Store {
    state: RefCell<Rc<State>>,
    performer: Performer,
    /// Says that there is another state.
    show: Callback<()>,
}

impl Store {
    /// The state that the page starts with; `show` is told of every other one.
    pub(super) fn new(show: Callback<()>) -> Rc<Self> {
        let state = Rc::new(State::numbered_from(first_number()));
        Rc::new(Self { state: RefCell::new(state), performer: Performer::default(), show })
    }

    /// The state in use.
    pub(super) fn state(&self) -> Rc<State> {
        Rc::clone(&self.state.borrow())
    }

    /// Takes in what happened, and carries out what follows from it.
    pub(super) fn dispatch(self: &Rc<Self>, action: Action) {
        let before = self.state();
        let (after, effects) = reduce(&before, action, now_ms());
        if !Rc::ptr_eq(&before, &after) {
            self.state.replace(after);
            self.show.emit(());
        }
        let dispatch = self.dispatcher();
        for effect in effects {
            self.performer.perform(effect, &dispatch);
        }
    }

    /// A way to say what happened, for the platform.
    pub(super) fn dispatcher(self: &Rc<Self>) -> Dispatch {
        let store = Rc::clone(self);
        Rc::new(move |action| store.dispatch(action))
    }

    /// A key was pressed: whether it means something.
    pub(super) fn press(self: &Rc<Self>, key: &str) -> bool {
        let action = action_for_key(&self.state.borrow(), key);
        let means_something = action.is_some();
        if let Some(action) = action {
            self.dispatch(action);
        }
        means_something
    }
}
