//! Both ends of a window in one zone, so that they can be compared and shown beside each other.

use crate::incident::{Certainty, Moment, ZoneFact};
use crate::mention::ZoneValue;
use crate::reconcile::boundary::Window;
use crate::reconcile::report::Report;
use crate::reconcile::zone;

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

/// The zone of the report: that in which both ends of `window` are written, where it is another than
/// `main`, the one that most of its times carry.
pub(in crate::reconcile) fn of_report(
    report: &Report,
    window: &Window,
    main: Option<ZoneFact>,
) -> Option<ZoneFact> {
    let own = || {
        let (start, end) = (window.start.as_ref()?, window.end.as_ref()?);
        let offset = start.offset_minutes.filter(|offset| end.offset_minutes == Some(*offset))?;
        let known = main.as_ref().and_then(|main| main.offset_minutes)?;
        (known != offset).then_some(())?;
        let written = |moment: &Moment| {
            let words = moment.evidence.first()?;
            let mut zones = zone::mentions(report).filter(|(_, mention)| words.contains(mention.span));
            zones
                .find(|(zone, _)| zone.minutes_on(moment.at.date) == Some(offset))
                .map(|(_, found)| found.span)
        };
        let (_, span) = (written(end)?, written(start)?);
        let name = report.document.words(span);
        Some(ZoneFact { name, offset_minutes: Some(offset), evidence: span.alone() })
    };
    own().or(main)
}
