//! Generated incidents and records.

use outage_lens::incident::{
    Basis, Bound, Certainty, ClockTime, Event, Impact, Incident, Moment, OutageDuration, PartialDate,
    PartialTime, Phase, RuleId, Service, Severity, ZoneFact,
};
use outage_lens::wire::library::KeptReport;
use outage_lens::wire::stored::{
    StoredCorrection, StoredFacts, StoredIncident, StoredReport, StoredValue, VERSION,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

const RULE: RuleId = RuleId::new("generated");

/// Texts as people paste them, and as they do not.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~\r\n\t]{0,40}",
        Just("\0\u{1b}\u{7f}\u{2028}\u{FEFF}\u{FFFD}".to_owned()),
        Just("تعطلت الخدمة \u{202e}🚨👩‍🚒\u{10FFFF}".to_owned()),
    ]
}

fn at() -> impl Strategy<Value = PartialTime> {
    let date =
        (of(1990..2040_i32), 1..=12_u8, 1..=31_u8).prop_map(|(year, m, d)| PartialDate::new(year, m, d));
    let time = of((0..24_u8, 0..60_u8, of(0..60_u8)))
        .prop_map(|time| time.and_then(|(hour, minute, second)| ClockTime::new(hour, minute, second)));
    (date, time)
        .prop_map(|(date, time)| PartialTime { date, time })
        .prop_filter("no time at all", |at| at.date.is_some() || at.time.is_some())
}

fn offset() -> impl Strategy<Value = Option<i32>> {
    of(-720..=840_i32)
}

fn certainty() -> impl Strategy<Value = Certainty> {
    prop::sample::select(vec![Certainty::Stated, Certainty::Derived, Certainty::Assumed])
}

fn moment() -> impl Strategy<Value = Moment> {
    (at(), offset(), certainty(), any::<bool>()).prop_map(|(at, offset_minutes, certainty, approximate)| {
        Moment { at, offset_minutes, certainty, rule: RULE, approximate, evidence: Vec::new() }
    })
}

fn duration() -> impl Strategy<Value = OutageDuration> {
    let value = prop_oneof![
        (0.0..1e6).prop_map(|minutes| (Some(minutes), None, None)),
        (0.0..1e3, 0.0..1e3).prop_map(|(low, more)| (None, Some(low), Some(low + more))),
        (0.0..1e3).prop_map(|low| (None, Some(low), None)),
    ];
    let basis = prop::sample::select(vec![Basis::Stated, Basis::Window, Basis::Timeline]);
    (value, basis, certainty(), any::<bool>()).prop_map(
        |((minutes, low, high), basis, certainty, approximate)| OutageDuration {
            minutes,
            low,
            high,
            approximate,
            basis,
            certainty,
            rule: RULE,
            evidence: Vec::new(),
        },
    )
}

fn impact() -> impl Strategy<Value = Impact> {
    let value = prop_oneof![
        (0.0..=100.0).prop_map(|percent| (Some(percent), None, None)),
        (0.0..=100.0, 0.0..=100.0).prop_map(|(low, high)| (None, Some(low), Some(high))),
    ];
    let bound = of(prop::sample::select(vec![Bound::AtLeast, Bound::AtMost]));
    (value, of(text()), bound, any::<(bool, bool)>(), certainty()).prop_map(
        |((percent, low, high), of, bound, (approximate, peak), certainty)| Impact {
            percent,
            low,
            high,
            of,
            approximate,
            bound,
            peak,
            certainty,
            rule: RULE,
            evidence: Vec::new(),
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let phase = prop::sample::select(Phase::ALL.to_vec());
    (of(at()), offset(), text(), phase, any::<bool>()).prop_map(
        |(at, offset_minutes, text, phase, approximate)| Event {
            at,
            until: None,
            offset_minutes,
            text,
            phase,
            approximate,
            evidence: Vec::new(),
        },
    )
}

prop_compose! {
    /// An incident with any of the facts, the headline duration being the first one.
    pub fn incident()(
        (title, severity, service, zone) in (of(text()), of(text()), of(text()), of((text(), offset()))),
        (start, detected, acknowledged) in (of(moment()), of(moment()), of(moment())),
        (mitigated, end) in (of(moment()), of(moment())),
        durations in vec(duration(), 0..3),
        impact in of(impact()),
        timeline in vec(event(), 0..6),
    ) -> Incident {
        Incident {
            title,
            severity: severity.map(|value| Severity { value, evidence: Vec::new() }),
            service: service.map(|value| Service { value, evidence: Vec::new() }),
            zone: zone.map(|(name, offset_minutes)| ZoneFact { name, offset_minutes, evidence: Vec::new() }),
            start,
            detected,
            acknowledged,
            mitigated,
            end,
            duration: durations.first().cloned(),
            durations,
            impact,
            timeline,
            ..Incident::default()
        }
    }
}

fn value() -> impl Strategy<Value = StoredValue> {
    prop_oneof![
        (0.0..1e9).prop_map(StoredValue::Minutes),
        (0.0..=100.0, of(text())).prop_map(|(percent, of)| StoredValue::Share { percent, of }),
        (text(), offset()).prop_map(|(at, offset_minutes)| StoredValue::Moment { at, offset_minutes }),
        text().prop_map(StoredValue::Text),
    ]
}

fn stored_incident() -> impl Strategy<Value = StoredIncident> {
    let correction = (text(), of(value()), of(text())).prop_map(|(fact, value, entry)| StoredCorrection {
        fact,
        value,
        entry,
    });
    (incident(), of(text()), vec(text(), 0..3), vec(correction, 0..3)).prop_map(
        |(read, name, tags, corrections)| StoredIncident {
            facts: StoredFacts::of(&read),
            name,
            tags,
            corrections,
        },
    )
}

/// A time as clocks give it, in milliseconds.
fn time_ms() -> impl Strategy<Value = f64> {
    (0..4_000_000_u32, 0..1_000_000_u32)
        .prop_map(|(high, low)| f64::from(high) * 1_000_000.0 + f64::from(low))
}

prop_compose! {
    fn kept_report()(
        (added_ms, changed_ms, deleted_ms) in (time_ms(), time_ms(), of(time_ms())),
        (source, file_name, reader, opening) in (text(), of(text()), text(), of(text())),
        incidents in vec(stored_incident(), 0..3),
        text in of(text()),
    ) -> KeptReport {
        let report = StoredReport {
            version: VERSION,
            id: 0.0,
            added_ms,
            changed_ms,
            deleted_ms,
            source,
            file_name,
            reader,
            opening,
            incidents,
        };
        KeptReport { report, text }
    }
}

/// Reports with numbers of their own.
pub fn library() -> impl Strategy<Value = Vec<KeptReport>> {
    (vec(kept_report(), 0..5), 0..u32::MAX).prop_map(|(mut reports, first)| {
        // Up to the largest numbers that there are, 2^52 and a little.
        let first = f64::from(first) * 1_048_576.0;
        for (place, kept) in (0_u32..).zip(&mut reports) {
            kept.report.id = first + f64::from(place);
        }
        reports
    })
}
