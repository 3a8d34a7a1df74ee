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
        /// Minutes east of UTC.
        offset_minutes: Option<i32>,
    },
    /// Words, for a severity, a service, a zone.
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
}

impl Correctable {
    /// Each of them, with the word it is stored as and the name it is shown under.
    const NAMES: [(Self, &'static str, &'static str); 9] = [
        (Self::Duration, "duration", "Duration"),
        (Self::Impact, "impact", "Impact"),
        (Self::Start, "start", "Start"),
        (Self::End, "end", "End"),
        (Self::Detected, "detected", "Detected"),
        (Self::Acknowledged, "acknowledged", "Acknowledged"),
        (Self::Mitigated, "mitigated", "Mitigated"),
        (Self::Severity, "severity", "Severity"),
        (Self::Service, "service", "Service"),
    ];

    /// Every one, in the order in which they are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(fact, ..)| fact)
    }

    /// The word it is stored as.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1 // OK because the names stand in the order of the variants.
    }

    /// The name it is shown under.
    #[must_use]
    pub fn label(self) -> &'static str {
        Self::NAMES[self as usize].2 // OK because the names stand in the order of the variants.
    }
}

impl fmt::Display for Correctable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The word names nothing that can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCorrectable;

impl FromStr for Correctable {
    type Err = NotCorrectable;

    fn from_str(word: &str) -> Result<Self, NotCorrectable> {
        Self::all().find(|fact| fact.as_str() == word).ok_or(NotCorrectable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_correctable_fact_is_found_again_by_its_word() {
        for (place, fact) in Correctable::all().enumerate() {
            assert_eq!((fact as usize, fact.as_str().parse()), (place, Ok(fact)));
        }
        assert_eq!("title".parse::<Correctable>(), Err(NotCorrectable));
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
        let severity = |words: &str| Correction {
            fact: Correctable::Severity,
            value: Some(CorrectValue::Words(words.into())),
        };
        notes.correct(severity("SEV-1"));
        notes.correct(severity("SEV-2"));
        assert_eq!(notes.corrections, [severity("SEV-2")]);
        notes.withdraw(Correctable::Severity);
        assert_eq!(notes, Notes::NONE);
    }
}
