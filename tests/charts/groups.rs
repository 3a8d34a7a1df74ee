//! Charts of groups and of phases.

use outage_lens::chart::{ComparedIncident, Role, Scene, Size, render_group_dots, render_phase_split};
use outage_lens::incident::{Incident, Phase};
use outage_lens::metrics::{DEFAULT_SEED, DurationDefinition};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::fixtures::{event, failed_release, lasting, moment, named, night, phases};
use crate::golden::{WIDTHS_PX, holds};
use crate::properties::{any_incident, is_sound};

fn dots(incidents: &[ComparedIncident], labels: &[Option<String>], width: u32) -> Option<Scene> {
    let definition = DurationDefinition::StartToEnd;
    render_group_dots(incidents, labels, definition, DEFAULT_SEED, Size::new(width))
}

fn labelled(groups: &[(&str, &[f64])]) -> (Vec<Incident>, Vec<Option<String>>) {
    let all = groups.iter().flat_map(|(label, minutes)| minutes.iter().map(move |m| (*label, *m)));
    all.map(|(label, minutes)| (lasting(minutes), Some(label.to_owned()))).unzip()
}

#[test]
fn three_severities() {
    let (mut incidents, mut labels) = labelled(&[
        ("SEV-1", &[95.0, 120.0, 240.0, 49.0, 720.0, 300.0, 1800.0]),
        ("SEV-2", &[22.0, 37.0, 37.0, 37.0, 49.0, 60.0, 11.0, 13.0, 90.0, 0.0]),
        ("SEV-3", &[4.0, 8.0, 30.0]),
        ("A service with a name that nobody would ever want to read in full on a phone", &[5.0]),
    ]);
    if let Some(duration) = incidents[2].duration.as_mut() {
        duration.approximate = true;
    }
    incidents.extend([Incident::default(), lasting(7.0)]);
    labels.extend([Some("SEV-3".to_owned()), None]);
    for width in WIDTHS_PX {
        holds(&format!("groups-{width}"), dots(&named(&incidents), &labels, width));
    }
}

#[test]
fn two_groups_that_chance_may_have_made() {
    let (incidents, labels) = labelled(&[
        ("before", &[10.0, 20.0, 40.0, 80.0, 160.0]),
        ("after", &[15.0, 30.0, 60.0, 90.0, 120.0, 240.0]),
    ]);
    let scene = dots(&named(&incidents), &labels, 720).expect("there are durations");
    assert_eq!(
        scene.title,
        "With 5 against 6 incidents this difference cannot be told from chance (p = 0.537 of all splits)"
    );
    assert!(scene.description.contains("only one group lasting"), "{}", scene.description);
    for width in WIDTHS_PX {
        holds(&format!("groups-two-{width}"), dots(&named(&incidents), &labels, width));
    }
}

#[test]
fn forty_groups_of_ten_thousand_are_thinned_and_say_so() {
    let incidents: Vec<Incident> = (0..10_000_u32).map(|n| lasting(f64::from(n % 997 + 1))).collect();
    let labels: Vec<Option<String>> =
        (0..10_000_u32).map(|n| Some(format!("service {:02}", (n * n + n) % 40))).collect();
    let scene = dots(&named(&incidents), &labels, 720).expect("there are durations");
    let circles = scene.marks.iter().filter(|mark| mark.role == Role::Dot).count();
    assert!((750..=1030).contains(&circles), "{circles}");
    assert!(scene.description.contains("one dot for 10 incidents"), "{}", scene.description);
}

#[test]
fn more_than_thirty_groups_keep_the_largest() {
    let incidents: Vec<Incident> = (0..60_u32).map(|n| lasting(f64::from(n + 1))).collect();
    let labels: Vec<Option<String>> = (0..60_u32).map(|n| Some(format!("g{}", n % 40))).collect();
    let scene = dots(&named(&incidents), &labels, 340).expect("there are durations");
    assert!(scene.description.contains("the largest 30 of 40 groups are drawn"), "{}", scene.description);
    assert_eq!(scene.table.rows.len(), 40);
}

#[test]
fn nothing_grouped_is_no_chart() {
    assert_eq!(dots(&[], &[], 720), None);
    assert_eq!(dots(&named(&[lasting(5.0)]), &[None], 720), None);
    assert_eq!(dots(&named(&[lasting(0.0), Incident::default()]), &vec![Some("a".to_owned()); 2], 720), None);
}

#[test]
fn where_the_time_of_seven_incidents_went() {
    let mut incidents = vec![
        phases("09:00", "09:04", "09:40", "10:00"),
        phases("09:00", "09:20", "09:50", "10:30"),
        phases("09:00", "09:00", "13:00", "13:10"),
        phases("09:00", "09:02", "09:09", "09:30"),
        failed_release(),
        phases("09:00", "11:00", "11:40", "16:00"),
        Incident { acknowledged: moment("09:11"), ..phases("09:00", "09:10", "09:45", "10:00") },
        night(),
        Incident::default(),
    ];
    incidents[0].timeline.push(event("09:30", Phase::Identified, "Found"));
    for width in WIDTHS_PX {
        holds(&format!("phases-{width}"), render_phase_split(&named(&incidents), Size::new(width)));
    }
}

#[test]
fn phases_of_one_or_two_incidents_have_no_quartiles() {
    let two = [phases("09:00", "09:04", "09:40", "10:00"), phases("09:00", "09:20", "09:50", "10:30")];
    let scene = render_phase_split(&named(&two), Size::new(720)).expect("phases are told");
    assert_eq!(scene.title, "44 % of 2 h 30 min in known phases went by to mitigate");
    assert_eq!(scene.table.rows[0], ["to detect", "2", "12 min", "", "", "24 min", "16 %"]);
    assert_eq!(render_phase_split(&named(&[night()]), Size::new(720)), None);
    assert_eq!(render_phase_split(&[], Size::new(720)), None);
}

fn any_label() -> impl Strategy<Value = Option<String>> {
    let label = prop_oneof![
        5 => prop::sample::select(vec!["SEV-1", "SEV-2", "תקלה בתשלומים", "📦🏷️"]).prop_map(str::to_owned),
        1 => "\\PC{0,12}|.{0,6}",
        1 => Just("x".repeat(500)),
    ];
    option::weighted(0.9, label)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_chart_of_groups_and_phases_is_sound(
        some in vec((any_incident(), any_label()), 0..40),
        width in 200..1500_u32,
    ) {
        let (incidents, labels): (Vec<Incident>, Vec<Option<String>>) = some.into_iter().unzip();
        if let Some(scene) = dots(&named(&incidents), &labels, width) {
            is_sound(&scene)?;
        }
        if let Some(scene) = render_phase_split(&named(&incidents), Size::new(width)) {
            is_sound(&scene)?;
        }
    }
}
