//! Charts as they must stay until somebody means to change them.

use std::fs;
use std::path::{Path, PathBuf};

use outage_lens::chart::{
    AlignedAt, ComparedIncident, Scene, Size, render_aligned_timelines, render_duration_dots, render_ecdf,
    render_impact_scatter, render_incident_timeline,
};
use outage_lens::incident::{Bound, Incident};
use outage_lens::metrics::{DEFAULT_SEED, DurationDefinition};

use crate::fixtures::{crowded, duration, failed_release, harming, impact, lasting, named, night, phases};

pub const WIDTHS_PX: [u32; 2] = [720, 340];

fn golden_file(name: &str) -> PathBuf {
    Path::new("tests/golden").join(format!("{name}.svg"))
}

/// Compares `scene` with its file, and reads it as XML.
pub fn holds(name: &str, scene: Option<Scene>) {
    let svg = scene.unwrap_or_else(|| panic!("{name} is not drawn")).to_svg();
    roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name} is no XML: {error}"));
    let file = golden_file(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &svg).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        return;
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(svg == expected, "{name} is drawn differently from {}", file.display());
}

fn timeline_holds(name: &str, incident: &Incident) {
    for width in WIDTHS_PX {
        let scene = render_incident_timeline(incident, Size::new(width));
        holds(&format!("{name}-{width}"), scene);
    }
}

fn dots_hold(name: &str, incidents: &[ComparedIncident]) {
    for width in WIDTHS_PX {
        let definition = DurationDefinition::StartToEnd;
        let scene = render_duration_dots(incidents, definition, DEFAULT_SEED, Size::new(width));
        holds(&format!("{name}-{width}"), scene);
    }
}

fn ecdf_holds(name: &str, incidents: &[ComparedIncident], threshold_minutes: f64) {
    for width in WIDTHS_PX {
        let definition = DurationDefinition::StartToEnd;
        let scene = render_ecdf(incidents, definition, threshold_minutes, Size::new(width));
        holds(&format!("{name}-{width}"), scene);
    }
}

fn scatter_holds(name: &str, incidents: &[ComparedIncident]) {
    for width in WIDTHS_PX {
        let scene = render_impact_scatter(incidents, DurationDefinition::StartToEnd, Size::new(width));
        holds(&format!("{name}-{width}"), scene);
    }
}

fn rows_hold(name: &str, incidents: &[ComparedIncident]) {
    for width in WIDTHS_PX {
        let scene = render_aligned_timelines(incidents, AlignedAt::Start, Size::new(width));
        holds(&format!("{name}-{width}"), scene);
    }
}

#[test]
fn a_timeline_with_every_milestone() {
    timeline_holds("timeline-release", &failed_release());
}

#[test]
fn a_timeline_of_a_window_past_midnight() {
    timeline_holds("timeline-night", &night());
}

#[test]
fn a_timeline_of_crowded_milestones() {
    timeline_holds("timeline-crowded", &crowded());
}

/// Hedged values, a range, nothing known, a length of zero, one without an end, and one that ends before its start.
fn twelve_with_doubts() -> Vec<Incident> {
    let minutes = [4.0, 11.0, 13.0, 22.0, 24.0, 37.0, 49.0, 49.0, 120.0, 240.0, 720.0];
    let mut incidents: Vec<Incident> = minutes.into_iter().map(lasting).collect();
    if let Some(hedged) = incidents[3].duration.as_mut() {
        hedged.approximate = true;
    }
    let range = Some(duration(None, Some((199.0, 265.0))));
    incidents.push(Incident { duration: range, ..Incident::default() });
    incidents.push(Incident::default());
    incidents.push(lasting(0.0));
    incidents.push(Incident { end: None, ..phases("09:00", "09:20", "10:35", "11:00") });
    incidents.push(phases("09:00", "09:20", "10:35", "08:00"));
    incidents
}

#[test]
fn twelve_durations_with_doubts() {
    dots_hold("dots-twelve", &named(&twelve_with_doubts()));
}

#[test]
fn the_share_of_twelve_durations_with_doubts() {
    ecdf_holds("ecdf-twelve", &named(&twelve_with_doubts()), 60.0);
}

#[test]
fn the_share_of_three_hundred_durations() {
    ecdf_holds("ecdf-many", &named(&three_hundred()), 1440.0);
}

#[test]
fn three_durations_have_no_box() {
    let incidents = [lasting(37.0), lasting(120.0), lasting(720.0)];
    dots_hold("dots-three", &named(&incidents));
}

