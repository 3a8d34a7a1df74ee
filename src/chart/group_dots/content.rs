//! What the groups of dots show, before anything has a place in pixels.

use crate::chart::advance::fit_text;
use crate::chart::canvas::Told;
use crate::chart::clean_text::{clean_text, isolate_direction};
use crate::chart::log_ticks::LEAST_MINUTES;
use crate::chart::{ComparedIncident, Role, Table};
use crate::incident::Incident;
use crate::metrics::{
    DurationDefinition, Group, GroupDifference, Groups, Interval, MeasuredDuration, TooFew,
    compare_each_with_others, compare_groups, format_duration, group_durations, median_interval, quantile,
};
use crate::text::{Gather, decimal, sorted_by_key};

/// More groups than this are no picture any more. The largest are kept.
const MOST_GROUPS: usize = 30;
/// More dots than this cost more than they show.
const MOST_DOTS: usize = 1000;
/// How much of a group's name stands in a sentence, in pixels.
const NAME_PX: u32 = 240;

/// One incident on the axis.
pub(super) struct Dot {
    /// Its place in the list of incidents.
    pub incident: usize,
    pub minutes: f64,
    pub role: Role,
    pub label: String,
}

/// One group.
pub(super) struct Row {
    pub name: String,
    /// In ascending order; every k-th, where there are too many.
    pub dots: Vec<Dot>,
    pub interval: Option<Interval>,
    n: usize,
    median: f64,
}

impl Row {
    /// What stands beside its name.
    pub fn figures(&self) -> String {
        let median = format_duration(self.median);
        if self.n == 1 { format!("{median}, n = 1") } else { format!("median {median}, n = {}", self.n) }
    }

    /// One value has no median, and zero no place on the axis.
    pub fn drawn_median(&self) -> Option<f64> {
        (self.n > 1 && self.median >= LEAST_MINUTES).then_some(self.median)
    }

    pub fn interval_words(&self) -> String {
        let words = |interval: Interval| {
            format!("{} to {}", format_duration(interval.low), format_duration(interval.high))
        };
        self.interval.map(words).unwrap_or_default()
    }
}

/// Everything that is drawn.
pub(super) struct Content {
    pub rows: Vec<Row>,
    groups: Groups,
    /// Each group against all the others.
    differences: Vec<Result<GroupDifference, TooFew>>,
    /// The two groups against each other, where there are two.
    pair: Option<Result<GroupDifference, TooFew>>,
    /// One dot stands for so many.
    every: usize,
    /// Durations that the axis has no place for.
    undrawable: usize,
}

impl Content {
    /// What `incidents` have to show, or `None` where no group has a duration that can be drawn.
    pub fn of(
        incidents: &[ComparedIncident],
        labels: &[Option<String>],
        definition: DurationDefinition,
        seed: u32,
    ) -> Option<Self> {
        let all: Vec<&Incident> = incidents.iter().map(|one| one.incident).gather();
        let mut groups = group_durations(&all, labels, definition);
        let names: Vec<String> = groups.groups.iter().map(|group| clean_text(&group.label)).gather();
        for (group, name) in groups.groups.iter_mut().zip(&names) {
            group.label = fit_text(name, NAME_PX);
        }
        let drawable = |minutes: &f64| *minutes >= LEAST_MINUTES;
        let undrawable = groups
            .groups
            .iter()
            .flat_map(|group| &group.minutes)
            .filter(|minutes| !drawable(minutes))
            .count();
        let every = (groups.n() - undrawable).div_ceil(MOST_DOTS).max(1);
        let pair = match groups.groups.as_slice() {
            [a, b] => Some(compare_groups(a, b, seed)),
            _ => None,
        };
        let differences = match &pair {
            Some(found) => vec![found.clone().map(GroupDifference::reversed), found.clone()],
            None => compare_each_with_others(&groups, seed),
        };
        let rows = largest(&groups).into_iter().filter_map(|place| {
            let dots = Thinned { incidents, definition, every };
            Some(dots.row(groups.groups.get(place)?, names.get(place)?))
        });
        let content = Self { rows: rows.gather(), differences, pair, every, undrawable, groups };
        (content.dots() > 0).then_some(content)
    }

    /// How many dots are drawn.
    pub fn dots(&self) -> usize {
        self.rows.iter().map(|row| row.dots.len()).sum()
    }

    /// The shortest and the longest that is drawn, in minutes, intervals and medians among them.
    pub fn extent(&self) -> (f64, f64) {
        let dots = self.rows.iter().flat_map(|row| &row.dots).map(|dot| dot.minutes);
        let ends = self.rows.iter().filter_map(|row| row.interval).flat_map(|ends| [ends.low, ends.high]);
        let medians = self.rows.iter().filter_map(Row::drawn_median);
        let drawn =
            || dots.clone().chain(ends.clone()).chain(medians.clone()).filter(|m| *m >= LEAST_MINUTES);
        (drawn().fold(f64::INFINITY, f64::min), drawn().fold(0.0, f64::max))
    }

