//! What charts say: findings, descriptions, tables, and the labels and keys of their marks.

use outage_lens::chart::{
    AlignedAt, ComparedIncident, MarkKey, Point, Role, Scene, Shape, Size, render_aligned_timelines,
    render_duration_dots, render_ecdf, render_impact_scatter, render_incident_timeline,
};
use outage_lens::incident::{Bound, Certainty, ClockTime, Event, Incident, Phase};
use outage_lens::metrics::{DEFAULT_SEED, DurationDefinition, Milestone, SpanKind};

use crate::fixtures::{
    crowded, duration, event, failed_release, harming, impact, lasting, named, night, phases,
};

fn timeline(incident: &Incident) -> Scene {
    render_incident_timeline(incident, Size::new(720)).expect("the incident has two times")
}

fn dots(incidents: &[Incident]) -> Scene {
    let definition = DurationDefinition::StartToEnd;
    render_duration_dots(&named(incidents), definition, DEFAULT_SEED, Size::new(720))
        .expect("durations are known")
}

fn rows(incidents: &[Incident]) -> Scene {
    render_aligned_timelines(&named(incidents), AlignedAt::Start, Size::new(720)).expect("times are known")
}

fn label_of(scene: &Scene, key: MarkKey) -> Option<&str> {
    scene.marks.iter().find(|mark| mark.key == Some(key)).and_then(|mark| mark.label.as_deref())
}

fn texts(scene: &Scene) -> Vec<&str> {
    let shapes = scene.marks.iter().map(|mark| &mark.shape);
    shapes
        .filter_map(|shape| if let Shape::Text { text, .. } = shape { Some(text.as_str()) } else { None })
        .collect()
}

fn marks_of(scene: &Scene, role: Role) -> usize {
    scene.marks.iter().filter(|mark| mark.role == role).count()
}

#[test]
fn a_timeline_names_its_window_zone_and_entries() {
    assert_eq!(timeline(&failed_release()).title, "09:12 to 10:52 CET, 8 entries");
    assert_eq!(timeline(&night()).title, "3 Mar 20:00 to 4 Mar 08:00");
}

#[test]
fn a_review_days_later_does_not_press_the_outage_into_a_corner() {
    let scene = timeline(&failed_release());
    assert!(scene.description.ends_with("1 entry far from the outage not drawn."), "{}", scene.description);
    assert_eq!(marks_of(&scene, Role::Event), 7);
    assert_eq!(scene.table.rows.len(), 8);
}

#[test]
fn most_entries_are_drawn_even_where_the_outage_was_short() {
    let mut incident = phases("14:00", "14:01", "14:02", "14:10");
    incident.timeline = (10..20).map(|hour| event(&format!("{hour}:00"), Phase::Other, "Noted")).collect();
    assert!(marks_of(&timeline(&incident), Role::Event) >= 7);
}

#[test]
fn seconds_stay_in_the_window() {
    let mut incident = phases("14:00", "14:01", "14:02", "14:10");
    let seconds = ClockTime::new(14, 10, Some(52));
    incident.end.iter_mut().for_each(|end| end.at.time = seconds);
    assert_eq!(timeline(&incident).title, "14:00 to 14:10:52");
}

#[test]
fn an_entry_without_a_time_is_counted_and_stays_in_the_table() {
    let mut incident = failed_release();
    incident.timeline.push(Event { at: None, ..event("09:00", Phase::Other, "Somebody noticed") });
    let scene = timeline(&incident);
    assert!(scene.description.ends_with("1 entry without a time not drawn."), "{}", scene.description);
    assert_eq!(scene.table.rows[8], ["", "", "Somebody noticed", "other"]);
}

