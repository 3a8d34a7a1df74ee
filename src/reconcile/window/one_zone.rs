//! Both ends of a window in one zone, so that they can be compared and shown beside each other.

use crate::incident::{Certainty, Moment};
use crate::mention::ZoneValue;
use crate::reconcile::boundary::Window;

/// Puts both ends of `window` into the zone of the report's other times, or else into that of the end.
pub(in crate::reconcile) fn settle(window: &mut Window, main_zone: Option<&ZoneValue>) {
    let (Some(start), Some(end)) = (&mut window.start, &mut window.end) else { return };
    // A zone's own summer time is no other zone.
    let is_main = |moment: &Moment| {
        main_zone.is_some_and(|zone| zone.minutes_on(moment.at.date) == moment.offset_minutes)
    };
    match (is_main(start), is_main(end)) {
        (true, true) => {}
        (true, false) => move_to(end, start.offset_minutes),
        _ => move_to(start, end.offset_minutes),
    }
}

fn move_to(moment: &mut Moment, offset: Option<i32>) {
    if let (Some(from), Some(to)) = (moment.offset_minutes, offset)
        && from != to
        && let Some(at) = moment.at.plus_minutes(i64::from(to) - i64::from(from))
    {
        moment.at = at;
        moment.offset_minutes = offset;
        moment.certainty = moment.certainty.max(Certainty::Derived);
    }
}
