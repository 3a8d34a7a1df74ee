//! Days, in a report that gives no clock time of the outage.

use super::by_length;
use super::sentence_words::AFFECTED;
use crate::incident::{Certainty, Moment, PartialDate, PartialTime, RuleId};
use crate::mention::Stamp;
use crate::reconcile::boundary::{Boundary, Found, Trust};
use crate::reconcile::dates::Dates;
use crate::reconcile::incident_day::{self, Place};
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::plain_words;
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::Span;

/// The incident's date, in a report that gives no clock time of it.
const DAY: RuleId = RuleId::new("start-day");
/// The first and the last day that the text gives for the outage, where no clock time is known.
const DAYS: RuleId = RuleId::new("window-days");

/// When on a day, and how long, where no number says so: "was offline for a few hours this morning".
const PART_OF_DAY: Phrases = phrases(
    "this morning|this afternoon|yesterday morning|yesterday afternoon|earlier today|earlier this morning",
);
const FOR_HOURS: Phrases = phrases(
    "for a few hours|for several hours|for a couple of hours|for an hour|for a few minutes|for several minutes|\
     for a while|for some time|for a short|briefly",
);

/// Adds the days that the text gives.
pub(super) fn add(report: &Report, dates: &Dates, found: &mut Found) {
    for range in &report.mentions.ranges {
        let (first, last) = (report.stamp(range.start), report.stamp(range.end));
        if first.time.is_some() || last.time.is_some() || !tells_of_the_outage(report, first) {
            continue;
        }
        let day = |stamp: &Stamp| dates.day_of(stamp);
        if let (Some(from), Some(to)) = (day(first), day(last)) {
            found.starts.push(boundary(from, first.span, DAYS));
            found.ends.push(boundary(to, last.span, DAYS));
        }
    }
    let base = dates.base.filter(|base| base.place != Place::Page);
    if let Some((date, span)) = base.and_then(|base| Some((base.date, base.span?)))
        && !report.mentions.stamps.iter().any(|stamp| is_clock_time_of_it(report, stamp))
    {
        found.starts.push(boundary(date, span, DAY));
        let sentence = report.sentence(report.tokens.index_at(span.start));
        if sentence.has(&PART_OF_DAY) && sentence.has(&FOR_HOURS) {
            found.ends.push(boundary(date, span, by_length::SAME_DAY));
        }
    }
}

fn tells_of_the_outage(report: &Report, first: &Stamp) -> bool {
    let affected = || {
        let sentence = report.sentence(first.tokens.0);
        sentence.has(&AFFECTED) || plain_words::tell_of_failure(&sentence)
    };
    let labelled =
        || report.label_of(first.span).is_some_and(|label| super::labelled::names_a_window(&label));
    report.kind_at(first.span) == SectionKind::Summary
        && !incident_day::is_decoy(report, first)
        && (labelled() || affected())
}

/// Whether the stamp has a clock time that could be one of the incident's.
fn is_clock_time_of_it(report: &Report, stamp: &Stamp) -> bool {
    stamp.time.is_some()
        && report.kind_at(stamp.span) != SectionKind::Plans
        && !incident_day::is_in_code(report, stamp)
        && !incident_day::is_decoy(report, stamp)
        && !incident_day::dates_the_page(report, stamp.span)
}

fn boundary(date: PartialDate, span: Span, rule: RuleId) -> Boundary {
    let moment = Moment {
        at: PartialTime { date: Some(date), time: None },
        offset_minutes: None,
        certainty: Certainty::Stated,
        rule,
        approximate: false,
        evidence: span.alone(),
    };
    Boundary { trust: Trust::Day, moment }
}
