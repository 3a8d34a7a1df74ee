//! The incident's day: the date that stands in the plainest place.

use super::dates::{DatedBy, Dates};
use super::phrases::{Phrases, phrases};
use super::plain_words;
use super::report::{MOST_WEIGHED, Report};
use super::section_kind::SectionKind;
use super::subject;
use super::told_day;
use super::window;
use super::words::Words;
use crate::document::{Block, BlockKind};
use crate::incident::Phase;
use crate::mention::Stamp;
use crate::text::{Span, is_letter};

/// Where a date stands, the plainest place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Behind words that make it the incident's: "(incident on 2 October)".
    Named,
    /// In a field that is called the incident's date.
    Field,
    /// Beside a clock time at the report's beginning.
    Moment,
    /// In a title.
    Title,
    /// In a sentence of the summary that speaks of the outage.
    Told,
    /// In the field that dates the page: often, but not always, that of the incident.
    Page,
    /// Elsewhere in the summary.
    Summary,
    Timeline,
    Elsewhere,
    FileName,
}

const DATE_LABELS: Phrases = phrases(
    "date|incident date|date of incident|date of the incident|outage date|date of outage|when|\
     date/time|date and time|date of occurrence",
);
/// Words of a sentence that tells of the outage.
const OUTAGE: Phrases = phrases(
    "outage*|experienc*|unavailab*|affected|impact*|down|downtime|degrad*|fail*|error*|disrupt*|interrupt*|\
     incident|inaccessible|unreachable|offline|unable|could not|couldn|elevated|slow*|latency|crash*|\
     unresponsive|suffered|exposed|not reachable|not available|not accessible|not working|broken|broke",
);
/// Words of a sentence that tells of what was before.
const BACKGROUND: Phrases = phrases(
    "previously|similar incident*|similar outage*|similar issue*|last year|last month|years ago|in the past|\
     occurred once|happened before",
);

/// Whether the sentence tells of what was before; "the previously queued events" are none of it.
pub(super) fn is_background(sentence: &Words) -> bool {
    const WITHIN_A_NAME: Phrases = phrases("all|the|any|of|these|those|some");
    sentence.any(&BACKGROUND, &|at| !sentence.has_before(at, 1, &WITHIN_A_NAME))
}

/// The incident's day, the first of those in the plainest place; of status updates, that of the first.
pub(super) fn find(report: &Report, dates: &Dates) -> Option<DatedBy> {
    let posted = report.updates.first_posting().filter(|_| report.updates.stand_alone());
    if let Some(posted) = posted
        && let Some(date) = dates.day_of(posted)
    {
        return Some(DatedBy { date, span: Some(posted.span), place: Place::Moment });
    }
    let mut undated = false;
    let places = report.mentions.stamps.iter().take(MOST_WEIGHED).filter_map(|stamp| {
        undated |= stamp.date.is_none() && is_told_time(report, stamp);
        let date = dates.day_of(stamp)?;
        let place = match place(report, stamp)? {
            // A day that is written behind other times is often only that of the end.
            Place::Moment if undated => Place::Told,
            place => place,
        };
        Some(DatedBy { date, span: Some(stamp.span), place })
    });
    let mut told = None;
    // `min_by_key` takes the first of equals.
    let written = places
        .inspect(|dated| {
            if told.is_none() && is_told_with_a_time(report, dated) {
                told = Some(*dated);
            }
        })
        .min_by_key(|dated| dated.place);
    let written = written.map(|dated| earlier_than_written(report, &dated, told).unwrap_or(dated));
    let plain = written.filter(|dated| dated.place < Place::Page);
    plain.or_else(|| told_day::find(report, dates)).or(written)
}

/// Whether a date of the summary stands in a sentence that tells of the outage with a clock time.
fn is_told_with_a_time(report: &Report, dated: &DatedBy) -> bool {
    let Some(span) =
        dated.span.filter(|_| matches!(dated.place, Place::Moment | Place::Told | Place::Summary))
    else {
        return false;
    };
    let sentence = report.sentence(report.tokens.index_at(span.start));
    let stamps = &report.mentions.stamps;
    let from = report.mentions.stamp_index_at(span.start);
    let within = stamps[from..].iter().take_while(|stamp| stamp.tokens.0 < sentence.end());
    let times = within.take(MOST_TIMES).filter(|stamp| stamp.time.is_some()).count();
    let tells = times > 1 || times > 0 && tells_of_trouble(&sentence);
    tells && !sentence.has(&OTHER_OCCASIONS)
}

