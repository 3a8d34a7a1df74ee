//! The names of fields that hold one of the incident's moments.

use crate::incident::Phase;

const BEGAN: [&str; 16] = [
    "start of outage", "start of incident", "start of impact", "time of onset", "onset", "time started",
    "start", "started", "begin", "began", "beginning", "outage began", "incident began", "impact began",
    "fault occurs", "from",
];
const DETECTED: [&str; 4] = ["detected", "detection", "first detected", "time detected"];
const ACKNOWLEDGED: [&str; 3] = ["acknowledged", "time acknowledged", "acknowledgement"];
const MITIGATED: [&str; 4] = ["mitigated", "time mitigated", "mitigation time", "repaired"];
const RESOLVED: [&str; 23] = [
    "end of outage", "end of incident", "end of impact", "stop", "stopped", "service restored at",
    "time of recovery", "time restored", "end", "ended", "resolved", "resolution time", "restored",
    "service restored", "recovered", "time resolved", "resolved at", "resolvedwhen", "to", "finish",
    "finished", "time of resolution", "fully restored",
];
/// Words before "start" or "end" that leave the meaning as it is.
const SUBJECTS: [&str; 5] = ["outage ", "incident ", "impact ", "service ", "issue "];
/// Words behind the name that leave the meaning as it is.
const ENDINGS: [&str; 6] = ["", " time", " at", " date", " date/time", " on"];

/// The moment that a field called `name` (in lower case) holds.
pub(in crate::reconcile) fn phase_of(name: &str) -> Option<Phase> {
    let name = name.trim();
    let bare = SUBJECTS.iter().find_map(|subject| name.strip_prefix(subject)).unwrap_or(name);
    let without_zone = bare.split(" (").next().unwrap_or(bare);
    let is = |names: &[&str]| {
        names.iter().any(|n| without_zone.strip_prefix(n).is_some_and(|rest| ENDINGS.contains(&rest)))
    };
    let phases: [(&[&str], Phase); 5] = [
        (&BEGAN, Phase::Began),
        (&DETECTED, Phase::Detected),
        (&ACKNOWLEDGED, Phase::Acknowledged),
        (&MITIGATED, Phase::Mitigated),
        (&RESOLVED, Phase::Resolved),
    ];
    phases.into_iter().find(|(names, _)| is(names)).map(|(_, phase)| phase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_with_and_without_their_subject() {
        for (name, phase) in [
            ("start", Some(Phase::Began)),
            ("incident start time", Some(Phase::Began)),
            ("start (utc)", Some(Phase::Began)),
            ("outage end", Some(Phase::Resolved)),
            ("detected at", Some(Phase::Detected)),
            ("mitigated", Some(Phase::Mitigated)),
            ("status", None),
            ("started by", None),
            ("endpoint", None),
        ] {
            assert_eq!(phase_of(name), phase, "{name}");
        }
    }
}
