//! Layer 9: the command line. Reads files, prints what [`crate::extract`] and [`crate::mention`] say.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use crate::document::Document;
use crate::extract::{Options, extract};
use crate::mention;
use crate::text::Tokens;
use crate::wire;

mod compare;
mod compare_table;
mod summary;

use compare::Request;

const USAGE: &str = "\
Reads outage reports and prints their facts.

  outage-lens analyze [--json] FILE...    duration, impact, times and contradictions of each report
  outage-lens mentions [--lines] FILE...  every duration, percentage, time, date, zone and range
                                          --lines: each line of the file is a text of its own
  outage-lens compare [--json] FILE...    figures over the incidents of all reports, and each of them
                                          --definition NAME: start-to-end (the default), detection-to-end,
                                          start-to-mitigation, detection-to-mitigation or stated
                                          --within MINUTES: how many were over by then (60)
                                          --seed NUMBER: of the chance behind the intervals (1)

FILE is Markdown, plain text or HTML. Output of --json and of mentions is JSON Lines in the
format outage-lens/1, one object a file; compare --json prints one object over all files.
";

/// Runs the command with `arguments`, less the program's own name.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    match parse(arguments).and_then(|command| command.run(&mut io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that has seen enough, such as `head`, is no failure.
        Err(Failure::Io(_, error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.message());
            ExitCode::from(2)
        }
    }
}

#[derive(Debug)]
enum Failure {
    Usage(String),
    Io(String, io::Error),
}

impl Failure {
    fn message(&self) -> String {
        match self {
            Self::Usage(problem) => format!("outage-lens: {problem}\n\n{USAGE}"),
            Self::Io(file, error) => format!("outage-lens: {file}: {error}"),
        }
    }
}

#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Analyze { json: bool, files: Vec<String> },
    Mentions { lines: bool, files: Vec<String> },
    Compare(Request),
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Command, Failure> {
    let name = arguments.next().unwrap_or_default();
    if name == "compare" {
        return compare_command(arguments);
    }
    let (flags, files): (Vec<String>, Vec<String>) = arguments.partition(|a| a.starts_with("--"));
    let command = match (name.as_str(), flags.iter().map(String::as_str).collect::<Vec<_>>().as_slice()) {
        ("help" | "--help" | "-h", _) | (_, ["--help"]) => return Ok(Command::Help),
        ("analyze", []) => Command::Analyze { json: false, files },
        ("analyze", ["--json"]) => Command::Analyze { json: true, files },
        ("mentions", []) => Command::Mentions { lines: false, files },
        ("mentions", ["--lines"]) => Command::Mentions { lines: true, files },
        ("analyze" | "mentions", other) => {
            return Err(Failure::Usage(format!("{name} knows no {}", other.join(" "))));
        }
        ("", _) => return Err(Failure::Usage("what shall be done?".to_owned())),
        _ => return Err(Failure::Usage(format!("there is no command {name:?}"))),
    };
    match &command {
        Command::Analyze { files, .. } | Command::Mentions { files, .. } if files.is_empty() => {
            Err(Failure::Usage(format!("{name} needs at least one file")))
        }
        _ => Ok(command),
    }
}

fn compare_command(arguments: impl Iterator<Item = String>) -> Result<Command, Failure> {
    let mut arguments = arguments.peekable();
    if arguments.next_if(|first| first == "--help").is_some() {
        return Ok(Command::Help);
    }
    let request = Request::parse(arguments)?;
    if request.files.is_empty() {
        return Err(Failure::Usage("compare needs at least one file".to_owned()));
    }
    Ok(Command::Compare(request))
}

impl Command {
    fn run(&self, out: &mut dyn Write) -> Result<(), Failure> {
        let printed = |error| Failure::Io("standard output".to_owned(), error);
        match self {
            Self::Help => out.write_all(USAGE.as_bytes()).map_err(printed),
            Self::Analyze { json, files } => {
                for (number, file) in files.iter().enumerate() {
                    let text = read(file)?;
                    let extraction = extract(&text, &Options { file_name: file_name(file) });
                    let result = if *json {
                        let report = wire::report(&text, &extraction);
                        write_line(out, &Named { file, body: report })
                    } else {
                        let gap = if number > 0 { "\n" } else { "" };
                        write!(out, "{gap}{}", summary::summary(file, &text, &extraction))
                    };
                    result.map_err(printed)?;
                }
                Ok(())
            }
            Self::Mentions { lines: false, files } => files.iter().try_for_each(|file| {
                let text = read(file)?;
                let document = Document::parse(&text, file_name(file));
                let found = mention::recognize(&Tokens::scan(document.visible()));
                write_line(out, &Named { file, body: wire::mentions(&text, &found) }).map_err(printed)
            }),
            Self::Mentions { lines: true, files } => files.iter().try_for_each(|file| {
                let text = read(file)?;
                text.lines().enumerate().try_for_each(|(index, line)| {
                    let found = mention::recognize(&Tokens::scan(line));
                    let body = wire::mentions(line, &found);
                    write_line(out, &Numbered { line: index + 1, body }).map_err(printed)
                })
            }),
            Self::Compare(request) => {
                let texts = request.files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
                let answer = request.answer(&texts);
                let result = if request.json {
                    write_line(out, &answer)
                } else {
                    let table = compare_table::compare_table(&answer, request.options.definition);
                    out.write_all(table.as_bytes())
                };
                result.map_err(printed)
            }
        }
    }
}

#[derive(Serialize)]
struct Named<'a, T> {
    file: &'a str,
    #[serde(flatten)]
    body: T,
}

#[derive(Serialize)]
struct Numbered<T> {
    line: usize,
    #[serde(flatten)]
    body: T,
}

fn write_line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// The file's text; bytes that are no UTF-8 are replaced, not refused.
fn read(file: &str) -> Result<String, Failure> {
    match std::fs::read(file) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) => Err(Failure::Io(file.to_owned(), error)),
    }
}

fn file_name(file: &str) -> Option<&str> {
    Path::new(file).file_name().and_then(|name| name.to_str())
}
