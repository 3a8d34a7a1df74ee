//! Figures from the library are the figures of what was read.

use outage_lens::extract::{Options, extract};
use outage_lens::incident::Incident;
use outage_lens::metrics::{
    DurationDefinition, Durations, ShareAffected, milestones, minutes_to_detect, phase_spans,
};
use outage_lens::state::SAMPLES;
use outage_lens::wire::stored::{
    StoredDuration, StoredEntry, StoredFacts, StoredImpact, StoredMoment, StoredZone,
};
use proptest::option::of;
use proptest::prelude::*;

use crate::arbitrary::{incident, text};

/// Everything that comparisons compute from an incident.
fn figures(incident: &Incident) -> impl PartialEq + std::fmt::Debug + use<> {
    let durations =
        DurationDefinition::ALL.map(|definition| Durations::of([incident].into_iter(), definition));
    let spans = phase_spans(incident);
    let noticed = minutes_to_detect(incident, &spans);
    (durations, milestones(incident), spans, noticed, ShareAffected::of(incident))
}

fn assert_kept(incident: &Incident) {
    let stored = StoredFacts::of(incident);
    let back = stored.clone().into_incident();
    assert_eq!(figures(&back), figures(incident));
    assert_eq!(
        StoredFacts { events: stored.events, discrepancies: stored.discrepancies, ..StoredFacts::of(&back) },
        stored
    );
}

#[test]
fn the_samples_give_the_same_figures_from_the_library() {
    let mut incidents = 0;
    for sample in &SAMPLES {
        for incident in extract(sample.text, &Options::default()).incidents {
            assert_kept(&incident);
            incidents += 1;
        }
    }
    assert!(incidents > 5, "only {incidents} incidents in the samples");
}

fn damaged_moment() -> impl Strategy<Value = StoredMoment> {
    let words = prop_oneof![text(), "[-T:0-9]{0,20}", Just("2023-05-09T14:30".to_owned())];
    let certainty = prop_oneof![text(), Just("stated".to_owned())];
    (words, of(any::<i32>()), certainty).prop_map(|(at, offset_minutes, certainty)| StoredMoment {
        at,
        offset_minutes,
        certainty,
        approximate: false,
        from_entry: false,
    })
}

prop_compose! {
    fn damaged_facts()(
        (name, phase, basis) in (text(), text(), prop_oneof![text(), Just("stated".to_owned())]),
        offset_minutes in of(any::<i32>()),
        (start, end) in (damaged_moment(), damaged_moment()),
        [minutes, low, high, percent] in [of(any::<f64>()), of(any::<f64>()), of(any::<f64>()), of(any::<f64>())],
        bound in of(text()),
    ) -> StoredFacts {
        let certainty = "stated".to_owned();
        let entry = StoredEntry { at: start.at.clone(), offset_minutes, phase, text: name.clone(), approximate: true };
        let duration = StoredDuration { minutes, low, high, approximate: true, basis, certainty: certainty.clone() };
        let impact = StoredImpact { percent, low, high, of: None, approximate: false, bound, peak: false, certainty };
        StoredFacts {
            zone: Some(StoredZone { name, offset_minutes }),
            start: Some(start),
            end: Some(end),
            duration: Some(duration.clone()),
            stated_duration: Some(duration),
            impact: Some(impact),
            entries: vec![entry],
            ..StoredFacts::default()
        }
    }
}

proptest! {
    #[test]
    fn every_incident_gives_the_same_figures_from_the_library(incident in incident()) {
        assert_kept(&incident);
    }

    #[test]
    fn damaged_records_give_absent_facts_and_no_panic(facts in damaged_facts()) {
        let incident = facts.clone().into_incident();
        let lengths = incident.durations.iter().flat_map(|d| [d.minutes, d.low, d.high]).flatten();
        prop_assert!(lengths.into_iter().all(|minutes| minutes >= 0.0 && minutes.is_finite()));
        let offsets = [incident.zone.and_then(|zone| zone.offset_minutes), incident.start.and_then(|m| m.offset_minutes)];
        prop_assert!(offsets.into_iter().flatten().all(|minutes| minutes.abs() <= 18 * 60));
        let shares = incident.impact.iter().flat_map(|i| [i.percent, i.low, i.high]).flatten();
        prop_assert!(shares.into_iter().all(|percent| (0.0..=100.0).contains(&percent)));
    }
}
