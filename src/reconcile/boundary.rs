//! Places that give the outage's start or end, and the choice among them.

use super::spells::Candidate;
use crate::incident::{Certainty, Moment, Spell, minutes_between};

/// How plainly a place gives a boundary; the highest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Only the day is known.
    Day,
    /// The first entry of a timeline is the start by convention.
    Convention,
    /// An entry that implies it: the first detection, the last mitigation.
    Implied,
    /// An entry that tells of it in plain words.
    Plain,
    /// A sentence away from the summary.
    Aside,
    /// An entry whose words name it.
    Entry,
    /// An entry with a marker such as `OUTAGE BEGINS`.
    Marker,
    /// A sentence of the summary that names it.
    Sentence,
    /// A sentence with both ends.
    Window,
    /// A sentence that speaks of the whole: the total downtime, the full restoration.
    Whole,
    /// A label.
    Label,
}

/// A place that gives the outage's start or end.
#[derive(Clone, Debug)]
pub(super) struct Boundary {
    pub(super) trust: Trust,
    pub(super) moment: Moment,
}

/// The start and the end, each where something gives it.
#[derive(Clone, Debug, Default)]
pub(super) struct Window {
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    /// The single windows, where the text gives two or more.
    pub(super) spells: Vec<Spell>,
}

/// Every place that gives a start or an end.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) starts: Vec<Boundary>,
    pub(super) ends: Vec<Boundary>,
    /// The ranges among them, of which several can be windows of the outage.
    pub(super) candidates: Vec<Candidate>,
}

impl Found {
    /// The most trusted start, and the most trusted end that does not come before it.
    pub(super) fn choose(&self) -> Window {
        let start = most_trusted(&self.starts, &|_| true);
        let fits = |end: &Boundary| {
            start.is_none_or(|start| follows(&start.moment, &end.moment) && !is_same(start, end))
        };
        let end = most_trusted(&self.ends, &fits).map(|end| latest_like(&self.ends, end));
        let moment = |boundary: &Boundary| boundary.moment.clone();
        let overnight = || {
            let end = most_trusted(&self.ends, &|_| true)?;
            next_day(&start?.moment, latest_like(&self.ends, end))
        };
        let named = end.filter(|end| end.trust > Trust::Plain).map(moment);
        let end = named.or_else(overnight).or_else(|| end.map(moment));
        Window { start: start.map(moment), end, spells: Vec::new() }
    }

    /// Whether `start` does not come after the most trusted end.
    pub(super) fn allows_start(&self, start: &Moment) -> bool {
        most_trusted(&self.ends, &|_| true).is_none_or(|end| follows(start, &end.moment))
    }

    /// Weakens the ends of `window` where the choice among equals was only a convention.
    pub(super) fn doubt(&self, window: &mut Window) {
        doubt(&self.starts, window.start.as_mut(), |minutes| minutes <= -1.0);
        doubt(&self.ends, window.end.as_mut(), |minutes| minutes >= 1.0);
    }
}

/// Takes a moment that another place, as plain as its own, puts further out for one that is worked out
/// of several rather than stated. A place further in only bounds a part.
fn doubt(all: &[Boundary], moment: Option<&mut Moment>, is_further_out: fn(f64) -> bool) {
    let Some(moment) = moment else { return };
    let trust = all.iter().filter(|place| place.moment.at == moment.at).map(|place| place.trust).max();
    let mut rivals = all.iter().filter(|place| Some(place.trust) == trust);
    if rivals.any(|rival| minutes_between(moment.at, rival.moment.at).is_some_and(is_further_out)) {
        moment.certainty = moment.certainty.max(Certainty::Derived);
    }
}

/// Whether the end is the very moment that is only implied to be the start: it tells of one thing, not of two.
fn is_same(start: &Boundary, end: &Boundary) -> bool {
    start.trust <= Trust::Plain && start.moment.at.time.is_some() && start.moment.at == end.moment.at
}

fn follows(start: &Moment, end: &Moment) -> bool {
    let days = || start.at.date?.days_until(end.at.date?);
    match length_minutes(start, end) {
        Some(minutes) => minutes >= 0.0,
        None => days().is_none_or(|days| days >= 0),
    }
}

/// Minutes from `start` to `end`. Where neither has a date, an end before the start is on the next day.
pub(super) fn length_minutes(start: &Moment, end: &Moment) -> Option<f64> {
    let zones = start.offset_minutes.zip(end.offset_minutes).map_or(0, |(start, end)| start - end);
    let minutes = minutes_between(start.at, end.at)? + f64::from(zones);
    let overnight = minutes < 0.0 && start.at.date.is_none();
    Some(if overnight { minutes + 24.0 * 60.0 } else { minutes })
}

/// The longest outage over midnight that needs no word of the next day, in minutes.
const OVERNIGHT: f64 = 12.0 * 60.0;

/// The end on the day after, where a sentence gives it without a date and it would come before the start:
/// "went offline at 22:50 on 2 May and came back at 00:20".
fn next_day(start: &Moment, end: &Boundary) -> Option<Moment> {
    let borrows_its_date = end.trust == Trust::Sentence && end.moment.certainty == Certainty::Derived;
    let at = end.moment.at.plus_minutes(24 * 60).filter(|_| borrows_its_date)?;
    let moved = Moment { at, ..end.moment.clone() };
    let length = length_minutes(start, &moved)?;
    (length > 0.0 && length <= OVERNIGHT).then_some(moved)
}

/// Of several sentences that tell of a restoration, the last in time tells of the whole.
fn latest_like<'b>(ends: &'b [Boundary], chosen: &'b Boundary) -> &'b Boundary {
    if !matches!(chosen.trust, Trust::Aside | Trust::Marker | Trust::Sentence) {
        return chosen;
    }
    let place = |end: &Boundary| end.moment.evidence.first().map_or(0, |span| span.start);
    let alike = ends.iter().filter(|end| end.trust == chosen.trust);
    alike.fold(chosen, |last, next| {
        let near = place(next).abs_diff(place(last)) <= SAME_BREATH;
        if near && next.moment.at > last.moment.at { next } else { last }
    })
}

/// Bytes between sentences that tell of one restoration, rather than of different outages.
const SAME_BREATH: usize = 600;

/// The first of the most trusted boundaries.
fn most_trusted<'b>(boundaries: &'b [Boundary], fits: &dyn Fn(&Boundary) -> bool) -> Option<&'b Boundary> {
    boundaries
        .iter()
        .filter(|b| fits(b))
        .reduce(|best, next| if next.trust > best.trust { next } else { best })
}
