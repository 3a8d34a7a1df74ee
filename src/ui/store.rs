//! Holds the state for the components and runs the loop of actions and effects.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{self, Dispatch, Performer};
use crate::state::{Action, State, action_for_key, reduce};

/// The state in use and what carries out its effects.
struct Store {
    state: RefCell<Rc<State>>,
    performer: Performer,
    show: UseStateSetter<Rc<State>>,
}

impl Store {
    fn dispatch(self: &Rc<Self>, action: Action) {
        let before = self.state.borrow().clone();
        let (after, effects) = reduce(&before, action);
        if !Rc::ptr_eq(&before, &after) {
            self.state.replace(Rc::clone(&after));
            self.show.set(after);
        }
        let dispatch = self.dispatcher();
        for effect in effects {
            self.performer.perform(effect, &dispatch);
        }
    }

    fn dispatcher(self: &Rc<Self>) -> Dispatch {
        let store = Rc::clone(self);
        Rc::new(move |action| store.dispatch(action))
    }
}

/// The state, and the way to say what happened. Listens to the whole page while the component lives.
#[hook]
pub(super) fn use_store() -> (Rc<State>, Callback<Action>) {
    let shown = use_state(|| Rc::new(State::default()));
    let store = use_memo((), |()| Store {
        state: RefCell::new(Rc::clone(&shown)),
        performer: Performer::default(),
        show: shown.setter(),
    });
    use_effect_with((), {
        let store = Rc::clone(&store);
        move |()| {
            let dispatch = store.dispatcher();
            platform::restore_theme(&dispatch);
            let listeners = platform::listen(&dispatch, Rc::new(move |key| press(&store, key)));
            move || drop(listeners)
        }
    });
    let dispatch = use_callback((), move |action, ()| store.dispatch(action));
    (Rc::clone(&shown), dispatch)
}

fn press(store: &Rc<Store>, key: &str) {
    let action = action_for_key(&store.state.borrow(), key);
    if let Some(action) = action {
        store.dispatch(action);
    }
}
