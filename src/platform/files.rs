//! Files that were dropped or picked.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::callbacks::{FileReader, read_as_bytes, read_as_text};
use gloo::file::{File, FileList};
use web_sys::HtmlInputElement;

use crate::state::{Action, FileInfo};
use crate::wire::carried::from_png;
use crate::wire::link::parted;

use super::Dispatch;

/// Files between their arrival and the end of their reading. The state knows only their numbers.
#[derive(Default)]
struct Shelf {
    next_key: u32,
    files: Vec<(u32, File)>,
    /// Dropping a reader would break its reading off.
    readers: Vec<(u32, FileReader)>,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
}

/// Takes the files that were picked in `input`, and empties it so that the same file can be picked again.
#[must_use]
pub fn take_picked_files(input: &HtmlInputElement) -> Vec<FileInfo> {
    let picked = input.files().map(take).unwrap_or_default();
    input.set_value("");
    picked
}

/// Puts `files` on the shelf.
pub(super) fn take(files: web_sys::FileList) -> Vec<FileInfo> {
    FileList::from(files).iter().map(|file| put(file.clone())).collect()
}

fn put(file: File) -> FileInfo {
    SHELF.with_borrow_mut(|shelf| {
        let key = shelf.next_key;
        shelf.next_key += 1;
        let info = FileInfo { key, name: file.name().into(), bytes: file.size() };
        shelf.files.push((key, file));
        info
    })
}

/// Takes a file off the shelf without reading it.
pub(super) fn forget(key: u32) {
    SHELF.with_borrow_mut(|shelf| shelf.files.retain(|(kept, _)| *kept != key));
}

fn find(key: u32) -> Option<File> {
    SHELF.with_borrow(|shelf| shelf.files.iter().find(|(kept, _)| *kept == key).map(|(_, file)| file.clone()))
}

/// Reads a file and dispatches its text; of a picture, the text that it carries.
pub(super) fn read(key: u32, name: Rc<str>, dispatch: Dispatch) {
    let Some(file) = find(key) else { return };
    forget(key);
    let reader =
        if name.to_ascii_lowercase().ends_with(".png") {
            read_as_bytes(&file, move |bytes| {
                let text = bytes.ok().and_then(|bytes| from_png(&bytes));
                dispatch(text.map_or(Action::FileFailed { name }, |text| Action::SharedOpened {
                    texts: parted(&text),
                }));
                put_away(key);
            })
        } else {
            read_as_text(&file, move |text| {
                dispatch(text.map_or(Action::FileFailed { name: Rc::clone(&name) }, |text| {
                    Action::FileRead { name, text }
                }));
                put_away(key);
            })
        };
    SHELF.with_borrow_mut(|shelf| shelf.readers.push((key, reader)));
}

fn put_away(key: u32) {
    SHELF.with_borrow_mut(|shelf| shelf.readers.retain(|(kept, _)| *kept != key));
}