#[test]
fn durations_against_shares() {
    let pairs =
        [(48.0, 100.0), (90.0, 40.0), (155.0, 18.0), (52.0, 100.0), (105.0, 30.0), (125.0, 62.0), (7.0, 3.0)];
    let mut incidents: Vec<Incident> = pairs.map(|(minutes, percent)| harming(minutes, percent)).to_vec();
    if let Some(limit) = incidents[4].impact.as_mut() {
        limit.bound = Some(Bound::AtLeast);
    }
    let range = Some(impact(None, Some((10.0, 25.0))));
    incidents.push(Incident { impact: range.clone(), ..lasting(400.0) });
    let long = Some(duration(None, Some((600.0, 900.0))));
    incidents.push(Incident {
        duration: long,
        impact: Some(impact(Some(55.0), None)),
        ..Incident::default()
    });
    let open = Incident { end: None, ..phases("09:00", "09:20", "10:35", "11:00") };
    incidents.push(Incident { impact: Some(impact(Some(80.0), None)), ..open });
    incidents.push(lasting(20.0));
    incidents.push(harming(0.0, 50.0));
    scatter_holds("scatter-ten", &named(&incidents));
}

#[test]
fn three_thousand_durations_against_shares() {
    let minutes = |place: u32| 10_f64.powf(f64::from(place * 37 % 3000) / 750.0);
    let percent = |place: u32| f64::from(place * 101 % 977) / 9.76;
    let incidents: Vec<Incident> =
        (0..3000).map(|place| harming(minutes(place), percent(place) * percent(place) / 100.0)).collect();
    scatter_holds("scatter-many", &named(&incidents));
}

/// A spread of powers of ten, the same on every run.
fn three_hundred() -> Vec<Incident> {
    let minutes = |place: u32| 10_f64.powf(f64::from(place * 37 % 300) / 75.0);
    (0..300).map(|place| lasting(minutes(place))).collect()
}

#[test]
fn three_thousand_durations() {
    let minutes = |place: u32| 10_f64.powf(f64::from(place * 37 % 3000) / 750.0 + f64::from(place % 7) / 7.0);
    let incidents: Vec<Incident> = (0..3000).map(|place| lasting(minutes(place))).collect();
    dots_hold("dots-bars", &named(&incidents));
}

#[test]
fn three_hundred_durations() {
    dots_hold("dots-many", &named(&three_hundred()));
}

#[test]
fn incidents_side_by_side() {
    let incidents = [
        phases("2026-02-11 09:12", "2026-02-11 09:31", "2026-02-11 10:24", "2026-02-11 10:52"),
        phases("2026-03-01 01:00", "2026-03-01 02:50", "2026-03-01 03:05", "2026-03-01 04:02"),
        night(),
        phases("13:00", "13:02", "13:10", "13:12"),
        Incident::default(),
        failed_release(),
    ];
    let titles = [
        "Search index ran out of disk",
        "An expired certificate closed every door of the partner interface",
        "תקלה בשירות התשלומים במשך שעתיים ועוד קצת",
        "📦 Parcel labels 🏷️ printed twice <script>",
        "Nothing known",
        "Release 418",
    ];
    let compared: Vec<ComparedIncident> = (titles.iter().zip(&incidents))
        .map(|(title, incident)| ComparedIncident { title: (*title).to_owned(), incident })
        .collect();
    rows_hold("aligned-six", &compared);
}

#[test]
fn incidents_around_their_detection() {
    let mut open = failed_release();
    open.end = None;
    open.mitigated = None;
    let mut hedged = phases("2026-03-01 01:00", "2026-03-01 02:20", "2026-03-01 03:05", "2026-03-01 04:02");
    hedged.start.iter_mut().chain(&mut hedged.end).for_each(|moment| moment.approximate = true);
    let mut only_detected = phases("13:00", "13:02", "13:10", "13:12");
    only_detected.start = None;
    let incidents = [
        phases("2026-02-11 09:12", "2026-02-11 09:31", "2026-02-11 10:24", "2026-02-11 10:52"),
        hedged,
        open,
        only_detected,
        night(),
    ];
    for width in WIDTHS_PX {
        let scene = render_aligned_timelines(&named(&incidents), AlignedAt::Detection, Size::new(width));
        holds(&format!("aligned-detection-{width}"), scene);
    }
}

#[test]
fn nothing_to_draw_is_no_chart() {
    let nothing = Incident::default();
    let stated = lasting(60.0);
    let size = Size::new(720);
    assert!(render_incident_timeline(&nothing, size).is_none());
    assert!(render_incident_timeline(&stated, size).is_none());
    assert!(render_aligned_timelines(&named(&[stated]), AlignedAt::Start, size).is_none());
    assert!(
        render_duration_dots(&named(&[nothing]), DurationDefinition::StartToEnd, DEFAULT_SEED, size)
            .is_none()
    );
    assert!(render_duration_dots(&[], DurationDefinition::StartToEnd, DEFAULT_SEED, size).is_none());
}
