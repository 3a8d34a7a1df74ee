//! Whether the head of a status entry says that the incident goes on: `status: open`, `resolved: false`.
//!
//! What its updates tell of then is no end, however well it sounds.

use super::boundary::{Found, Trust};
use super::phrases::{Phrases, phrases};
use super::report::Report;

const NAMES: Phrases = phrases("status|state|resolved");
/// What stands in them while the incident goes on.
const GOES_ON: Phrases =
    phrases("open|ongoing|unresolved|investigating|identified|monitoring|active|in progress|false|no");
/// Most lines of front matter that are looked at.
const FRONT_MATTER: usize = 40;

/// Takes the ends that no field gives out of `found`, where the incident goes on.
pub(super) fn weigh(report: &Report, found: &mut Found) {
    let mut head = report.blocks.iter().take(FRONT_MATTER).filter_map(|block| block.label);
    let goes_on = head.any(|label| {
        let is = |span, list: &Phrases| list.lists(&report.document.lower_words(span));
        report.document.front_matter_holds(label.name) && is(label.name, &NAMES) && is(label.value, &GOES_ON)
    });
    if goes_on {
        found.ends.retain(|end| end.trust == Trust::Label);
    }
}
