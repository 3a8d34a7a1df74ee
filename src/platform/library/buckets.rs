//! The buckets of a database, from which a library opens quickly.
//!
//! Rows are what counts. What stands in a bucket stands in rows too, because both change in one transaction; a bucket may
//! be missing or lack lines, and then there are fewer lines than rows, and all buckets are made anew from the rows. So
//! bringing a database up to date needs no room, and neither does erasing: a bucket that cannot be written anew goes.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::database::KEY;
use super::requests::{BUCKETS, REPORTS, list, settled, to_change};
use super::{Trouble, file, requests};
use crate::text::ByNumber;
use crate::wire::library::{BUCKETS as COUNT, Bucket, bucket_of, read_bucket};

/// In how many parts the buckets are asked for. While the browser fetches the next one, the one that came is read.
const PARTS: u32 = 8;

/// Hears of all records once.
pub(super) type Done = Box<dyn FnOnce(Result<Bucket, Trouble>)>;

/// Hands every record of `database` to `done`.
pub(super) fn read_all(database: &IdbDatabase, done: Done) {
    let (transaction, rows, parts) = match ask(database) {
        Ok(asked) => asked,
        Err(error) => return done(Err(Trouble::of(&error))),
    };
    let all = Rc::new(RefCell::new(Bucket::default()));
    for part in parts {
        let all = Rc::clone(&all);
        settled(&part.clone(), "success", "error", move |is_good| {
            // An error of the request is one of the transaction too.
            if is_good {
                read(&list(part.result().unwrap_or_default()), &mut all.borrow_mut());
            }
        });
    }
    let database = database.clone();
    settled(&transaction.clone(), "complete", "abort", move |is_good| {
        let all = all.take();
        // OK because there are fewer than 2^53.
        #[expect(clippy::cast_precision_loss)]
        let lines = all.lines() as f64;
        if !is_good {
            done(Err(Trouble::of(&requests::reason(&transaction))));
        } else if rows.result().unwrap_or_default() == lines {
            done(Ok(all));
        } else {
            make_anew(&database, done);
        }
    });
}

/// Asks how many rows there are, and for the buckets.
fn ask(database: &IdbDatabase) -> Result<(IdbTransaction, IdbRequest, Vec<IdbRequest>), JsValue> {
    let stores = Array::of2(&REPORTS.into(), &BUCKETS.into());
    let transaction = database.transaction_with_str_sequence(&stores)?;
    let buckets = transaction.object_store(BUCKETS)?;
    let length = COUNT.div_ceil(PARTS);
    let part = |place| {
        let (start, end) = (JsValue::from(place * length), JsValue::from((place + 1) * length));
        let keys = IdbKeyRange::bound_with_lower_open_and_upper_open(&start, &end, false, true)?;
        buckets.get_all_with_key(&keys)
    };
    let parts = (0..PARTS).map(part).collect::<Result<_, _>>()?;
    let rows = transaction.object_store(REPORTS)?.count()?;
    Ok((transaction, rows, parts))
}

fn read(buckets: &Array, all: &mut Bucket) {
    for bucket in buckets.iter() {
        add(&bucket.as_string().unwrap_or_default(), all);
    }
}

fn add(lines: &str, all: &mut Bucket) {
    let Bucket { reports, damaged } = read_bucket(lines, file::number);
    all.reports.extend(reports);
    all.damaged += damaged;
}

/// Reads the rows and makes all buckets of them. Where there is no room for these, the next opening is as slow as this one.
fn make_anew(database: &IdbDatabase, done: Done) {
    let asked = to_change(database, &[REPORTS, BUCKETS]).and_then(|transaction| {
        let rows = transaction.object_store(REPORTS)?.get_all()?;
        Ok((transaction.object_store(BUCKETS)?, transaction, rows))
    });
    let (buckets, transaction, rows) = match asked {
        Ok(asked) => asked,
        Err(error) => return done(Err(Trouble::of(&error))),
    };
    let all = Rc::new(RefCell::new(None));
    let read = Rc::clone(&all);
    settled(&rows.clone(), "success", "error", move |is_good| {
        if is_good {
            *read.borrow_mut() = Some(from_rows(&list(rows.result().unwrap_or_default()), &buckets));
        }
    });
    settled(&transaction.clone(), "complete", "abort", move |_| {
        done(all.take().ok_or_else(|| Trouble::of(&requests::reason(&transaction))));
    });
}

fn from_rows(rows: &Array, buckets: &IdbObjectStore) -> Bucket {
    let mut all = Bucket::default();
    let mut lines: ByNumber<String> = ByNumber::default();
    for row in rows.iter() {
        // A key that is no number is of a damaged record, which may stand in any bucket, as long as it has a line.
        let id = Reflect::get(&row, &KEY.into()).ok().and_then(|id| id.as_f64()).unwrap_or_default();
        match file::json(&row) {
            Ok(json) => {
                let lines = lines.entry(bucket_of(id).to_bits());
                lines.push_str(&json);
                lines.push('\n');
            }
            Err(_) => all.damaged += 1,
        }
    }
    // What is left of them from before may be more than is made now.
    let mut is_put = buckets.clear().is_ok();
    for (number, lines) in lines.list() {
        add(lines, &mut all);
        is_put = is_put && put(buckets, &f64::from_bits(*number).into(), lines).is_ok();
    }
    if !is_put {
        let _ = buckets.transaction().abort();
    }
    all
}

/// An empty bucket is none.
pub(super) fn put(buckets: &IdbObjectStore, key: &JsValue, lines: &str) -> Result<(), JsValue> {
    let put = if lines.is_empty() {
        buckets.delete(key)
    } else {
        buckets.put_with_key(&JsValue::from_str(lines), key)
    };
    put.map(drop)
}
