//! A digest is a report: what it says is read back from it.

use outage_lens::extract::{Options, extract};
use outage_lens::incident::{Incident, Moment};
use outage_lens::state::SAMPLES;
use outage_lens::wire::{Detail, digest};

fn read(text: &str) -> Incident {
    let mut incidents = extract(text, &Options::default()).incidents;
    assert!(incidents.len() <= 1, "one digest is one incident:\n{text}");
    incidents.pop().unwrap_or_default()
}

fn at(moment: Option<&Moment>) -> Option<(String, Option<i32>, bool)> {
    moment.map(|it| (it.at.to_string(), it.offset_minutes, it.approximate))
}

/// Every figure of an incident that `known` has too, without the words behind it. A digest puts the posts of a status page
/// into a timeline, from which more can be read than from posts.
fn figures(incident: &Incident, known: &Incident) -> String {
    let all = |it: &Incident| {
        [it.start.clone(), it.detected.clone(), it.acknowledged.clone(), it.mitigated.clone(), it.end.clone()]
    };
    let mut moments = all(incident);
    for (moment, known) in moments.iter_mut().zip(all(known)) {
        *moment = moment.take().filter(|_| known.is_some());
    }
    let duration = incident.duration.as_ref().map(|it| (it.minutes, it.low, it.high, it.approximate));
    let impact =
        incident.impact.as_ref().map(|it| (it.percent, it.low, it.high, it.of.clone(), it.bound, it.peak));
    let severity = incident.severity.as_ref().map(|it| &it.value);
    let service = incident.service.as_ref().map(|it| &it.value);
    format!(
        "{:?} {duration:?} {impact:?} {severity:?} {service:?}",
        moments.each_ref().map(|it| at(it.as_ref()))
    )
}

fn times(incident: &Incident) -> Vec<Option<String>> {
    incident.timeline.iter().map(|event| event.at.map(|at| at.to_string())).collect()
}

#[test]
fn every_sample_is_read_back_from_its_digest() {
    for sample in &SAMPLES {
        for incident in extract(sample.text, &Options::default()).incidents {
            let name = incident.title.clone().unwrap_or_default();
            for detail in [Detail::Whole, Detail::Facts] {
                let page = digest(&incident, &name, detail);
                let again = read(&page);
                assert_eq!(figures(&again, &incident), figures(&incident, &incident), "{page}");
                assert_eq!(again.title, incident.title, "{page}");
                if detail == Detail::Whole {
                    assert_eq!(times(&again), times(&incident), "{page}");
                }
            }
        }
    }
}

#[test]
fn figures_alone_tell_no_word_of_the_report() {
    for sample in &SAMPLES {
        for incident in extract(sample.text, &Options::default()).incidents {
            let page = digest(&incident, incident.title.as_deref().unwrap_or_default(), Detail::Figures);
            for event in &incident.timeline {
                assert!(event.text.len() < 12 || !page.contains(&event.text), "{page}");
            }
            let mut expected = incident.clone();
            expected.service = None;
            assert_eq!(figures(&read(&page), &expected), figures(&expected, &expected), "{page}");
        }
    }
}
