//! `outage-lens compare`: what is asked for, and the answer as JSON.

use super::Failure;
use crate::extract::{Extraction, Options, extract};
use crate::metrics::DurationDefinition;
use crate::wire::{self, CompareOptions, ComparedText, Comparison};

/// What is to be compared, and how.
#[derive(Debug, PartialEq)]
pub(super) struct Request {
    pub json: bool,
    pub options: CompareOptions,
    pub files: Vec<String>,
}

impl Request {
    /// Reads the arguments after the command's name.
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, Failure> {
        let mut request = Self { json: false, options: CompareOptions::default(), files: Vec::new() };
        let options = &mut request.options;
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| refused(&argument, "needs a value"));
            match argument.as_str() {
                "--json" => request.json = true,
                "--definition" => options.definition = definition(&value()?)?,
                "--within" => options.threshold_minutes = minutes(&value()?)?,
                "--seed" => options.seed = seed(&value()?)?,
                flag if flag.starts_with("--") => {
                    return Err(refused("compare", &format!("knows no {flag}")));
                }
                _ => request.files.push(argument),
            }
        }
        Ok(request)
    }

    /// The figures over all incidents of the files; `texts` are theirs, in the same order.
    pub fn answer(&self, texts: &[String]) -> Comparison {
        let names = || self.files.iter().map(String::as_str);
        let read =
            |(file, text): (&str, &String)| extract(text, &Options { file_name: super::file_name(file) });
        let extractions: Vec<Extraction> = names().zip(texts).map(read).collect();
        let compared: Vec<ComparedText> = (names().zip(texts).zip(&extractions))
            .map(|((file, text), found)| ComparedText { name: Some(file), text, incidents: &found.incidents })
            .collect();
        wire::comparison(&compared, self.options)
    }
}

fn refused(subject: &str, problem: &str) -> Failure {
    Failure::Usage(format!("{subject} {problem}"))
}

fn definition(name: &str) -> Result<DurationDefinition, Failure> {
    DurationDefinition::from_name(name).ok_or_else(|| {
        let names = DurationDefinition::ALL.map(DurationDefinition::as_str).join(", ");
        refused("--definition", &format!("is one of {names}"))
    })
}

fn minutes(value: &str) -> Result<f64, Failure> {
    let minutes = value.parse().ok().filter(|minutes: &f64| minutes.is_finite() && *minutes >= 0.0);
    minutes.ok_or_else(|| refused("--within", "takes a number of minutes"))
}

fn seed(value: &str) -> Result<u32, Failure> {
    value.parse().map_err(|_| refused("--seed", "takes a whole number up to 4294967295"))
}
