//! What programs say that watch a service from outside: "Updown alert UP for the shop".

use super::phrases::{Phrases, phrases};
use super::words::Words;

/// What watches a service from outside.
const MONITOR: Phrases = phrases(
    "alert|alerts|alarm|alarms|monitor|monitors|check|checks|probe|probes|updown|pingdom|uptime robot|uptimerobot|statuscake|\
     uptime kuma|nagios|icinga",
);
/// What it says when all is well again; "up" alone would also be in "follow up".
const ALL_UP: Phrases = phrases(
    "alert up|alerts up|alert is up|monitor up|monitors up|monitor is up|monitors are up|check up|checks up|check is up|checks are up|\
     probe up|probes up|probe is up|probes are up|updown up|updown is up|pingdom up|uptimerobot up|uptime robot up|statuscake up|\
     up alert|up alerts|up for|back to ok|to ok|status ok|is ok|are ok|alert ok|alarm ok|alert cleared|\
     alerts cleared|alarm cleared|alarms cleared",
);

/// Whether a monitor tells of the end of what it has told of: "Pingdom UP for the shop".
pub(super) fn report_all_up(words: &Words) -> bool {
    words.has(&MONITOR) && words.has(&ALL_UP) && !words.has(&const { phrases("down|if|whether|not") })
}
