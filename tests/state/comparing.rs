//! What is compared, with which figures, in which groups and periods.

use outage_lens::chart::{Scene, Size};
use outage_lens::metrics::DurationDefinition;
use outage_lens::state::{
    Action, Comparison, ComparisonChart, Figure, Grouping, Setting, Settings, compared_groups, comparison,
    comparison_table, figures, further_figures, period_of,
};
use outage_lens::wire::csv::table_csv;

use crate::page::Page;

fn report(day: u8, severity: &str, minutes: u32) -> String {
    let (hour, minute) = (10 + minutes / 60, minutes % 60);
    format!(
        "# Queue {day} stalled\n\nSeverity: {severity}\nStart: 2024-03-{day:02} 10:00 UTC\n\
         Detected: 2024-03-{day:02} 10:05 UTC\nEnd: 2024-03-{day:02} {hour}:{minute:02} UTC\n\n30% of users were affected.\n"
    )
}

fn page(reports: &[String]) -> Page {
    let mut page = Page::default();
    for report in reports {
        page.paste(report);
    }
    page
}

fn twelve() -> Page {
    let severity = |day: u8| if day.is_multiple_of(2) { "SEV1" } else { "SEV2" };
    page(&(1..=12).map(|day| report(day, severity(day), u32::from(day) * 20)).collect::<Vec<_>>())
}

fn figure(compared: &Comparison, name: &str) -> Figure {
    let mut all = figures(compared).into_iter().chain(further_figures(compared));
    all.find(|figure| figure.name == name).unwrap_or_else(|| panic!("{name} is no figure"))
}

#[test]
fn the_words_searched_for_say_what_is_compared() {
    let mut page = twelve();
    assert_eq!(comparison(&page.state).incidents.len(), 12);
    page.tell(Action::SettingChosen(Setting::Search("sev1".into())));
    let compared = comparison(&page.state);
    assert_eq!((compared.incidents.len(), compared.all), (6, 12));
    assert_eq!(figure(&compared, "n").value.as_deref(), Some("6"));
}

#[test]
fn a_comparison_is_kept_until_what_it_follows_from_changes() {
    let mut page = twelve();
    let compared = comparison(&page.state);
    page.tell(Action::SettingChosen(Setting::Threshold(30.0)));
    assert!(compared.is_of(&page.state));
    page.tell(Action::SettingChosen(Setting::Definition(DurationDefinition::DetectionToEnd)));
    assert!(!compared.is_of(&page.state));
    let compared = comparison(&page.state);
    page.paste("# Another\n\nThe outage lasted 5 minutes.");
    assert!(!compared.is_of(&page.state));
}

#[test]
fn figures_name_their_interval_and_its_seed() {
    let compared = comparison(&twelve().state);
    let median = figure(&compared, "median");
    assert_eq!(median.value.as_deref(), Some("2 h 10 min"));
    assert!(median.note.contains("95 % interval") && median.note.contains("seed 1"), "{}", median.note);
    assert_eq!(figure(&compared, "p90").value.as_deref(), Some("3 h 38 min"));
    assert_eq!(figure(&compared, "downtime").value.as_deref(), Some("1 d 2 h"));
    assert!(figure(&compared, "mean").note.contains("Do not report it alone"));
}

#[test]
fn what_few_incidents_do_not_settle_is_not_said() {
    let nothing = comparison(&Page::default().state);
    assert_eq!(figure(&nothing, "n").value.as_deref(), Some("0"));
    for name in ["median", "half", "p90", "downtime", "weighted"] {
        assert_eq!(figure(&nothing, name).value, None, "{name}");
    }
    assert!(further_figures(&nothing).is_empty());
    let one = comparison(&page(&[report(1, "SEV1", 20)]).state);
    assert_eq!(figure(&one, "median").value.as_deref(), Some("20 min"));
    assert_eq!(figure(&one, "half").value, None);
    assert!(figure(&one, "p90").note.contains("takes 10 durations"));
    assert_eq!(figure(&one, "log-sigma").value, None);
}

#[test]
fn equal_durations_have_no_interval() {
    let equal: Vec<String> = (1..=8).map(|day| report(day, "SEV1", 30)).collect();
    let compared = comparison(&page(&equal).state);
    assert!(figure(&compared, "median").note.contains("All durations are equal"));
}