#[test]
fn marks_say_what_they_stand_for() {
    let scene = timeline(&failed_release());
    let span = MarkKey::Span { incident: 0, kind: SpanKind::Identify };
    assert_eq!(label_of(&scene, span), Some("to identify 32 min, 09:31 to 10:03"));
    let third = MarkKey::Event { incident: 0, event: 2 };
    assert_eq!(label_of(&scene, third), Some("11 Feb 2026 09:36 The payments team is called in"));
    let end = MarkKey::Milestone { incident: 0, milestone: Milestone::Resolved };
    assert_eq!(label_of(&scene, end), Some("11 Feb 2026 10:52 resolved"));
}

#[test]
fn milestones_of_one_moment_share_a_label() {
    let incident = phases("14:30", "14:30", "15:00", "16:00");
    assert!(texts(&timeline(&incident)).contains(&"began, detected 14:30"));
}

#[test]
fn hedged_times_are_drawn_as_hedged() {
    let mut incident = night();
    incident.start.iter_mut().for_each(|start| start.approximate = true);
    assert!(texts(&timeline(&incident)).contains(&"began ~20:00"));
}

#[test]
fn crowded_milestones_all_keep_their_names() {
    let scene = timeline(&crowded());
    for words in ["detected 14:01", "acknowledged 14:03", "mitigated 14:05", "resolved 15:30"] {
        assert!(texts(&scene).contains(&words), "{words}");
    }
}

#[test]
fn a_timeline_without_entries_has_its_milestones_as_table() {
    let rows = timeline(&night()).table.rows;
    assert_eq!(rows[0], ["3 Mar 20:00", "start", "", "began"]);
    assert_eq!(rows[1], ["4 Mar 08:00", "+12 h", "", "resolved"]);
}

#[test]
fn durations_name_their_median_n_and_definition() {
    let scene = dots(&[lasting(10.0), lasting(20.0), lasting(40.0), Incident::default()]);
    assert_eq!(scene.title, "Half were over within 20 min");
    assert!(texts(&scene).contains(&"n = 3 · outage start to end · 1 without a duration"));
}

#[test]
fn a_box_needs_five_durations() {
    let minutes = [1.0, 2.0, 3.0, 4.0, 5.0].map(lasting);
    assert_eq!(marks_of(&dots(&minutes[..4]), Role::QuartileBox), 0);
    assert_eq!(marks_of(&dots(&minutes), Role::QuartileBox), 1);
}

#[test]
fn one_duration_has_no_median() {
    let scene = dots(&[lasting(37.0)]);
    assert_eq!(scene.title, "One duration: 37 min");
    assert_eq!(marks_of(&scene, Role::Median), 0);
}

#[test]
fn doubtful_durations_look_doubtful() {
    let mut hedged = lasting(30.0);
    hedged.duration.iter_mut().for_each(|duration| duration.approximate = true);
    let range = Incident { duration: Some(duration(None, Some((60.0, 90.0)))), ..Incident::default() };
    let scene = dots(&[hedged, range, lasting(10.0)]);
    assert_eq!(marks_of(&scene, Role::HollowDot), 1);
    assert_eq!(marks_of(&scene, Role::Interval), 1);
    let range = MarkKey::Incident { incident: 1 };
    assert_eq!(label_of(&scene, range), Some("Incident 2: 1 h to 1 h 30 min"));
    assert_eq!(scene.table.rows[1], ["Incident 2", "1 h to 1 h 30 min", ""]);
}

#[test]
fn every_duration_has_its_dot_and_its_row() {
    let incidents: Vec<Incident> = (1..200).map(|minutes| lasting(f64::from(minutes))).collect();
    let scene = dots(&incidents);
    assert_eq!(marks_of(&scene, Role::Dot), 199);
    assert_eq!(scene.table.rows.len(), 199);
}

#[test]
fn the_bracket_of_the_median_takes_six_durations_and_shows_its_seed() {
    let minutes = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(lasting);
    let five = dots(&minutes[..5]);
    assert_eq!(marks_of(&five, Role::MedianInterval), 0);
    assert!(five.description.contains("5 durations have no 95 % interval"), "{}", five.description);
    let six = dots(&minutes);
    assert_eq!(marks_of(&six, Role::MedianInterval), 1);
    assert!(texts(&six).iter().any(|text| text.ends_with("2000 resamples, seed 1")));
    assert_eq!(marks_of(&dots(&[1.0; 9].map(lasting)), Role::MedianInterval), 0);
}

