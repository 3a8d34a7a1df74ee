//! The dates by which a document calls itself against those of the incident that it tells of.

use super::{Facts, discrepancy};
use crate::document::BlockKind;
use crate::incident::{Discrepancy, DiscrepancyKind, PartialDate, format_date};
use crate::mention::Stamp;
use crate::reconcile::dates::{Dates, in_file_name};
use crate::reconcile::incident_day::is_decoy;
use crate::reconcile::phrases::{Phrases, phrases};
use crate::reconcile::report::Report;
use crate::reconcile::section_kind::SectionKind;
use crate::text::{Gather, Span};

/// Fields with a day on which the report itself is due or done.
const OF_REPORT: Phrases = phrases(
    "due|due date|published|published on|date published|publication date|posted|posted on|\
     report date|date of report|review date|reviewed",
);

/// A day in the text, and its place.
#[derive(Clone, Copy)]
struct Day {
    date: PartialDate,
    span: Span,
}

/// A timeline entry outside of the days that the timeline's own title gives.
pub(super) fn heading_against_entries(report: &Report, facts: &Facts) -> Option<Discrepancy> {
    let day = |stamp: &Stamp| {
        let date = facts.dates.day_of(stamp)?;
        date.year.is_some().then_some(Day { date, span: stamp.span })
    };
    report.mentions.ranges.iter().find_map(|range| {
        let heading = report.block_of(range.span)?;
        let of_timeline =
            matches!(heading.kind, BlockKind::Heading(_)) && report.kind_of(heading) == SectionKind::Timeline;
        of_timeline.then_some(())?;
        let (first, last) = (day(report.stamp(range.start))?, day(report.stamp(range.end))?);
        let stray = report.mentions.stamps[range.end + 1..].iter().map_while(|stamp| {
            let block = report.block_of(stamp.span)?;
            let opens = report.tokens.index_at(block.span.start) + 1 >= stamp.tokens.0;
            (block.section == heading.section).then(|| day(stamp).filter(|_| opens))
        });
        let outside = |day: &Day| !(first.date..=last.date).contains(&day.date);
        let stray = stray.flatten().find(outside)?;
        let title = report.document.words(range.span);
        let message = format!(
            "The timeline is said to be of {title}, but has an entry of {}.",
            format_date(stray.date)
        );
        Some(discrepancy(DiscrepancyKind::DateDiffers, message, &[range.span, stray.span]))
    })
}

/// A report that is due or published before anything that it tells of.
pub(super) fn before_the_incident(report: &Report, dates: &Dates) -> Option<Discrepancy> {
    let own = report.mentions.stamps.iter().find_map(|stamp| {
        let label = report.label_of(stamp.span)?;
        let is_own = OF_REPORT.lists(label.trim()) && report.kind_at(stamp.span) != SectionKind::Plans;
        written_day(dates, stamp).filter(|_| is_own)
    })?;
    let first = days_told(report, dates).min_by_key(|day| day.date)?;
    let message = format!(
        "The report is dated {}, before the first day that it tells of ({}).",
        format_date(own.date),
        format_date(first.date)
    );
    (own.date < first.date)
        .then(|| discrepancy(DiscrepancyKind::DateDiffers, message, &[own.span, first.span]))
}

/// A title or a file's name whose date is another year's or month's than every date of the text, or a title
/// whose date is weeks before all of them.
pub(super) fn title_against_text(report: &Report, dates: &Dates) -> Option<Discrepancy> {
    let title = report.blocks.first()?.span;
    let in_title = || report.mentions.stamps.iter().take_while(|stamp| stamp.span.start < title.end);
    let titled = in_title().find_map(|stamp| written_day(dates, stamp));
    let gives_one_day = in_title().filter(|stamp| stamp.date.is_some()).take(2).count() == 1;
    let named = || report.file_name.and_then(in_file_name).filter(|date| date.year.is_some());
    let (date, span) = titled.map(|day| (day.date, Some(day.span))).or_else(|| Some((named()?, None)))?;
    let told = || days_told(report, dates).filter(|day| day.span.start >= title.end);
    if told().any(|day| day.date.days_until(date).is_none_or(|days| days.abs() <= 40)) {
        return None;
    }
    let slipped = |day: &Day| {
        let (same_year, same_month) = (day.date.year == date.year, day.date.month == date.month);
        day.date.day == date.day && same_year != same_month
    };
    let before = || {
        let all = || told().all(|day| date < day.date);
        told().min_by_key(|day| day.date).filter(|_| span.is_some() && gives_one_day && all())
    };
    let other = told().find(slipped).or_else(before)?;
    let place = if span.is_some() { "title" } else { "file's name" };
    let message = format!("The {place} says {}, the text {}.", format_date(date), format_date(other.date));
    let evidence: Vec<Span> = span.into_iter().chain([other.span]).gather();
    Some(discrepancy(DiscrepancyKind::DateDiffers, message, &evidence))
}

/// The days with a year that the text gives outside of plans, its own dates left out.
fn days_told<'a>(report: &'a Report, dates: &'a Dates) -> impl Iterator<Item = Day> + 'a {
    let of_incident = |stamp: &&Stamp| {
        let kind = report.kind_at(stamp.span);
        kind != SectionKind::Plans && !is_decoy(report, stamp)
    };
    report.mentions.stamps.iter().filter(of_incident).filter_map(|stamp| written_day(dates, stamp))
}

/// The day of a stamp that gives its year itself.
fn written_day(dates: &Dates, stamp: &Stamp) -> Option<Day> {
    let value = stamp.date.as_ref().filter(|value| value.date.year.is_some())?;
    Some(Day { date: dates.settle(value)?, span: stamp.span })
}