#[test]
fn every_chart_is_drawn_or_says_why_not() {
    let zero = "# Blip\n\nStart: 2024-03-01 10:00 UTC\nEnd: 2024-03-01 10:00 UTC\n".to_owned();
    let undated = "# No times\n\nThe outage affected 20% of users.\n".to_owned();
    let ten_years = "# Long\n\nStart: 2014-03-01 10:00 UTC\nEnd: 2024-03-01 10:00 UTC\n".to_owned();
    let backwards = "# Backwards\n\nStart: 2024-03-01 12:00 UTC\nEnd: 2024-03-01 10:00 UTC\n".to_owned();
    let odd_title =
        format!("# {} \u{202e}عطل \u{1f525}\n\nThe outage lasted 5 minutes.\n", "long ".repeat(100));
    let texts = [zero, undated, ten_years, backwards, odd_title, report(1, "SEV1", 20)];
    for count in 0..=texts.len() {
        let mut page = page(&texts[..count]);
        for definition in DurationDefinition::ALL {
            page.tell(Action::SettingChosen(Setting::Definition(definition)));
            let compared = comparison(&page.state);
            assert!(
                figures(&compared).iter().all(|figure| figure.value.is_some() || !figure.note.is_empty())
            );
            for chart in ComparisonChart::all(&page.state.settings) {
                match chart.draw(&compared, Size::new(560)) {
                    Some(scene) => assert_sound(&scene, &[chart.name(), definition.label()].join(", ")),
                    None => assert!(chart.missing(&compared).ends_with('.'), "{} of {count}", chart.name()),
                }
            }
        }
    }
}

/// It has a finding, says how many it shows, and no number in it is none.
fn assert_sound(scene: &Scene, of: &str) {
    assert!(!scene.title.is_empty() && scene.description.contains("n = "), "{of}: {}", scene.description);
    let words = scene.table.rows.iter().flatten().chain([&scene.title, &scene.description]);
    for words in words.chain(scene.marks.iter().filter_map(|mark| mark.label.as_ref())) {
        assert!(!words.contains("NaN") && !words.contains("inf "), "{of}: {words}");
    }
}

#[test]
fn the_two_largest_groups_are_compared_until_two_are_chosen() {
    let page = twelve();
    let compared = comparison(&page.state);
    let found = compared_groups(&compared, &Grouping::Severity, None);
    let labels = |pair: [usize; 2]| pair.map(|place| found.groups.groups[place].label.clone());
    assert_eq!(found.pair.map(labels), Some(["SEV1".to_owned(), "SEV2".to_owned()]));
    let chosen = compared_groups(&compared, &Grouping::Severity, Some(&["SEV2".into(), "SEV1".into()]));
    assert_eq!(chosen.pair, Some([1, 0]));
    let gone = compared_groups(&compared, &Grouping::Severity, Some(&["SEV2".into(), "SEV9".into()]));
    assert_eq!(gone.pair, found.pair, "a group that is no longer there leaves the choice to the largest");
    let sentence = found.difference.and_then(Result::ok).map(|difference| difference.finding());
    assert!(sentence.is_some_and(|words| words.starts_with("With 6 against 6 incidents")));
}

#[test]
fn without_a_choice_the_period_is_whole_months() {
    let compared = comparison(&twelve().state);
    let words = |settings: &Settings| {
        let period = period_of(&compared.list(), settings.from, settings.to);
        period.map(|(first, last)| [first.to_string(), last.to_string()])
    };
    let usual = Settings::default();
    assert_eq!(words(&usual), Some(["2024-03-01".to_owned(), "2024-03-31".to_owned()]));
}

#[test]
fn the_table_for_other_programs_has_every_incident_in_the_order_shown() {
    let mut page = twelve();
    page.tell(Action::SettingChosen(Setting::Definition(DurationDefinition::DetectionToEnd)));
    let table = comparison_table(&page.state);
    assert_eq!((table.rows.len(), &*table.header[4]), (12, "Duration (detection to end)"));
    let csv = table_csv(&table);
    let first = csv.lines().nth(1).unwrap_or_default();
    assert!(first.contains(",15 min,15,30 %,30,5 min,"), "{first}");
}
