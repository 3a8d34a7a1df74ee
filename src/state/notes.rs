//! What the user writes beside an incident: a name, tags, corrections.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use crate::incident::PartialTime;

/// The longest name and the longest tag that are kept, in characters.
const LONGEST_WORDS: usize = 500;
/// How many tags one incident can have.
const MOST_TAGS: usize = 40;

/// What the user wrote of one incident.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Notes {
    /// The name that stands in place of the report's title.
    pub name: Option<Rc<str>>,
    /// Free words to find and to group incidents by; none twice.
    pub tags: Vec<Rc<str>>,
    /// Facts that the user settled; at most one of each.
    pub corrections: Vec<Correction>,
}

impl Notes {
    /// Nothing written.
    pub const NONE: Self = Self { name: None, tags: Vec::new(), corrections: Vec::new() };

    /// The correction of `fact`.
    #[must_use]
    pub fn correction(&self, fact: Correctable) -> Option<&Correction> {
        self.corrections.iter().find(|correction| correction.fact == fact)
    }

    /// Puts a correction in the place of an earlier one.
    pub fn correct(&mut self, correction: Correction) {
        self.withdraw(correction.fact);
        self.corrections.push(correction);
    }

    /// Takes a correction back.
    pub fn withdraw(&mut self, fact: Correctable) {
        self.corrections.retain(|correction| correction.fact != fact);
    }
}

/// The words without surrounding space, as long as anything is left of them.
pub(super) fn kept_words(words: &str) -> Option<Rc<str>> {
    let words = words.trim();
    let end = words.char_indices().nth(LONGEST_WORDS).map_or(words.len(), |(end, _)| end);
    (!words.is_empty()).then(|| words[..end].into())
}

/// The tags of a list with commas.
pub(super) fn tags_of(words: &str) -> Vec<Rc<str>> {
    let mut tags: Vec<Rc<str>> = Vec::new();
    for tag in words.split(',').filter_map(kept_words) {
        if !tags.contains(&tag) && tags.len() < MOST_TAGS {
            tags.push(tag);
        }
    }
    tags
}

/// A fact as the user settled it.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Which fact.
    pub fact: Correctable,
    /// Its value; `None` where the user says that there is none.
    pub value: Option<CorrectValue>,
    /// Of a timeline entry: the words by which it is found again where the text was edited or is read otherwise.
    pub entry: Option<Rc<str>>,
}

impl Correction {
    /// The correction of a fact that is no timeline entry.
    #[must_use]
    pub const fn of(fact: Correctable, value: Option<CorrectValue>) -> Self {
        Self { fact, value, entry: None }
    }
}

/// A value that the user gave.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrectValue {
    /// A length in minutes; both ends are the same unless it is a range.
    Minutes {
        /// The shorter end.
        low: f64,
        /// The longer end.
        high: f64,
    },
    /// A share from 0 to 100; both ends are the same unless it is a range.
    Percent {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
        /// What it is a share of.
        of: Option<Rc<str>>,
    },
    /// A moment.
    Moment {
        /// Date and time, as far as they were given.
        at: PartialTime,
        /// Minutes east of UTC, where the user gave them; else those of the report.
        offset_minutes: Option<i32>,
    },
    /// Words, for a severity, a service, a zone, the phase of an entry.
    Words(Rc<str>),
}

/// A fact that can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Correctable {
    /// How long it lasted.
    Duration,
    /// The share affected.
    Impact,
    /// When users began to be affected.
    Start,
    /// When service was fully restored.
    End,
    /// When it was noticed.
    Detected,
    /// When a responder took it on.
    Acknowledged,
    /// When the harm was stopped or lessened.
    Mitigated,
    /// How grave it was.
    Severity,
    /// What was affected.
    Service,
    /// The zone of the report's times.
    Zone,
    /// A timeline entry, by its place in the timeline that was read, and what of it.
    Entry(usize, EntryPart),
}

/// What can be corrected of a timeline entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryPart {
    /// When it happened.
    Time,
    /// What it means for the incident.
    Phase,
    /// That it is none.
    Removed,
}

impl EntryPart {
    /// Each of them, with the word it is stored as and the name it is shown under.
    const NAMES: [(Self, &'static str, &'static str); 3] =
        [(Self::Time, "time", "Time"), (Self::Phase, "phase", "Phase"), (Self::Removed, "removed", "Entry")];

