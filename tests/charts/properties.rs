//! What holds for a chart of any incidents.

use outage_lens::chart::{
    AlignedAt, Anchor, Mark, MarkKey, Role, Scene, Shape, Size, render_aligned_timelines,
    render_duration_dots, render_ecdf, render_impact_scatter, render_incident_timeline, text_width_px,
};
use outage_lens::incident::{ClockTime, Event, Impact, Incident, PartialDate, PartialTime, Phase};
use outage_lens::metrics::{DEFAULT_SEED, DurationDefinition};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::fixtures::{duration, impact, moment_at, named};

fn any_time() -> BoxedStrategy<PartialTime> {
    let year = option::weighted(0.8, prop_oneof![9 => 2020..2027_i32, 1 => 1..9999_i32]);
    let date = option::weighted(0.8, (year, 1..13_u8, 1..29_u8));
    let clock = option::weighted(0.95, (0..24_u8, 0..60_u8, option::weighted(0.2, 0..60_u8)));
    let time = (date, clock).prop_map(|(date, clock)| PartialTime {
        date: date.and_then(|(year, month, day)| PartialDate::new(year, month, day)),
        time: clock.and_then(|(hour, minute, second)| ClockTime::new(hour, minute, second)),
    });
    time.boxed()
}

/// Times of one day, as most incidents have.
fn time_of_day() -> BoxedStrategy<PartialTime> {
    let time = (0..24_u8, 0..60_u8).prop_map(|(hour, minute)| PartialTime {
        date: PartialDate::new(Some(2026), 2, 11),
        time: ClockTime::new(hour, minute, None),
    });
    time.boxed()
}

fn incident_of(time: BoxedStrategy<PartialTime>) -> impl Strategy<Value = Incident> {
    let moments = vec(option::weighted(0.7, time.clone()), 5);
    let phases = prop::sample::select(Phase::ALL.as_slice());
    let events = vec((option::weighted(0.9, time), phases, "\\PC{0,12}|.{0,6}"), 0..12);
    let minutes = option::of(prop_oneof![
        5 => 0.0..10_000.0_f64,
        1 => any::<f64>().prop_filter("finite", |m| m.is_finite()),
    ]);
    let range = option::weighted(0.2, (0.0..500.0_f64, 0.0..5000.0_f64));
    (moments, events, minutes, range).prop_map(|(moments, events, minutes, range)| {
        let mut moments = moments.into_iter().map(|at| at.map(moment_at));
        let mut next = || moments.next().flatten();
        let known = minutes.is_some() || range.is_some();
        Incident {
            start: next(),
            detected: next(),
            acknowledged: next(),
            mitigated: next(),
            end: next(),
            duration: known.then(|| duration(minutes, range.filter(|_| minutes.is_none()))),
            timeline: events.into_iter().map(|(at, phase, text)| event(at, phase, text)).collect(),
            ..Incident::default()
        }
    })
}

fn event(at: Option<PartialTime>, phase: Phase, text: String) -> Event {
    let (offset_minutes, evidence) = (None, Vec::new());
    Event { at, until: None, offset_minutes, text, phase, approximate: false, evidence }
}

pub fn any_incident() -> impl Strategy<Value = Incident> {
    prop_oneof![1 => incident_of(any_time()), 2 => incident_of(time_of_day())]
}

fn any_impact() -> impl Strategy<Value = Impact> {
    let percent = prop_oneof![8 => 0.0..=100.0_f64, 1 => any::<f64>()];
    (percent, option::weighted(0.3, 0.0..100.0_f64)).prop_map(|(percent, high)| match high {
        None => impact(Some(percent), None),
        Some(high) => impact(None, Some((percent, high))),
    })
}

