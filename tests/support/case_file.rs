//! Reading a case file: Markdown whose headings are tests.
//!
//! A `##` heading names a case. Under it stands either a fenced `report` block with a fenced
//! `expect` or `mentions` block behind it, or a table whose rows are texts of their own:
//!
//! ```text
//! | text | duration |
//! |---|---|
//! | down for 66 minutes | 3960 s "66 minutes" |
//! ```
//!
//! In a table whose second column is `expect`, each text is what a report says below the title
//! `# Shop incident`, and its lines are separated by semicolons.

/// One case: a text and what must be found in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Case {
    /// The heading, a sentence.
    pub name: String,
    /// Line of the case file on which the input begins.
    pub line: usize,
    /// The text to read.
    pub input: String,
    /// The name of the file that the text came in, where the case gives one.
    pub file_name: Option<String>,
    /// What must be found.
    pub expected: Expected,
    /// Whether it stands under `# Refuses`: what must not be taken for what the file is about.
    pub refused: bool,
}

/// What a case holds its input to.
#[derive(Debug, PartialEq, Eq)]
pub enum Expected {
    /// Lines about the first incident.
    Incident(Vec<String>),
    /// Every mention, or every one of a kind, in text order.
    Mentions { kind: Option<String>, lines: Vec<String> },
}

/// The cases of a file, or a sentence about the first thing that is not understood.
pub fn parse_cases(source: &str) -> Result<Vec<Case>, String> {
    let mut reader = Reader { lines: source.lines().collect(), at: 0 };
    let mut name = String::new();
    let mut cases = Vec::new();
    let mut refuses = false;
    while let Some(line) = reader.next() {
        let known = cases.len();
        if let Some(heading) = line.strip_prefix("## ") {
            name = heading.trim().to_owned();
        } else if line.trim() == "# Refuses" {
            refuses = true;
        } else if let Some((fence, info)) = line.split_once("report").filter(|it| is_fence(it.0)) {
            cases.push(reader.fenced_case(&name, fence, info)?);
        } else if line.starts_with('|') {
            cases.extend(reader.table_cases(&name, line)?);
        } else if line.starts_with("```") {
            return Err(format!("line {}: a block without a report before it", reader.at));
        }
        cases[known..].iter_mut().for_each(|case: &mut Case| case.refused = refuses);
    }
    if !refuses {
        return Err("no part '# Refuses'".to_owned());
    }
    match cases.iter().find(|case: &&Case| case.name.is_empty()) {
        Some(case) => Err(format!("line {}: a case without a heading", case.line)),
        None => Ok(cases),
    }
}

/// The words of an expected or found line. What stands in quotes is one word, quotes included.
pub fn line_words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for character in line.chars() {
        if character.is_whitespace() && !quoted {
            words.push(String::new());
            continue;
        }
        if character == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = character == '\\' && !escaped;
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A fence may be longer than three, so that a report can hold a block of code.
fn is_fence(marks: &str) -> bool {
    marks.len() >= 3 && marks.bytes().all(|mark| mark == b'`')
}

struct Reader<'a> {
    lines: Vec<&'a str>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let line = self.lines.get(self.at)?;
        self.at += 1;
        Some(line)
    }

    fn fenced_case(&mut self, name: &str, fence: &str, info: &str) -> Result<Case, String> {
        let line = self.at + 1;
        let input = self.fence_body(fence)?.join("\n");
        while self.lines.get(self.at).is_some_and(|line| line.trim().is_empty()) {
            self.at += 1;
        }
        let opening = self.next().unwrap_or("");
        let expected = if opening == "```expect" {
            Expected::Incident(self.expected_lines()?)
        } else if let Some(kind) = opening.strip_prefix("```mentions") {
            let kind = kind.trim().strip_prefix("of=").map(str::to_owned);
            Expected::Mentions { kind, lines: self.expected_lines()? }
        } else {
            return Err(format!("line {}: no expect or mentions block after the report", self.at));
        };
        let file_name = info.trim().strip_prefix("file=").map(str::to_owned);
        Ok(Case { name: name.to_owned(), line, input, file_name, expected, refused: false })
    }

    fn expected_lines(&mut self) -> Result<Vec<String>, String> {
        let lines = self.fence_body("```")?;
        Ok(lines.iter().filter(|line| !line.trim().is_empty()).map(ToString::to_string).collect())
    }

    fn fence_body(&mut self, fence: &str) -> Result<Vec<&'a str>, String> {
        let opened = self.at;
        let mut body = Vec::new();
        while let Some(line) = self.next() {
            if line == fence {
                return Ok(body);
            }
            body.push(line);
        }
        Err(format!("line {opened}: a block that is never closed"))
    }

    fn table_cases(&mut self, name: &str, header: &str) -> Result<Vec<Case>, String> {
        let titles = cells(header);
        let [text, kind] = titles.as_slice() else {
            return Err(format!("line {}: a table with other than two columns", self.at));
        };
        if text != "text" || !self.next().is_some_and(|line| line.starts_with("|--")) {
            return Err(format!("line {}: a table that does not begin with 'text'", self.at));
        }
        let mut cases = Vec::new();
        while let Some(row) = self.lines.get(self.at).filter(|line| line.starts_with('|')) {
            self.at += 1;
            let row = cells(row);
            let [input, found] = row.as_slice() else {
                return Err(format!("line {}: a row with other than two cells", self.at));
            };
            let split = || found.split("; ");
            let is_report = kind == "expect";
            let expected = if is_report {
                Expected::Incident(split().map(str::to_owned).collect())
            } else {
                let lines = split().filter(|found| *found != "none").map(|found| format!("{kind} {found}"));
                Expected::Mentions { kind: Some(kind.clone()), lines: lines.collect() }
            };
            cases.push(Case {
                name: name.to_owned(),
                line: self.at,
                input: if is_report { format!("# Shop incident\n\n{input}") } else { input.clone() },
                file_name: None,
                expected,
                refused: false,
            });
        }
        Ok(cases)
    }
}

/// The cells of a table's row; `\|` is a bar inside a cell.
fn cells(row: &str) -> Vec<String> {
    let inside = row.trim().trim_start_matches('|');
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.replace("\\|", "\u{1}").split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
}