    fn names(self) -> (&'static str, &'static str) {
        let [time, phase, removed] = Self::NAMES;
        let (_, word, label) = match self {
            Self::Time => time,
            Self::Phase => phase,
            Self::Removed => removed,
        };
        (word, label)
    }
}

impl Correctable {
    /// Each that is the only one of its kind, with the word it is stored as and the name it is shown under.
    const NAMES: [(Self, &'static str, &'static str); 10] = [
        (Self::Duration, "duration", "Duration"),
        (Self::Impact, "impact", "Impact"),
        (Self::Start, "start", "Start"),
        (Self::End, "end", "End"),
        (Self::Detected, "detected", "Detected"),
        (Self::Acknowledged, "acknowledged", "Acknowledged"),
        (Self::Mitigated, "mitigated", "Mitigated"),
        (Self::Severity, "severity", "Severity"),
        (Self::Service, "service", "Service"),
        (Self::Zone, "zone", "Zone"),
    ];

    /// Every one that is the only one of its kind, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(fact, ..)| fact)
    }

    fn names(self) -> (&'static str, &'static str) {
        if let Self::Entry(_, part) = self {
            return part.names();
        }
        let found = Self::NAMES.iter().find(|(fact, ..)| *fact == self);
        found.map_or(("", ""), |(_, word, label)| (*word, *label))
    }

    /// The name it is shown under.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.names().1
    }
}

impl fmt::Display for Correctable {
    /// The word it is stored as: `duration`, `entry-3-time`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Entry(place, _) = self {
            f.write_str("entry-")?;
            place.fmt(f)?;
            f.write_str("-")?;
        }
        f.write_str(self.names().0)
    }
}

/// The word names nothing that can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCorrectable;

impl FromStr for Correctable {
    type Err = NotCorrectable;

    fn from_str(word: &str) -> Result<Self, NotCorrectable> {
        let Some(entry) = word.strip_prefix("entry-") else {
            return Self::all().find(|fact| fact.names().0 == word).ok_or(NotCorrectable);
        };
        let (place, part) = entry.split_once('-').ok_or(NotCorrectable)?;
        let place = place.parse().map_err(|_| NotCorrectable)?;
        let found = EntryPart::NAMES.iter().find(|(_, name, _)| *name == part);
        found.map(|(part, ..)| Self::Entry(place, *part)).ok_or(NotCorrectable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_correctable_fact_is_found_again_by_its_word() {
        let entries = EntryPart::NAMES.map(|(part, ..)| Correctable::Entry(12, part));
        for fact in Correctable::all().chain(entries) {
            assert_eq!(fact.to_string().parse(), Ok(fact));
        }
        for word in ["title", "", "entry-1", "entry--time", "entry-x-time", "entry-1-text", "entry"] {
            assert_eq!(word.parse::<Correctable>(), Err(NotCorrectable), "{word}");
        }
    }

    #[test]
    fn tags_are_told_apart_by_commas_and_none_comes_twice() {
        let tags = tags_of(" eu-west, database ,, database,Ünïcode 🚒 ");
        assert_eq!(tags.iter().map(|tag| &**tag).collect::<Vec<_>>(), ["eu-west", "database", "Ünïcode 🚒"]);
        assert!(tags_of(" , ").is_empty());
    }

    #[test]
    fn long_words_are_cut_at_a_character() {
        let long = "ü".repeat(LONGEST_WORDS + 7);
        assert_eq!(kept_words(&long).map(|words| words.chars().count()), Some(LONGEST_WORDS));
        assert_eq!(kept_words(" \n"), None);
    }

    #[test]
    fn a_later_correction_takes_the_place_of_an_earlier_one() {
        let mut notes = Notes::NONE;
        let severity =
            |words: &str| Correction::of(Correctable::Severity, Some(CorrectValue::Words(words.into())));
        notes.correct(severity("SEV-1"));
        notes.correct(severity("SEV-2"));
        assert_eq!(notes.corrections, [severity("SEV-2")]);
        notes.withdraw(Correctable::Severity);
        assert_eq!(notes, Notes::NONE);
    }
}