/// Every point that a mark reaches: left, top, right, bottom.
fn reach(mark: &Mark) -> (i64, i64, i64, i64) {
    let wide = i64::from;
    match &mark.shape {
        Shape::Path { points, .. } => {
            let xs = points.iter().map(|point| wide(point.x));
            let ys = points.iter().map(|point| wide(point.y));
            let (left, top) = (xs.clone().min().unwrap_or(0), ys.clone().min().unwrap_or(0));
            (left, top, xs.max().unwrap_or(0), ys.max().unwrap_or(0))
        }
        Shape::Rectangle { corner, width, height } => {
            let (x, y) = (wide(corner.x), wide(corner.y));
            (x, y, x + i64::from(*width), y + i64::from(*height))
        }
        Shape::Circle { center, radius } => {
            let (x, y, r) = (wide(center.x), wide(center.y), i64::from(*radius));
            (x - r, y - r, x + r, y + r)
        }
        Shape::Text { baseline, anchor, text } => {
            let width = i64::from(text_width_px(text));
            let left = match anchor {
                Anchor::Start => wide(baseline.x),
                Anchor::Middle => wide(baseline.x) - width / 2,
                Anchor::End => wide(baseline.x) - width,
            };
            (left, wide(baseline.y) - 10, left + width, wide(baseline.y) + 3)
        }
    }
}

fn overlap(a: (i64, i64, i64, i64), b: (i64, i64, i64, i64)) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// Everything lies on the canvas, texts do not touch, the file is XML, the table is a table.
pub fn is_sound(scene: &Scene) -> Result<(), TestCaseError> {
    let (width, height) = (i64::from(scene.width_px), i64::from(scene.height_px));
    for mark in &scene.marks {
        let (left, top, right, bottom) = reach(mark);
        let inside = left >= 0 && top >= 0 && right <= width && bottom <= height;
        prop_assert!(inside, "{mark:?} leaves {width} x {height}");
    }
    let is_text = |mark: &&Mark| matches!(mark.role, Role::AxisText | Role::LabelText);
    let texts: Vec<&Mark> = scene.marks.iter().filter(is_text).collect();
    for (place, a) in texts.iter().enumerate() {
        for b in &texts[place + 1..] {
            prop_assert!(!overlap(reach(a), reach(b)), "{a:?} touches {b:?}");
        }
    }
    let svg = scene.to_svg();
    prop_assert!(roxmltree::Document::parse(&svg).is_ok(), "{svg}");
    prop_assert!(scene.table.rows.iter().all(|row| row.len() == scene.table.header.len()));
    prop_assert!(!scene.title.is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn every_timeline_is_sound(incident in any_incident(), width in 200..1500_u32) {
        if let Some(scene) = render_incident_timeline(&incident, Size::new(width)) {
            is_sound(&scene)?;
        }
    }

    #[test]
    fn the_same_incidents_give_the_same_bytes(incident in any_incident()) {
        let draw = || render_incident_timeline(&incident, Size::new(720)).map(|scene| scene.to_svg());
        prop_assert_eq!(draw(), draw());
    }
}

proptest! {
    // Each case draws twelve charts.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_comparison_is_sound(incidents in vec(any_incident(), 0..30), width in 200..1500_u32) {
        let compared = named(&incidents);
        for aligned_at in AlignedAt::ALL {
            if let Some(scene) = render_aligned_timelines(&compared, aligned_at, Size::new(width)) {
                is_sound(&scene)?;
            }
        }
        for definition in DurationDefinition::ALL {
            if let Some(scene) = render_duration_dots(&compared, definition, DEFAULT_SEED, Size::new(width)) {
                is_sound(&scene)?;
            }
        }
    }

    #[test]
    fn every_plot_of_harm_is_sound(
        incidents in vec((any_incident(), option::weighted(0.8, any_impact())), 0..60),
        width in 200..1500_u32,
    ) {
        let incidents: Vec<Incident> =
            incidents.into_iter().map(|(incident, impact)| Incident { impact, ..incident }).collect();
        let compared = named(&incidents);
        for definition in DurationDefinition::ALL {
            if let Some(scene) = render_impact_scatter(&compared, definition, Size::new(width)) {
                is_sound(&scene)?;
            }
        }
    }

    #[test]
    fn every_curve_is_sound(
        incidents in vec(any_incident(), 0..60),
        threshold in prop_oneof![4 => 0.0..5000.0_f64, 1 => any::<f64>()],
        width in 200..1500_u32,
    ) {
        let compared = named(&incidents);
        for definition in DurationDefinition::ALL {
            let Some(scene) = render_ecdf(&compared, definition, threshold, Size::new(width)) else { continue };
            is_sound(&scene)?;
            let slider = scene.slider;
            prop_assert!(slider.is_some_and(|slider| slider.from.0 < slider.to.0 && slider.from.1 < slider.to.1));
            prop_assert!(scene.marks.iter().any(|mark| mark.key == Some(MarkKey::Threshold)));
        }
    }
}