#[test]
fn an_incident_without_an_end_is_an_arrow_and_no_part_of_the_median() {
    let open = Incident { end: None, ..phases("09:00", "09:20", "09:40", "10:00") };
    let scene = dots(&[lasting(10.0), open, lasting(30.0)]);
    assert_eq!(scene.title, "Half were over within 20 min");
    assert_eq!(marks_of(&scene, Role::OpenEnd), 1);
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 1 }), Some("Incident 2: 40 min or more"));
    assert_eq!(scene.table.rows[1], ["Incident 2", "40 min or more", ""]);
}

#[test]
fn more_than_a_thousand_durations_are_counted_in_bars_and_none_is_lost() {
    let mut incidents: Vec<Incident> = (1..=1000).map(|minutes| lasting(f64::from(minutes))).collect();
    assert_eq!((marks_of(&dots(&incidents), Role::Dot), marks_of(&dots(&incidents), Role::Bin)), (1000, 0));
    incidents.push(Incident { duration: Some(duration(None, Some((60.0, 90.0)))), ..Incident::default() });
    let scene = dots(&incidents);
    assert_eq!((marks_of(&scene, Role::Dot), marks_of(&scene, Role::Interval)), (0, 0));
    let counted: usize = scene.table.rows.iter().filter_map(|row| row[2].parse::<usize>().ok()).sum();
    assert_eq!((counted, scene.table.rows.len()), (1000, marks_of(&scene, Role::Bin)));
    assert!(
        texts(&scene)
            .iter()
            .any(|text| text.contains("not drawn as range or open end: 1 · bars count incidents"))
    );
}

fn curve(incidents: &[Incident], threshold_minutes: f64) -> Scene {
    let definition = DurationDefinition::StartToEnd;
    render_ecdf(&named(incidents), definition, threshold_minutes, Size::new(720))
        .expect("durations are known")
}

#[test]
fn the_curve_tells_how_many_were_over_by_its_line() {
    let scene = curve(&[10.0, 20.0, 40.0, 90.0].map(lasting), 60.0);
    assert_eq!(scene.title, "3 of 4 (75 %) were over within 1 h");
    assert!(texts(&scene).contains(&"75 % within 1 h"));
    assert!(texts(&scene).contains(&"n = 4 · outage start to end"));
    assert!(
        scene.description.contains("95 % interval of the share: 30 to 95 % (Wilson)."),
        "{}",
        scene.description
    );
    assert_eq!(label_of(&scene, MarkKey::Threshold), Some(scene.title.as_str()));
    assert_eq!(scene.table.rows[1], ["20 min", "2 of 4", "50 %"]);
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 3 }), Some("Incident 4: 1 h 30 min, 4 of 4"));
    assert_eq!(
        curve(&[10.0, 20.0, 40.0, 90.0].map(lasting), 15.0).title,
        "1 of 4 (25 %) were over within 15 min"
    );
}

#[test]
fn what_has_no_one_duration_is_told_beside_the_curve() {
    let range = Incident { duration: Some(duration(None, Some((30.0, 50.0)))), ..Incident::default() };
    let open = Incident { end: None, ..phases("09:00", "09:20", "09:40", "10:00") };
    let backwards = phases("09:00", "09:20", "09:40", "08:00");
    let scene = curve(&[lasting(10.0), lasting(90.0), range, open, backwards, Incident::default()], 60.0);
    assert_eq!(scene.title, "1 of 2 (50 %) were over within 1 h");
    let told = "With those told as a range or without an end it is between 2 and 3 of 4.";
    assert!(scene.description.ends_with(told), "{}", scene.description);
    let caption =
        "n = 2 · outage start to end · 1 told as a range · 1 without an end · 1 ending before the start";
    assert!(texts(&scene).iter().any(|text| text.starts_with(caption)), "{:?}", texts(&scene));
}

