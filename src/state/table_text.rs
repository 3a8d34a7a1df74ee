//! A chart's numbers as text for the clipboard: Markdown, and HTML for what is written in without markup.

use crate::chart::Table;
use crate::text::Gather;

/// The table as Markdown, for a wiki.
#[must_use]
pub fn table_markdown(table: &Table) -> String {
    written(table, &mut |cells, is_header| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell, MARKDOWN)).gather();
        let line = ["| ", &cells.join(" | "), " |\n"].concat();
        let rule =
            if is_header { ["|", &" --- |".repeat(cells.len()), "\n"].concat() } else { String::new() };
        line + &rule
    })
}

/// The table as HTML, for what is written in without markup.
#[must_use]
pub fn table_html(table: &Table) -> String {
    let rows = written(table, &mut |cells, is_header| {
        let (opening, closing) = if is_header { ("<th>", "</th>") } else { ("<td>", "</td>") };
        let cells: Vec<String> =
            cells.iter().map(|cell| [opening, &escaped(cell, HTML), closing].concat()).gather();
        ["<tr>", &cells.concat(), "</tr>\n"].concat()
    });
    ["<table>\n", &rows, "</table>\n"].concat()
}

fn written(table: &Table, row: &mut dyn FnMut(&[String], bool) -> String) -> String {
    let header = row(&table.header, true);
    table.rows.iter().fold(header, |text, cells| text + &row(cells, false))
}

const MARKDOWN: &[(char, &str)] = &[('|', "\\|"), ('\\', "\\\\"), ('<', "&lt;"), ('\n', " "), ('\r', " ")];
const HTML: &[(char, &str)] = &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")];

fn escaped(text: &str, escapes: &[(char, &str)]) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match escapes.iter().find(|(escape, _)| *escape == c) {
            Some((_, written)) => safe.push_str(written),
            None => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[&str]) -> Table {
        let row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        Table { header: row.iter().map(|_| "h".to_owned()).collect(), rows: vec![row] }
    }

    #[test]
    fn markdown_keeps_one_row_a_line() {
        let markdown = table_markdown(&table(&["a|b", "<i>", "two\nlines"]));
        assert_eq!(markdown, "| h | h | h |\n| --- | --- | --- |\n| a\\|b | &lt;i> | two lines |\n");
    }

    #[test]
    fn html_takes_no_markup_from_a_report() {
        let html = table_html(&table(&["<script>", "a & b"]));
        assert_eq!(
            html,
            "<table>\n<tr><th>h</th><th>h</th></tr>\n<tr><td>&lt;script&gt;</td><td>a &amp; b</td></tr>\n</table>\n"
        );
    }
}