/// Words of a sentence that tells of something planned, or of another day than the incident's.
const OTHER_OCCASIONS: Phrases = phrases(
    "planned|scheduled|maintenance|week before|day before|days before|weeks before|month before|months before|\
     earlier|previous*|prior|similar|last week|last month|last year|deployed|released|merged|introduced",
);

/// Most times of a sentence that are looked at.
const MOST_TIMES: usize = 4;

/// The day that the summary tells of with its times, where a field that is only called "Date" gives one of the
/// weeks after it: that of the report.
fn earlier_than_written(report: &Report, written: &DatedBy, told: Option<DatedBy>) -> Option<DatedBy> {
    const WEEKS: i64 = 60;
    let is_bare = matches!(written.place, Place::Field | Place::Page)
        && written.span.and_then(|span| report.label_of(span)).is_some_and(|label| label == "date");
    let days = told.filter(|_| is_bare)?.date.days_until(written.date)?;
    told.filter(|_| (1..=WEEKS).contains(&days))
}

/// Whether a clock time of the summary tells of the outage.
fn is_told_time(report: &Report, stamp: &Stamp) -> bool {
    stamp.time.is_some()
        && report.kind_at(stamp.span) == SectionKind::Summary
        && tells_of_trouble(&report.sentence(stamp.tokens.0))
}

/// Whether the words speak of an outage or of what goes wrong in one.
pub(super) fn tells_of_trouble(words: &Words) -> bool {
    words.has(&OUTAGE) || words.has(&subject::TROUBLE) || plain_words::tell_of_failure(words)
}

/// Where the date of `stamp` stands; `None` where it is no date of the incident.
fn place(report: &Report, stamp: &Stamp) -> Option<Place> {
    let kind = report.kind_at(stamp.span);
    if kind == SectionKind::Plans || is_decoy(report, stamp) {
        return None;
    }
    let label = report.label_of(stamp.span).unwrap_or_default();
    if dates_the_page(report, stamp.span) {
        return Some(if label == "title" { Place::Title } else { Place::Page });
    }
    let is_heading =
        report.block_of(stamp.span).is_some_and(|block| matches!(block.kind, BlockKind::Heading(_)));
    if is_dateline(report, stamp) || const { phrases("date of report|report date") }.lists(&label) {
        return Some(Place::Page);
    }
    let sentence = || report.sentence(stamp.tokens.0);
    Some(match (kind, stamp.time.is_some()) {
        // A log tells of many days.
        (SectionKind::Summary | SectionKind::Other, _) if is_in_code(report, stamp) => Place::Elsewhere,
        _ if is_named(&sentence().before(stamp.tokens.0, WHAT_HAPPENED)) => Place::Named,
        _ if DATE_LABELS.lists(label.as_str()) => Place::Field,
        _ if is_heading && kind != SectionKind::Timeline && stamp.time.is_none() => Place::Title,
        (SectionKind::Summary, _) if is_background(&sentence()) => Place::Elsewhere,
        // Work that was planned has a time of its own, perhaps of another day.
        (SectionKind::Summary, true) if sentence().has_before(stamp.tokens.0, BEFORE_PLAN, &PLANNED) => {
            Place::Told
        }
        (SectionKind::Summary, true) => Place::Moment,
        _ if is_heading && kind != SectionKind::Timeline => Place::Title,
        (SectionKind::Summary, false) if tells_of_trouble(&sentence()) => Place::Told,
        (SectionKind::Summary, false) => Place::Summary,
        (SectionKind::Timeline, _) => Place::Timeline,
        _ => Place::Elsewhere,
    })
}

/// Most tokens before a time that say that it was planned.
const BEFORE_PLAN: usize = 20;
const PLANNED: Phrases =
    phrases("planned|scheduled|maintenance|announced|change window|week before|day before|days before");

/// Whether the stamp stands in a log.
pub(super) fn is_in_code(report: &Report, stamp: &Stamp) -> bool {
    report.block_of(stamp.span).is_some_and(|block| block.kind == BlockKind::Code)
}

/// Whether the words right before a date make it that of the incident which the report is about.
fn is_named(before: &Words) -> bool {
    const NAMES: Phrases = phrases("incident on|outage on|incident of|outage of|incident from|outage from");
    const OTHERS: Phrases = phrases(
        "previous|last|similar|earlier|another|other|related|like|first|second|prior|past|same|as|than",
    );
    let near = before.before(before.end(), 6);
    near.has_before(near.end(), 3, &NAMES) && !near.has(&OTHERS)
        || before.last(&INCIDENT).is_some_and(|noun| {
            before.goes_on_with(noun + 1, 4, &HAPPENED) && !before.has_before(noun, 8, &OTHERS)
        })
}