#[test]
fn a_curve_of_many_has_few_corners_and_a_row_for_each_percent() {
    let incidents: Vec<Incident> = (1..=5000).map(|minutes| lasting(f64::from(minutes))).collect();
    let scene = curve(&incidents, 60.0);
    let corners = scene.marks.iter().find(|mark| mark.role == Role::Curve).map(|mark| match &mark.shape {
        Shape::Path { points, .. } => points.len(),
        _ => 0,
    });
    assert!(corners.is_some_and(|corners| corners < 2 * 720), "{corners:?}");
    assert_eq!(marks_of(&scene, Role::Dot), 0);
    assert_eq!(scene.table.rows.len(), 100);
    assert_eq!(scene.table.rows[49], ["1 d 17 h 40 min", "2500 of 5000", "50 %"]);
}

#[test]
fn a_moved_line_leads_to_the_minutes_under_it() {
    let scene = curve(&[10.0, 20.0, 40.0, 90.0].map(lasting), 60.0);
    let line = scene.marks.iter().find(|mark| mark.role == Role::Threshold);
    let x = line.and_then(|mark| match &mark.shape {
        Shape::Path { points, .. } => points.first().map(|point| point.x),
        _ => None,
    });
    let slider = scene.slider.expect("the line can be moved");
    let at_line = slider.minutes_at(f64::from(x.unwrap_or_default()));
    assert!((at_line - 60.0).abs() < 1.0, "{at_line}");
}

fn harm(incidents: &[Incident]) -> Scene {
    let definition = DurationDefinition::StartToEnd;
    render_impact_scatter(&named(incidents), definition, Size::new(720))
        .expect("durations and shares are known")
}

#[test]
fn the_plot_of_harm_tells_from_how_few_incidents_half_of_it_came() {
    let scene = harm(&[harming(100.0, 10.0), harming(600.0, 50.0), harming(10.0, 100.0), lasting(30.0)]);
    assert_eq!(scene.title, "1 of 3 made half of the share-weighted downtime, 5 h 20 min in all");
    assert_eq!(scene.table.rows[0], ["Incident 2", "10 h", "50 %", "5 h"]);
    assert_eq!(scene.table.rows.len(), 3);
    assert!(texts(&scene).contains(&"1 without a duration or a share"));
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 2 }), Some("Incident 3: 10 min, 100 %"));
    assert_eq!(harm(&[harming(60.0, 25.0)]).title, "One incident: duration × share is 15 min");
    assert_eq!(
        harm(&[harming(60.0, 0.0), harming(5.0, 0.0)]).title,
        "No share-weighted downtime: every share is 0 %"
    );
}

#[test]
fn what_is_not_settled_about_harm_looks_so() {
    let mut limit = harming(60.0, 40.0);
    limit.impact.iter_mut().for_each(|impact| impact.bound = Some(Bound::AtLeast));
    let range = Incident { impact: Some(impact(None, Some((10.0, 25.0)))), ..lasting(30.0) };
    let open = Incident { end: None, ..phases("09:00", "09:20", "09:40", "10:00") };
    let open = Incident { impact: Some(impact(Some(50.0), None)), ..open };
    let scene = harm(&[limit, range, open]);
    let drawn = [Role::HollowDot, Role::Interval, Role::OpenEnd].map(|role| marks_of(&scene, role));
    assert_eq!(drawn, [1, 1, 1]);
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 0 }), Some("Incident 1: 1 h, at least 40 %"));
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 1 }), Some("Incident 2: 30 min, 10 to 25 %"));
    assert_eq!(label_of(&scene, MarkKey::Incident { incident: 2 }), Some("Incident 3: 40 min or more, 50 %"));
}

