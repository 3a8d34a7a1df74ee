//! The report's title, and the severity and the service that it names.

use super::phrases::{Phrases, phrases};
use super::report::Report;
use crate::document::BlockKind;
use crate::incident::{Service, Severity};
use crate::text::{TokenKind, is_letter};

/// Headings that only name a part of a report.
const SECTION_NAMES: Phrases = phrases(
    "summary|issue summary|incident summary|executive summary|overview|introduction|background|\
     timeline|impact|description|what happened|root cause|details|abstract",
);

const LONGEST_TITLE: usize = 160;

/// The first marked heading, or a `title:` line, or else the first line that could be a title.
pub(super) fn title(report: &Report) -> Option<String> {
    let blocks = report.blocks;
    let labelled = blocks.iter().take(12).find_map(|block| {
        let label = block.label?;
        let name = report.document.words(label.name);
        name.eq_ignore_ascii_case("title").then(|| report.document.words(label.value))
    });
    let heading = || {
        let found = blocks.iter().find(|b| matches!(b.kind, BlockKind::Heading(1..=6)))?;
        Some(report.document.words(found.span))
    };
    let first_line = || {
        let first = blocks.first().filter(|b| matches!(b.kind, BlockKind::Line | BlockKind::Heading(_)))?;
        // As a reader sees it: its ends of lines may be of two bytes each.
        let words = report.document.words(first.span);
        (words.len() <= LONGEST_TITLE).then_some(words)
    };
    let title = labelled.or_else(heading).or_else(first_line)?;
    let title = title.trim_matches(['"', '\'', ':', ' ']).to_owned();
    let names_a_section = SECTION_NAMES.lists(title.to_ascii_lowercase().as_str());
    (!title.is_empty() && !names_a_section).then_some(title)
}

/// `SEV-1`, `SEV2`, `P0`, or the value of a line called severity or priority.
pub(super) fn severity(report: &Report) -> Option<Severity> {
    labelled_severity(report).or_else(|| severity_code(report))
}

/// The value of a line that names what was affected: `Service: Checkout`.
///
/// A long value is a sentence about services rather than a name.
pub(super) fn service(report: &Report) -> Option<Service> {
    const NAMES: Phrases = phrases(
        "service|services|service name|service affected|services affected|affected service|affected services|\
         affected system|affected systems|affected component|affected components|affected product|\
         impacted service|impacted services|system|component|components|product",
    );
    const LONGEST_NAME: usize = 60;
    report.blocks.iter().find_map(|block| {
        let label = block.label?;
        let value = report.document.words(label.value);
        let is_name =
            value.len() <= LONGEST_NAME && value.starts_with(|c: char| is_letter(c) || c.is_ascii_digit());
        (is_name && NAMES.lists(&report.document.lower_words(label.name)))
            .then(|| Service { value, evidence: label.value.alone() })
    })
}

fn labelled_severity(report: &Report) -> Option<Severity> {
    report.blocks.iter().find_map(|block| {
        let label = block.label?;
        let name = report.document.lower_words(label.name);
        let value = report.document.words(label.value);
        let is_severity =
            const { phrases("severity|priority|severity level|sev|incident severity") }.lists(&name);
        let plausible = !value.is_empty()
            && value.len() <= 30
            && value.starts_with(|c: char| is_letter(c) || c.is_ascii_digit());
        (is_severity && plausible).then(|| Severity { value, evidence: label.value.alone() })
    })
}

fn severity_code(report: &Report) -> Option<Severity> {
    let tokens = report.tokens;
    report.token_range().find_map(|at| {
        let token =
            tokens.get(at).filter(|t| t.kind == TokenKind::Word && t.case != crate::text::Case::Lower)?;
        let is_severity = tokens.reads(token, "sev");
        (is_severity || tokens.reads(token, "p")).then_some(())?;
        let dash = tokens.mark_at(at + 1, "-");
        let digit = tokens.get(at + 1 + usize::from(dash))?;
        let glued = digit.gap == crate::text::Gap::None || is_severity;
        let is_digit =
            digit.kind == TokenKind::Number && digit.span.len() == 1 && glued && (!dash || is_severity);
        let alone = tokens
            .get(at + 2 + usize::from(dash))
            .is_none_or(|t| t.gap != crate::text::Gap::None || matches!(t.kind, TokenKind::Mark(_)));
        let span = token.span.cover(digit.span);
        (is_digit && alone).then(|| Severity { value: report.document.words(span), evidence: span.alone() })
    })
}
