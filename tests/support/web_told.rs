//! Waiting for callbacks in a browser.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// What a function hands to its callback, once it does.
pub async fn told<T: 'static>(begin: impl FnOnce(Box<dyn FnOnce(T)>)) -> T {
    let result = Rc::new(RefCell::new(None));
    let put = Rc::clone(&result);
    begin(Box::new(move |value| *put.borrow_mut() = Some(value)));
    while result.borrow().is_none() {
        pause(5).await;
    }
    result.take().unwrap()
}

pub async fn pause(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