#[test]
fn lines_of_equal_harm_pass_through_equal_products() {
    let scene = harm(&[harming(60.0, 100.0), harming(120.0, 50.0), harming(600.0, 10.0)]);
    let place = |incident| {
        let dot = scene.marks.iter().find(|mark| mark.key == Some(MarkKey::Incident { incident }));
        dot.and_then(|mark| if let Shape::Circle { center, .. } = &mark.shape { Some(*center) } else { None })
    };
    let through = |point: Point, line: &[Point]| {
        let spans = |pair: &[Point]| {
            (pair[0].x..=pair[1].x).contains(&point.x) && (pair[0].y - 1..=pair[1].y + 1).contains(&point.y)
        };
        line.windows(2).any(spans)
    };
    let iso = scene.marks.iter().filter(|mark| mark.role == Role::IsoLine);
    let of_an_hour =
        iso.filter_map(|mark| if let Shape::Path { points, .. } = &mark.shape { Some(points) } else { None });
    let [first, second, third] = [0, 1, 2].map(|incident| place(incident).expect("it is drawn"));
    let mut lines = of_an_hour.filter(|points| points.first().is_some_and(|start| start.x == first.x));
    let line = lines.next().expect("a line begins at an hour");
    assert!(through(second, line) && through(third, line), "{second:?} {third:?} {line:?}");
}

#[test]
fn many_incidents_are_counted_in_cells_and_none_is_lost() {
    let incidents: Vec<Incident> = (1..=1001).map(|minutes| harming(f64::from(minutes), 50.0)).collect();
    let scene = harm(&incidents);
    assert_eq!((marks_of(&scene, Role::Dot), marks_of(&scene, Role::IsoLine) > 0), (0, true));
    let counts =
        scene.marks.iter().filter(|mark| mark.role == Role::Bin).filter_map(|mark| mark.label.as_deref());
    let counts =
        counts.filter_map(|label| label.rsplit_once(": ").and_then(|(_, count)| count.parse::<usize>().ok()));
    assert_eq!(counts.sum::<usize>(), 1001);
    assert!(texts(&scene).iter().any(|text| text.contains("circles count incidents by their area")));
    assert_eq!(marks_of(&harm(&incidents[..1000]), Role::Dot), 1000);
}

#[test]
fn detection_counts_outages_that_were_noticed_at_once() {
    let slow = phases("09:00", "09:30", "09:40", "10:00");
    let later = phases("09:00", "09:20", "09:40", "10:00");
    let quick = phases("09:00", "09:00", "09:40", "10:00");
    let scene = rows(&[slow.clone(), later.clone(), quick, night()]);
    assert_eq!(scene.title, "Half were detected within 20 min, of the 3 whose reports tell");
    let at_once = || phases("09:00", "09:00", "09:40", "10:00");
    let title = rows(&[at_once(), at_once(), at_once()]).title;
    assert_eq!(title, "Half were detected at once, of the 3 whose reports tell");
    assert_eq!(scene.table.rows[3][1], "0 min");
    assert!(rows(&[slow, later]).title.starts_with("The longest was"));
}

#[test]
fn an_assumed_start_tells_nothing_of_detection() {
    let mut incidents = [1, 2, 3].map(|_| phases("09:00", "09:20", "09:40", "10:00"));
    incidents[0].start.iter_mut().for_each(|start| start.certainty = Certainty::Assumed);
    assert!(rows(&incidents).title.starts_with("The longest was"));
}

#[test]
fn a_row_far_longer_than_the_others_is_cut_and_says_so() {
    let long = phases("2026-02-01 09:00", "2026-02-01 09:05", "2026-02-03 09:00", "2026-02-03 10:00");
    let short = || phases("09:00", "09:10", "09:40", "10:00");
    let scene = rows(&[short(), short(), long]);
    assert!(texts(&scene).contains(&"→ 2 d 1 h"));
    assert!(texts(&scene).join(" ").contains("→ 1 row is cut at +4 h"));
    let mitigate = MarkKey::Span { incident: 2, kind: SpanKind::Mitigate };
    let label = "Incident 3: to mitigate 1 d 23 h 55 min, cut at the end of the axis";
    assert_eq!(label_of(&scene, mitigate), Some(label));
    assert_eq!(label_of(&scene, MarkKey::Span { incident: 2, kind: SpanKind::Recover }), None);
    assert_eq!(scene.table.rows[0].last().map(String::as_str), Some("2 d 1 h"));
}

