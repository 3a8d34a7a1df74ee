//! What is compared, and how: one bar of fields over everything that follows from them.

use web_sys::Event;
use yew::Callback;

use crate::metrics::{DurationDefinition, PeriodLength, Weighting};
use crate::state::{Action, Comparison, Grouping, Origin, Setting, Settings, date_of, known_tags, period_of};
use crate::text::{decimal, parse_decimal};
use crate::ui::element::{Element, element, words};
use crate::ui::names::Name;
use crate::ui::told::Told;

use super::choices::{Choice, field, select, value_of};

/// The bar.
pub(super) fn settings_bar(
    settings: &Settings,
    compared: &Comparison,
    dispatch: &Callback<Action>,
) -> Element {
    let search = Told::Written(|event| chosen(Setting::Search(value_of(event).into())));
    let all = fieldset("Compared")
        .with(field("Only those with", "search", "search", &settings.search, search, dispatch));
    element("div")
        .class("settings")
        .attr(Name::Role, "group")
        .attr(Name::AriaLabel, "What is compared")
        .attr(Name::DataTestid, "settings")
        .with(all.with(definition(settings, dispatch)).with(origin(settings, dispatch)))
        .with(
            fieldset("Over time and in groups")
                .with(period(settings, dispatch))
                .with(grouping(settings, compared, dispatch)),
        )
        .with(availability(settings, compared, dispatch))
}

fn fieldset(legend: &str) -> Element {
    element("fieldset").with(words("legend", "hidden", legend))
}

fn definition(settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let choices = DurationDefinition::ALL.map(|it| (it.as_str(), it.label(), it == settings.definition));
    select("Duration counts", "definition", &choices, definition_chosen, dispatch)
}

fn definition_chosen(event: Event) -> Action {
    chosen(Setting::Definition(DurationDefinition::from_name(&value_of(event)).unwrap_or_default()))
}

fn origin(settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let is_start = settings.origin == Origin::Start;
    let choices = [("start", "their start", is_start), ("detection", "their detection", !is_start)];
    select("Timelines aligned at", "origin", &choices, origin_chosen, dispatch)
}

fn origin_chosen(event: Event) -> Action {
    let origin = if value_of(event) == "detection" { Origin::Detection } else { Origin::Start };
    chosen(Setting::Origin(origin))
}

fn period(settings: &Settings, dispatch: &Callback<Action>) -> Element {
    let mut choices: Vec<Choice> = Vec::new();
    for per in [PeriodLength::Month, PeriodLength::Quarter, PeriodLength::Year] {
        choices.push((per.label(), per.label(), per == settings.per));
    }
    select("Counted per", "per", &choices, period_chosen, dispatch)
}

fn period_chosen(event: Event) -> Action {
    let word = value_of(event);
    let per = PeriodLength::ALL.into_iter().find(|per| per.label() == word);
    chosen(Setting::Per(per.unwrap_or_default()))
}

/// What tags are called in the list, so that none of them is taken for another way of grouping.
const TAG: &str = "tag:";

fn grouping(settings: &Settings, compared: &Comparison, dispatch: &Callback<Action>) -> Element {
    let chosen = &settings.grouping;
    let mut choices: Vec<Choice> = vec![
        ("severity", "severity", *chosen == Grouping::Severity),
        ("service", "service", *chosen == Grouping::Service),
        ("quarter", "quarter", *chosen == Grouping::Quarter),
    ];
    let mut tags = known_tags(compared);
    if let Grouping::Tag(tag) = chosen {
        // A tag that no incident has any more is still what was chosen.
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    let named: Vec<[String; 2]> =
        tags.iter().map(|tag| [[TAG, tag].concat(), ["tag ", tag].concat()]).collect();
    for ([value, name], tag) in named.iter().zip(&tags) {
        choices.push((value, name, *chosen == Grouping::Tag(tag.clone())));
    }
    select("Grouped by", "grouping", &choices, grouping_chosen, dispatch)
}

fn grouping_chosen(event: Event) -> Action {
    let word = value_of(event);
    chosen(Setting::Grouping(match word.as_str() {
        "service" => Grouping::Service,
        "quarter" => Grouping::Quarter,
        other => other.strip_prefix(TAG).map_or(Grouping::Severity, |tag| Grouping::Tag(tag.into())),
    }))
}

/// The period that is meant where none is chosen stands in its fields too.
fn availability(settings: &Settings, compared: &Comparison, dispatch: &Callback<Action>) -> Element {
    let period = period_of(&compared.list(), settings.from, settings.to);
    let day =
        |date: Option<crate::incident::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let from = Told::Changed(|event| chosen(Setting::From(date_of(&value_of(event)))));
    let to = Told::Changed(|event| chosen(Setting::To(date_of(&value_of(event)))));
    let objective = Told::Changed(|event| {
        chosen(Setting::Objective(parse_decimal(&value_of(event)).unwrap_or(f64::NAN)))
    });
    let percent = decimal(settings.objective_percent, 4);
    let weightings = Weighting::ALL.map(|it| (it.as_str(), it.label(), it == settings.weighting));
    fieldset("Availability")
        .with(field("Available from", "from", "date", &day(period.map(|(first, _)| first)), from, dispatch))
        .with(field("until", "to", "date", &day(period.map(|(_, last)| last)), to, dispatch))
        .with(field("Objective, %", "objective", "text", &percent, objective, dispatch))
        .with(select("Downtime counts", "weighting", &weightings, weighting_chosen, dispatch))
}

fn weighting_chosen(event: Event) -> Action {
    chosen(Setting::Weighting(Weighting::from_name(&value_of(event)).unwrap_or_default()))
}

fn chosen(setting: Setting) -> Action {
    Action::SettingChosen(setting)
}