/// Most tokens before a date in which an incident and what it did are looked for.
const WHAT_HAPPENED: usize = 16;
/// What an incident is called, and how a clause begins that says which one it is: "the outage that hit us on 2 May".
const INCIDENT: Phrases = phrases("incident|outage|disruption|downtime|interruption|degradation|breach");
const HAPPENED: Phrases = phrases(
    "that occurred|that happened|that took place|that began|that started|that hit|that struck|that affected|\
     that impacted|which occurred|which happened|which took place|which began|which started|which hit|which affected|\
     which impacted|we experienced|we had|we suffered|you experienced|occurring|experienced by|affecting",
);

/// Whether a line that is not marked as a heading is nothing but the date, or at the top the date with who wrote
/// the page and how long it takes to read: when the page was written.
pub(super) fn is_dateline(report: &Report, stamp: &Stamp) -> bool {
    const LEVELS: u8 = 6;
    const MARKS: usize = 6;
    const TOP: usize = 4;
    const BYLINE: Phrases =
        phrases("by|reading time|min read|minute read|minutes read|read|author|written by|posted by");
    const LONGEST: usize = 90;
    let Some(index) = report.block_index_at(stamp.span.start) else { return false };
    let block = &report.blocks[index];
    let is_byline = || {
        let words = report.words_in(block.span);
        index < TOP && block.span.len() <= LONGEST && words.has(&BYLINE) && !tells_of_trouble(&words)
    };
    let unmarked = match block.kind {
        BlockKind::Heading(level) => level > LEVELS,
        kind => kind == BlockKind::Line,
    };
    let is_bare = block.label.is_none() && block.span.len() <= stamp.span.len() + MARKS;
    unmarked && stamp.time.is_none() && (is_bare || is_byline())
}

/// Dates that belong to the document, or to what is due or only expected.
pub(super) fn is_decoy(report: &Report, stamp: &Stamp) -> bool {
    const DECOYS: Phrases = phrases(
        "due|published|posted|updated|modified|created|deadline|eta|review|written|reviewed|\
         version|copyright|expires|scheduled for|meeting|training|renewed until|valid until|valid to|extended until|\
         runs until|good until|supported until|valid through|expiring on|expire on",
    );
    const EXPECTED: Phrases = phrases(
        "will|ll|going to|worst case|estimate*|expect*|no later than|hope*|tentativ*|plan|plans|planned",
    );
    let sentence = report.sentence(stamp.tokens.0);
    sentence.has_before(stamp.tokens.0, 4, &DECOYS)
        || sentence.has_before(stamp.tokens.0, 12, &EXPECTED)
        || report
            .label_of(stamp.span)
            .filter(|label| !label.contains(|c: char| c.is_ascii_digit()))
            .is_some_and(|label| {
                let mut words = label.split(|letter: char| !is_letter(letter) && !letter.is_ascii_digit());
                words.any(|word| DECOYS.lists(word))
            })
}

/// Names of fields that describe a page, a message or a commit, not an incident.
const MACHINE_FIELDS: Phrases = phrases(
    "subject|reply-to|message-id|layout|slug|tags|template|permalink|draft|categories|category|server|content-type|content-length|\
     connection|x-powered-by|commit",
);
/// Lines on either side of a field in which its company stands.
const COMPANY: usize = 4;

/// Whether `span` stands in front matter, or among fields that describe a page, a message or a commit.
pub(super) fn dates_the_page(report: &Report, span: Span) -> bool {
    if report.document.front_matter_holds(span) {
        return !is_status_entry(report);
    }
    let Some(index) = report.block_index_at(span.start).filter(|at| report.blocks[*at].label.is_some())
    else {
        return false;
    };
    let from = index.saturating_sub(COMPANY);
    report.blocks[from..].iter().take(2 * COMPANY + 1).any(|block| is_machine_field(report, block))
}

/// Most lines of front matter that are looked at.
const FRONT_MATTER: usize = 40;

/// Whether the front matter says when the incident was resolved, as that of a status page's entry
/// does: then its date is the incident's.
fn is_status_entry(report: &Report) -> bool {
    let lines = report.blocks.iter().take(FRONT_MATTER);
    let mut labels =
        lines.filter(|block| report.document.front_matter_holds(block.span)).filter_map(|b| b.label);
    labels.any(|label| {
        let name = report.document.lower_words(label.name);
        window::phase_of_label(&name) == Some(Phase::Resolved)
    })
}

fn is_machine_field(report: &Report, block: &Block) -> bool {
    block.label.is_some_and(|label| {
        let name = report.document.lower_words(label.name);
        let value = || report.document.words(label.value);
        MACHINE_FIELDS.lists(&name) || name == "author" && value().contains('@')
    })
}
