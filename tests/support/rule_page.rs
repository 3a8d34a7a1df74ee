//! The page of rules, as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::rule_sources::Rule;

/// A place where a rule gives a value.
#[derive(Debug)]
pub struct Example {
    /// The words it read.
    pub words: String,
    /// The heading of the case.
    pub case: String,
    /// The case's file in `tests/cases`, without its ending.
    pub file: String,
}

/// What the page tells.
pub struct Page {
    pub rules: Vec<Rule>,
    /// Kinds of contradictions and what they mean.
    pub contradictions: Vec<(String, String)>,
    /// By rule.
    pub examples: BTreeMap<String, Example>,
    /// Headings of refused cases, by file.
    pub refusals: Vec<(String, Vec<String>)>,
}

const INTRODUCTION: &str = "\
# Why a value was chosen

Every figure that Outage Lens shows carries the name of the rule that chose it: the page shows it beside the words behind the
figure, and `outage-lens analyze --json` prints it as `rule`. This page says what each rule does, with words that it reads.

Where several rules find a start or an end, a field wins over a sentence that gives both ends, then come a sentence of the summary,
a timeline entry with a marker, an entry whose words say so, a sentence elsewhere, an entry that tells of it in plain words, one
that only implies it, and last a convention such as the first entry of the timeline. Where a report is a series of status updates, the newest one's words win, and
the times of posting stand in where no words give a time.

A length that the report states wins over one that is worked out from its start and end, unless a timeline entry states it or it only
says how long the repair took.

The sentences come from the sources and the examples from the cases in [`tests/cases`](../tests/cases), by
`UPDATE_DOCS=1 cargo test --test rules`.
";

/// Headings of the page, with the beginnings of the source paths that belong under each. A rule
/// belongs to the first that fits.
const PARTS: &[(&str, &[&str])] = &[
    (
        "Start, end and the other moments of an incident",
        &[
            "reconcile/window", "reconcile/mod", "reconcile/phase", "reconcile/milestones",
            "reconcile/told_day", "reconcile/listed",
        ],
    ),
    ("Several windows of one outage", &["reconcile/spells"]),
    ("Status updates", &["reconcile/updates"]),
    ("Duration", &["reconcile/duration"]),
    ("Impact", &["reconcile/impact"]),
    ("Zone", &["reconcile/zone"]),
    ("Other decisions", &["reconcile"]),
    ("Durations that are recognized", &["mention/duration"]),
    ("Percentages that are recognized", &["mention/percentage"]),
    ("Clock times that are recognized", &["mention/clock"]),
    ("Dates that are recognized", &["mention/date"]),
    ("Zones that are recognized", &["mention/zone"]),
    ("Ranges that are recognized", &["mention/range"]),
    ("Others", &[""]),
];

impl Page {
    pub fn to_markdown(&self) -> String {
        let mut page = INTRODUCTION.to_owned();
        for (number, (title, _)) in PARTS.iter().enumerate() {
            self.part(&mut page, number, title);
        }
        self.contradictions(&mut page);
        self.refusals(&mut page);
        page
    }

    fn part(&self, page: &mut String, number: usize, title: &str) {
        let rules: Vec<&Rule> = self.rules.iter().filter(|rule| part_of(rule) == Some(number)).collect();
        if rules.is_empty() {
            return;
        }
        let _ = write!(page, "\n## {title}\n\n| rule | what it chooses | for example |\n|---|---|---|\n");
        for rule in rules {
            let example = self.examples.get(&rule.name).map_or_else(String::new, Example::to_markdown);
            let _ = writeln!(
                page,
                "| <a id=\"{0}\"></a>`{0}` | {1} | {example} |",
                rule.name,
                cell(&rule.sentence)
            );
        }
    }

    fn contradictions(&self, page: &mut String) {
        page.push_str("\n## Contradictions that are told\n\n| kind | what disagrees |\n|---|---|\n");
        for (kind, sentence) in &self.contradictions {
            let _ = writeln!(page, "| `{kind}` | {} |", cell(sentence));
        }
    }

    fn refusals(&self, page: &mut String) {
        page.push_str("\n## What is refused\n\nCases in which nothing, or less, must be found:\n\n");
        for (file, names) in &self.refusals {
            let _ = writeln!(page, "* [{file}](../tests/cases/{file}.md): {}", names.join("; "));
        }
    }
}

impl Example {
    fn to_markdown(&self) -> String {
        format!(
            "“{}” ([{}](../tests/cases/{}.md))",
            cell(&shortened(&self.words)),
            cell(&self.case),
            self.file
        )
    }
}

fn part_of(rule: &Rule) -> Option<usize> {
    PARTS
        .iter()
        .position(|(_, beginnings)| beginnings.iter().any(|beginning| rule.file.starts_with(beginning)))
}

/// At most the first words, with white space as single blanks.
fn shortened(words: &str) -> String {
    const MOST_WORDS: usize = 14;
    let all: Vec<&str> = words.split_whitespace().collect();
    let dots = if all.len() > MOST_WORDS { " …" } else { "" };
    format!("{}{dots}", all[..all.len().min(MOST_WORDS)].join(" "))
}

/// `text` as it may stand in a table's cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}
