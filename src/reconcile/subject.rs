//! Whether a text reports an incident at all: a policy, the minutes of a meeting or a change log has
//! times and percentages too.

use super::dates;
use super::phrases::{Phrases, phrases};
use super::report::Report;
use super::words::Words;
use crate::document::BlockKind;
use crate::incident::{Basis, Certainty, Incident, Moment, Phase};
use crate::mention::{self, Value};
use crate::text::Tokens;

/// How a title begins that is no report's.
const OTHER_OPENINGS: Phrases = phrases(
    "weekly newsletter|newsletter|monthly newsletter|weekly digest|digest|this week in|welcome to|webinar|\
     workshop|meet the|meet our|how to|guide to|a guide|introducing|announcing|release|version|introduction to|minutes of|agenda|changelog|\
     change log|release notes|scheduled maintenance|planned maintenance|upcoming maintenance|runbook|playbook|\
     maintenance notice|notice of maintenance|programme|job description|faq|tutorial|service level agreement|\
     meeting notes|meeting minutes|notes of the meeting|notes from the meeting|policy on|checklist for|\
     best practices|recipe|terms of|invitation",
);
/// How a title ends that is no report's.
const OTHER_ENDINGS: Phrases = phrases(
    "policy|policies|guide|guidelines|runbook|playbook|handbook|procedure|agreement|changelog|roadmap|agenda|\
     checklist|minutes|plan|process|release notes|best practices|tutorial|faq|maintenance notice|schedule|\
     announcement",
);

/// Words that name an incident or its kind.
const INCIDENT: Phrases = phrases(
    "outage*|incident*|postmortem*|post mortem*|downtime|unavailab*|unreachab*|inaccessib*|disrupt*|\
     interruption*|degrad*|was down|were down|went down|is down|are down|gone down|breach*|exploit*|attack*|\
     compromis*|vulnerab*|root cause*|rca|blackout|failure*|retrospective|breakage|down time|data loss|sev 1|\
     sev 2|sev1|sev2|not reachable|not available|not accessible|instability|malfunction*|hijack*|takeover|retro",
);

/// Words that say that something went wrong.
pub(super) const TROUBLE: Phrases = phrases(
    "fail*|error*|unable|cannot|could not|couldn|crash*|slow*|timeout*|timed out|timing out|offline|broken|\
     broke|stuck|lost|affect*|impact*|issue*|problem*|unrespons*|latency|500|502|503|504|5 xx|restored|down|\
     exceed*|corrupt*|wrong|missing|not work*|stopped|stops|delay*|expired|rejected|denied|overload*|bug|\
     exhaust*|out of memory|oom|restart*|reboot*|trouble*|stall*|halt*|fork|invalid|\
     not run|never ran|not sent|not delivered|out of date|packet loss|loss of|power cut|died|went dark|fell over|collapsed|ran out|expired|refused|hiccup*|gone",
);

/// Whether the text that `incident` was read from reports one.
pub(super) fn is_an_incident(report: &Report, incident: &Incident) -> bool {
    let title = incident.title.as_deref();
    let in_title = || title.is_some_and(|title| named(title, &INCIDENT));
    if title.is_some_and(is_another_kind) || !in_title() && has_minutes(report) {
        return false;
    }
    // The updates of a status page are of an incident.
    if !report.updates.is_empty() {
        return true;
    }
    let all = || Words::new(report.tokens, report.token_range());
    let names_one = |words: &Words| words.has(&INCIDENT);
    if has_times_or_figures(incident) {
        let has_form = || has_labelled_ends(incident) || has_a_part_of_a_report(report);
        let tells_of_failure =
            || incident.start.as_ref().is_some_and(|start| start.rule.as_str() == "start-told-failing");
        return names_one(&all()) || all().has(&TROUBLE) || tells_of_failure() || has_form();
    }
    // Without any figure, the title must say so, and the text give a day.
    let file = || report.file_name.is_some_and(|name| named(name, &INCIDENT));
    let in_heading = || incident.title.as_deref().is_some_and(holds_a_day) && all().has(&TROUBLE);
    let day_given = incident.start.is_some() && (names_one(&all()) || in_heading());
    day_given || ((in_title() || file()) && has_a_date(report))
}