    /// What the numbers are, which stands in the picture itself.
    pub fn caption(&self) -> Vec<String> {
        let mut parts = self.groups.notes();
        let empty = self.groups.groups.iter().filter(|group| group.minutes.is_empty()).count();
        let drawable = self.groups.groups.len() - empty;
        if drawable > self.rows.len() {
            parts.push(format!("the largest {} of {drawable} groups are drawn", self.rows.len()));
        }
        if self.every > 1 {
            parts.push(format!("one dot for {} incidents", self.every));
        }
        let counts = [
            (self.undrawable, "of zero length, counted but not drawn"),
            (empty, if empty == 1 { "group without a duration" } else { "groups without a duration" }),
        ];
        parts.extend(counts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")));
        parts
    }

    pub fn told(&self) -> Told {
        Told { title: self.title(), description: self.description(), table: self.table() }
    }

    /// The finding.
    fn title(&self) -> String {
        let found: Vec<&GroupDifference> = match &self.pair {
            Some(pair) => pair.iter().gather(),
            None => self.differences.iter().flatten().gather(),
        };
        let clearest = found.iter().copied().reduce(|a, b| if b.adjusted_p < a.adjusted_p { b } else { a });
        let finding = match (clearest, self.rows.as_slice()) {
            (Some(one), _) if one.is_told_from_chance() || self.pair.is_some() => one.finding(),
            (Some(_), _) => {
                let n = self.groups.groups.len();
                format!("None of {n} groups can be told from the others by more than chance")
            }
            (None, [only]) => format!("“{}”: {}", fit_text(&only.name, NAME_PX), only.figures()),
            (None, _) => "Too few durations in each group to compare them".to_owned(),
        };
        finding.trim_end_matches('.').to_owned()
    }

    fn description(&self) -> String {
        let reading = "Each row is a group and every dot an incident, on a logarithmic time axis; the upright line is the \
                       median, the line under the dots its 95 % interval, which takes six durations.";
        let mut sentences = vec![reading.to_owned(), format!("{}.", self.caption().join(", "))];
        match &self.pair {
            Some(Ok(pair)) => sentences.extend([pair.figures(), pair.reach()]),
            Some(Err(few)) => sentences.push(few.sentence()),
            None => (),
        }
        sentences.retain(|sentence| !sentence.is_empty());
        sentences.join(" ")
    }

    /// One row a group, those that are not drawn among them.
    fn table(&self) -> Table {
        let header = [
            "Group",
            "n",
            "Median",
            "95 % interval of the median",
            "Times as long as all others",
            "95 % interval",
            "p",
        ];
        let rows = self.groups.groups.iter().zip(&self.differences).map(|(group, difference)| {
            let median = quantile(&group.minutes, 0.5).map(format_duration);
            let interval = median_interval(&group.minutes);
            let interval =
                interval.map(|i| format!("{} to {}", format_duration(i.low), format_duration(i.high)));
            let difference = difference.as_ref().ok();
            let ends = difference.and_then(|one| one.shift.interval);
            vec![
                group.label.clone(),
                group.minutes.len().to_string(),
                median.unwrap_or_default(),
                interval.unwrap_or_default(),
                difference.map(|one| decimal(one.shift.ratio, 2)).unwrap_or_default(),
                ends.map(|i| format!("{} to {}", decimal(i.low, 2), decimal(i.high, 2))).unwrap_or_default(),
                difference.map(|one| decimal(one.adjusted_p, 4)).unwrap_or_default(),
            ]
        });
        Table { header: header.map(str::to_owned).to_vec(), rows: rows.gather() }
    }
}

/// The places of the groups that are drawn, in their order.
fn largest(groups: &Groups) -> Vec<usize> {
    let n = |place: &usize| groups.groups.get(*place).map_or(0, |group| group.minutes.len());
    let places = (0..groups.groups.len()).filter(|place| n(place) > 0).gather();
    let mut places = sorted_by_key(places, |place| u64::MAX - n(place) as u64);
    places.truncate(MOST_GROUPS);
    sorted_by_key(places, |place| *place as u64)
}

/// Makes rows with every k-th dot.
struct Thinned<'a> {
    incidents: &'a [ComparedIncident<'a>],
    definition: DurationDefinition,
    every: usize,
}

impl Thinned<'_> {
    fn row(&self, group: &Group, name: &str) -> Row {
        let all =
            group.incidents.iter().zip(&group.minutes).filter(|(_, minutes)| **minutes >= LEAST_MINUTES);
        // The middle one of each k keeps the shape.
        let drawn = all.skip((self.every - 1) / 2).step_by(self.every);
        Row {
            name: isolate_direction(name.trim()),
            dots: drawn.filter_map(|(&incident, &minutes)| self.dot(incident, minutes)).gather(),
            interval: median_interval(&group.minutes).filter(|interval| interval.low >= LEAST_MINUTES),
            n: group.minutes.len(),
            median: quantile(&group.minutes, 0.5).unwrap_or(0.0),
        }
    }

    fn dot(&self, incident: usize, minutes: f64) -> Option<Dot> {
        let one = self.incidents.get(incident)?;
        let hedged = MeasuredDuration::of(one.incident, self.definition).is_ok_and(|found| found.approximate);
        let (role, about) = if hedged { (Role::HollowDot, "about ") } else { (Role::Dot, "") };
        let label = format!("{}: {about}{}", one.name(), format_duration(minutes));
        Some(Dot { incident, minutes, role, label })
    }
}