#[test]
fn rows_come_longest_first_and_keep_their_place_in_the_list() {
    let scene = rows(&[phases("09:00", "09:01", "09:02", "09:10"), night()]);
    assert_eq!(scene.title, "The longest was Incident 2, 12 h");
    let titles: Vec<Option<MarkKey>> = scene
        .marks
        .iter()
        .map(|mark| mark.key)
        .filter(|key| matches!(key, Some(MarkKey::Incident { .. })))
        .collect();
    let place = |incident| Some(MarkKey::Incident { incident });
    assert_eq!(titles, [place(1), place(0)]);
}

#[test]
fn a_phase_too_short_to_see_is_drawn_and_says_so() {
    let scene = rows(&[phases("09:00", "09:01", "09:02", "09:10"), night()]);
    let detect = MarkKey::Span { incident: 0, kind: SpanKind::Detect };
    assert_eq!(label_of(&scene, detect), Some("Incident 1: to detect 1 min, drawn wider than it is"));
}

#[test]
fn an_incident_without_an_end_lasted_at_least_so_long() {
    let mut open = phases("09:00", "09:10", "09:40", "10:00");
    open.end = None;
    assert_eq!(rows(&[open]).title, "Incident 1, 40 min or more");
}

#[test]
fn a_row_without_an_end_ends_in_an_arrow_and_a_hedged_time_is_a_hollow_dot() {
    let mut open = phases("09:00", "09:10", "09:40", "10:00");
    open.end = None;
    let mut hedged = phases("09:00", "09:10", "09:40", "10:00");
    hedged.detected.iter_mut().for_each(|moment| moment.approximate = true);
    let scene = rows(&[open, hedged, phases("09:00", "09:10", "09:40", "10:00")]);
    assert_eq!((marks_of(&scene, Role::OpenEnd), marks_of(&scene, Role::HollowDot)), (1, 1));
    let detected = MarkKey::Milestone { incident: 1, milestone: Milestone::Detected };
    assert_eq!(label_of(&scene, detected), Some("Incident 2: detected about 09:10"));
    assert!(texts(&scene).contains(&"40 min or more"));
}

#[test]
fn around_the_detection_only_what_was_detected_is_aligned() {
    let incidents = [phases("09:00", "09:10", "09:40", "10:00"), night()];
    let compared = named(&incidents);
    let scene = render_aligned_timelines(&compared, AlignedAt::Detection, Size::new(720));
    let scene = scene.expect("one was detected");
    assert!(texts(&scene).contains(&"detected") && texts(&scene).contains(&"50 min"), "{:?}", texts(&scene));
    assert!(scene.description.contains("1 incident has no times to align"), "{}", scene.description);
    assert_eq!(scene.table.rows, [["Incident 1", "10 min", "30 min", "20 min", "50 min"]]);
}

#[test]
fn incidents_without_times_are_counted() {
    let scene = rows(&[night(), lasting(5.0), Incident::default()]);
    assert!(texts(&scene).join(" ").contains("2 incidents have no times to align"));
}

#[test]
fn a_title_cannot_break_out_of_the_picture() {
    let incident = lasting(5.0);
    let title = "</title><script>alert(1)</script>\u{1}\u{202E}".to_owned();
    let compared = [ComparedIncident { title, incident: &incident }];
    let scene = render_duration_dots(&compared, DurationDefinition::StartToEnd, DEFAULT_SEED, Size::new(720));
    let svg = scene.expect("one duration is known").to_svg();
    assert!(!svg.contains("<script") && !svg.contains('\u{1}') && !svg.contains('\u{202E}'));
}