/// Whether fields give both the start and the end.
fn has_labelled_ends(incident: &Incident) -> bool {
    let labelled = |moment: &Option<Moment>| {
        moment.as_ref().is_some_and(|moment| moment.rule.as_str().contains("labelled"))
    };
    labelled(&incident.start) && labelled(&incident.end)
}

/// Whether a title or a file's name holds one of `phrases`.
fn named(name: &str, phrases: &Phrases) -> bool {
    let tokens = Tokens::scan(&name.replace('_', " "));
    Words::whole(&tokens).has(phrases)
}

/// Whether a title holds a day.
fn holds_a_day(title: &str) -> bool {
    let tokens = Tokens::scan(title);
    mention::recognize(&tokens).list.iter().any(|found| matches!(found.value, Value::Date(_)))
}

fn has_a_date(report: &Report) -> bool {
    let mentioned = report.mentions.list.iter().any(|mention| matches!(mention.value, Value::Date(_)));
    mentioned || report.file_name.and_then(dates::in_file_name).is_some()
}

/// Whether anything but a mere day was found: a time, a share, a length, or an entry with a meaning.
fn has_times_or_figures(incident: &Incident) -> bool {
    let plain = |moment: &Option<Moment>| {
        let told = |m: &Moment| m.at.time.is_some() || m.rule.as_str() != "start-day";
        moment.as_ref().is_some_and(|m| m.certainty != Certainty::Assumed && told(m))
    };
    let timed = |moment: &Option<Moment>| moment.as_ref().is_some_and(|m| m.at.time.is_some());
    plain(&incident.start)
        || plain(&incident.end)
        || timed(&incident.start) && (timed(&incident.end) || timed(&incident.detected))
        || incident.impact.is_some()
        || incident.durations.iter().any(|duration| duration.basis == Basis::Stated)
        || incident.timeline.iter().any(|event| event.phase != Phase::Other)
        || incident.timeline.len() >= FEWEST_ENTRIES
}

/// Entries that make a timeline, whatever they mean.
const FEWEST_ENTRIES: usize = 3;

/// Whether the title is that of another kind of text.
fn is_another_kind(title: &str) -> bool {
    let tokens = Tokens::scan(title);
    let title = Words::whole(&tokens);
    title.begins_with(&OTHER_OPENINGS) || title.ends_with(&OTHER_ENDINGS)
}

/// Whether the text is the minutes of a meeting.
fn has_minutes(report: &Report) -> bool {
    const NAMES: Phrases = phrases("attendees|agenda|present|apologies|attending|in attendance");
    let minutes = |block: &crate::document::Block| {
        let name = block.label.map(|label| label.name);
        let heading = matches!(block.kind, BlockKind::Heading(_)).then_some(block.span);
        name.or(heading).is_some_and(|name| {
            let words = report.words_in(name);
            words.begins_with(&NAMES) && words.count() <= 2
        })
    };
    report.blocks.iter().take(MOST_LINES).any(minutes)
}

/// Lines of a text within which minutes name those who met.
const MOST_LINES: usize = 12;

/// Whether a heading is that of a part which only a report has.
fn has_a_part_of_a_report(report: &Report) -> bool {
    let mut headings = report.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_)));
    headings.any(|heading| report.words_in(heading.span).has(&PARTS))
}

/// Headings of reports.
const PARTS: Phrases = phrases(
    "root cause*|what happened|lessons learned|lesson learned|corrective|preventative|preventive|\
     contributing factors|why did this happen|how i fixed|how we fixed|what went wrong|detection|resolution|\
     timeline|time line|chronology|key events|sequence of events|chain of events|order of events",
);
